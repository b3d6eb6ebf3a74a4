import type { TrailView } from '../../../definitions/model/views/case-detail.ts';

/** One time that a case came to a step, from coming to it to leaving it. */
export interface Occasion {
  readonly entries: readonly TrailView[];
  readonly came: TrailView;
  /** How it ended: it was left or given up; null while it is under way. */
  readonly ended: TrailView | null;
  /** The turns that are over, of a step that repeats. */
  readonly turns: readonly TrailView[];
}

/** Every time that a case came to a step of a flow, in order. */
export function occasionsOf(
  trail: readonly TrailView[],
  flowId: string,
  nodeId: string,
): readonly Occasion[] {
  const byVisit = new Map<string, TrailView[]>();
  for (const entry of trail) {
    if (entry.flow !== flowId || entry.node !== nodeId) continue;
    const key = `${entry.scope} ${entry.visit}`;
    byVisit.set(key, [...(byVisit.get(key) ?? []), entry]);
  }
  return [...byVisit.values()].flatMap((entries) => {
    const [came] = entries;
    if (came === undefined) return [];
    const ended = entries.findLast((entry) => isEnd(entry)) ?? null;
    const turns = entries.filter(({ what, detail }) => what === 'left' && detail?.['turn'] !== undefined);
    return [{ entries, came, ended, turns }];
  });
}

/** The occasion that an entry of the trail belongs to, by its number; else the latest. */
export function occasionAt(occasions: readonly Occasion[], n: number | null): Occasion | undefined {
  return occasions.find(({ entries }) => entries.some((entry) => entry.n === n)) ?? occasions.at(-1);
}

/** How long it took, in ms; null while it is under way. */
export function tookMs({ came, ended }: Occasion): number | null {
  return ended === null ? null : Math.max(0, Date.parse(ended.at) - Date.parse(came.at));
}

/** A timer beside the step lets a further token go and a turn ends: neither is the step's end. */
function isEnd({ what, detail }: TrailView): boolean {
  if (what === 'cancelled') return true;
  return what === 'left' && detail?.['turn'] === undefined && detail?.['goes on'] !== true;
}
