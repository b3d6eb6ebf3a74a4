import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Scenario } from '../../../definitions/scenario/scenario.ts';

/**
 * A story that was taken from a case, for the draft as it stands: what the case began with and the flow does not have
 * is left out, for no run would take it; and steps that are gone are not asked for.
 */
export function fittingDraft(
  { variables, expect, ...story }: Scenario,
  { flow, called }: Pick<DraftContent, 'flow' | 'called'>,
): Scenario {
  const names = new Set(flow.variables.map(({ name }) => name));
  const nodes = new Set([flow, ...Object.values(called)].flatMap((one) => one.nodes.map(({ id }) => id)));
  const known = Object.entries(variables).filter(([name]) => names.has(name));
  return {
    ...story,
    variables: Object.fromEntries(known),
    ...(expect !== undefined && {
      expect: {
        ...expect,
        ...(expect.pathIncludes !== undefined && {
          pathIncludes: expect.pathIncludes.filter((id) => nodes.has(id)),
        }),
      },
    }),
  };
}
