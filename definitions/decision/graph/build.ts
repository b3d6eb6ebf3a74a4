import type { SlotCounter } from '../../feel/check/check.ts';
import type { DecisionModel } from '../model.ts';

/** What is wrong with a model, in words, and where: the name of the decision or knowledge model. */
export interface ModelProblem {
  readonly where: string;
  readonly message: string;
}

/** What the parts of one compilation share. */
export interface Build {
  readonly counter: SlotCounter;
  /** The model that another one imports under a name; undefined if it is not there. */
  importedBy(model: DecisionModel, name: string): DecisionModel | undefined;
  note(message: string): void;
  /** Runs `body` with `where` as the place of what is noted meanwhile. */
  within<T>(where: string, body: () => T): T;
}

export function newBuild(
  models: readonly DecisionModel[],
): Build & { readonly problems: readonly ModelProblem[] } {
  const problems: ModelProblem[] = [];
  let place = '';
  return {
    counter: { slots: 0 },
    problems,
    importedBy(model, name) {
      const namespace = model.imports.find((one) => one.name === name)?.namespace;
      return models.find((other) => other.namespace === namespace);
    },
    note: (message) => void problems.push({ where: place, message }),
    within(where, body) {
      const before = place;
      place = where;
      try {
        return body();
      } finally {
        place = before;
      }
    },
  };
}
