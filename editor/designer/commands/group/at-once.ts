import type { CheckContext } from '../../../../definitions/check/context.ts';
import { branchesReaching, forksOf, isJoin, type Fork } from '../../../../definitions/check/forks.ts';
import type { NodeKind } from '../../../../definitions/flow/node.ts';
import type { Region } from './region.ts';
import type { VariableInSteps } from './values.ts';

/** Why steps cannot be a flow of their own though they form a region: something runs at the same time. Steps by their names. */
export type AtOnce =
  /** A Join among them waits for ways that part before them. */
  | { readonly code: 'join of others'; readonly step: string; readonly split: string }
  /** Ways that part among them leave one by one: the called flow would be over once. */
  | { readonly code: 'part and leave'; readonly step: string }
  /** More than one of the ways that part before them comes through them, and they set values. */
  | { readonly code: 'come twice'; readonly step: string; readonly split: string }
  /** A step that runs beside them uses a value of theirs, and would see it too late, or they would. */
  | { readonly code: 'beside them'; readonly step: string; readonly value: string };

const NONE: ReadonlySet<string> = new Set();

/**
 * What forbids that a region runs by itself. A called flow works on values of its own from its beginning to its end, so
 * no step that may run meanwhile may set what they use, or use what they set. What a reminder leads to is taken to be
 * over at once unless it waits for something.
 */
export function atOnceWith(
  context: CheckContext,
  region: Region,
  all: readonly VariableInSteps[],
): AtOnce | undefined {
  const { ids, entry } = region;
  const isSettingValues = all.some(({ sets }) => [...sets.keys()].some((id) => ids.has(id)));
  for (const fork of forksOf(context)) {
    if (ids.has(fork.node.id)) continue;
    const reaching = reachingOf(context, fork);
    const nameOf = (id: string): string => context.graph.nodes.get(id)?.name ?? '';
    for (const [id, branches] of reaching)
      if (ids.has(id) && branches.length > 1 && isJoin(context, id))
        return { code: 'join of others', step: nameOf(id), split: fork.node.name };
    if (isSoonOver(context, fork, reaching)) continue;
    if (isSettingValues && (reaching.get(entry.id)?.length ?? 0) > 1)
      return { code: 'come twice', step: entry.name, split: fork.node.name };
    const own = new Set([...reaching].flatMap(([id, branches]) => (ids.has(id) ? branches : [])));
    for (const [id, branches] of reaching) {
      const isBeside = branches.some((one) => [...own].some((other) => other !== one));
      const value = ids.has(id) || !isBeside ? undefined : valueInCommon(all, ids, id);
      if (value !== undefined) return { code: 'beside them', step: nameOf(id), value };
    }
  }
  return undefined;
}

/** The step of a flow at which ways part that come to an end of it without having been joined. */
export function partsAndLeaves(context: CheckContext, end: string): AtOnce | undefined {
  const fork = forksOf(context).find((one) => (reachingOf(context, one).get(end)?.length ?? 0) > 1);
  return fork && { code: 'part and leave', step: fork.node.name };
}

/** Which branches of a fork come to each step, before they are joined. */
function reachingOf(context: CheckContext, fork: Fork): ReadonlyMap<string, readonly number[]> {
  const everywhere = branchesReaching(context, fork, NONE);
  const joins = [...everywhere].filter(([id, branches]) => branches.length > 1 && isJoin(context, id));
  return branchesReaching(context, fork, new Set(joins.map(([id]) => id)));
}

const WAITING: ReadonlySet<NodeKind> = new Set([
  'userTask',
  'intermediateCatchEvent',
  'eventBasedGateway',
  'callActivity',
]);
/** The branch of a timer, of the two that go on from its task. */
const OF_TIMER = 1;

function isSoonOver(
  { graph }: CheckContext,
  fork: Fork,
  reaching: ReadonlyMap<string, readonly number[]>,
): boolean {
  if (fork.what !== 'timer') return false;
  return [...reaching].every(([id, branches]) => {
    const kind = graph.nodes.get(id)?.kind;
    return !branches.includes(OF_TIMER) || kind === undefined || !WAITING.has(kind);
  });
}

/** A variable that a step and the region use, one of them by setting it. */
function valueInCommon(
  all: readonly VariableInSteps[],
  ids: ReadonlySet<string>,
  step: string,
): string | undefined {
  const common = all.find(({ reads, sets }) => {
    const isSetWithin = [...sets.keys()].some((id) => ids.has(id));
    const isReadWithin = [...reads].some((id) => ids.has(id));
    return sets.has(step) ? isSetWithin || isReadWithin : reads.has(step) && isSetWithin;
  });
  return common?.variable.name;
}
