import type { SlotCounter } from '../../feel/check/check.ts';
import type { TablePlan } from '../../feel/check/plan.ts';
import type { BoxedTable, DecisionModel } from '../model.ts';

/** What is wrong with a model, in words, and where: the name of the decision or knowledge model. */
export interface ModelProblem {
  readonly where: string;
  readonly message: string;
}

/** A table of a model: its plan, what that was made from, and the decision or knowledge model it stands in. */
export interface PlacedTable {
  readonly where: string;
  readonly plan: TablePlan;
  readonly table: BoxedTable;
}

/** What the parts of one compilation share. */
export interface Build {
  readonly counter: SlotCounter;
  /** The model that another one imports under a name; undefined if it is not there. */
  importedBy(model: DecisionModel, name: string): DecisionModel | undefined;
  note(message: string): void;
  /** Keeps what a table's plan was made from, for whoever explains it. */
  madeFrom(plan: TablePlan, table: BoxedTable): void;
  /** Runs `body` with `where` as the place of what is noted meanwhile. */
  within<T>(where: string, body: () => T): T;
  /** Runs `body` a level deeper; too deep, it is noted, and `otherwise` stands in. */
  nested<T>(body: () => T, otherwise: T): T;
  /** Runs `body` while the type of that key is made; if it is being made already, or too many were, null. */
  typing<T>(key: string, body: () => T): T | null;
}

/** Expressions in expressions, and decisions that need decisions, of one plan; far below what a stack holds. */
const MOST_LEVELS = 400;
/** Types made for one plan, each use of one counting anew: a type of many parts that have many parts grows fast. */
const MOST_TYPES = 20_000;

export function newBuild(
  models: readonly DecisionModel[],
): Build & { readonly problems: readonly ModelProblem[]; readonly tables: readonly PlacedTable[] } {
  const problems: ModelProblem[] = [];
  const tables: PlacedTable[] = [];
  let place = '';
  let levels = 0;
  let types = 0;
  const underWay = new Set<string>();
  return {
    counter: { slots: 0 },
    problems,
    tables,
    importedBy(model, name) {
      const namespace = model.imports.find((one) => one.name === name)?.namespace;
      return models.find((other) => other.namespace === namespace);
    },
    note: (message) => void problems.push({ where: place, message }),
    madeFrom: (plan, table) => void tables.push({ where: place, plan, table }),
    within(where, body) {
      const before = place;
      place = where;
      try {
        return body();
      } finally {
        place = before;
      }
    },
    nested(body, otherwise) {
      if (levels >= MOST_LEVELS) {
        problems.push({ where: place, message: `It goes more than ${MOST_LEVELS} levels deep.` });
        return otherwise;
      }
      levels += 1;
      try {
        return body();
      } finally {
        levels -= 1;
      }
    },
    typing(key, body) {
      if (underWay.has(key)) return null;
      types += 1;
      if (types > MOST_TYPES) {
        if (types === MOST_TYPES + 1)
          problems.push({ where: place, message: `Its types have more than ${MOST_TYPES} parts.` });
        return null;
      }
      underWay.add(key);
      try {
        return body();
      } finally {
        underWay.delete(key);
      }
    },
  };
}
