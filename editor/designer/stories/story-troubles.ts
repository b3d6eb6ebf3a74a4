import { isOf } from '../../../definitions/check/variables.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Json } from '../../../definitions/flow/json.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import type { Scenario } from '../../../definitions/scenario/scenario.ts';

/** What of a story the drawing does not know any more. */
export type StoryTrouble =
  /** It begins with a value, or expects one, that the flow does not have; `instead`: those that it has, that could hold the same and the story does not say. */
  | { readonly is: 'no such value'; readonly name: string; readonly instead: readonly string[] }
  /** It begins with something that the value does not hold. */
  | {
      readonly is: 'not of its kind';
      readonly name: string;
      readonly value: Json;
      readonly type: ValueType;
    }
  /** It should pass, or never come to, steps that are not there. */
  | { readonly is: 'no such steps'; readonly steps: readonly string[] };

/** Looks whether a draft still has what a story speaks of. */
export function storyTroubles(
  { flow, called }: Pick<DraftContent, 'flow' | 'called'>,
  { variables, expect = {} }: Scenario,
): readonly StoryTrouble[] {
  const types = new Map(flow.variables.map(({ name, type }) => [name, type]));
  const expected = Object.keys(expect.variables ?? {});
  const said = [...new Set([...Object.keys(variables), ...expected])];
  const nodes = new Set([flow, ...Object.values(called)].flatMap((one) => one.nodes.map(({ id }) => id)));
  const gone = [...(expect.pathIncludes ?? []), ...(expect.pathExcludes ?? [])].filter(
    (id) => !nodes.has(id),
  );
  return [
    ...said
      .filter((name) => !types.has(name))
      .map((name): StoryTrouble => {
        const isGiven = Object.hasOwn(variables, name);
        const value = (isGiven ? variables : expect.variables)?.[name] ?? null;
        const instead = flow.variables
          .filter((one) => !said.includes(one.name) && (!isGiven || one.input === true))
          .filter(({ type }) => value === null || isOf(value, type))
          .map((one) => one.name);
        return { is: 'no such value', name, instead };
      }),
    ...Object.entries(variables).flatMap(([name, value]): readonly StoryTrouble[] => {
      const type = types.get(name);
      return type === undefined || isOf(value, type) ? [] : [{ is: 'not of its kind', name, value, type }];
    }),
    ...(gone.length === 0 ? [] : [{ is: 'no such steps', steps: [...new Set(gone)] } as const]),
  ];
}
