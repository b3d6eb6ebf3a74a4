import type { TraceEntry } from '../../../engine/interpreter/command.ts';
import type { Moment } from './moments.ts';

/** Steps at which playing stops, as `stopKey` writes them. */
export type Stops = ReadonlySet<string>;

export function stopKey({ flow, node }: { readonly flow: string; readonly node: string }): string {
  return `${flow}/${node}`;
}

/** The next position after one at which a step with a stop is come to; else the last. */
export function nextStop(moments: readonly Moment[], from: number, stops: Stops): number {
  const found = moments.findIndex((moment, at) => at > from && comesToStop(moment, stops));
  return found === -1 ? moments.length - 1 : found;
}

export function comesToStop({ entries }: Moment, stops: Stops): boolean {
  return entries.some(({ what, place }) => what === 'entered' && stops.has(stopKey(place)));
}

/** The first moment in which a step is come to; -1: there is none. */
export function momentAt(
  moments: readonly Moment[],
  { flow, node }: { readonly flow: string; readonly node: string },
): number {
  return moments.findIndex(({ entries }) =>
    entries.some(({ what, place }) => what === 'entered' && place.flow === flow && place.node === node),
  );
}

/** What happened up to a position, that included. */
export function wayUntil(moments: readonly Moment[], position: number): readonly TraceEntry[] {
  return moments.slice(0, position + 1).flatMap(({ entries }) => entries);
}

/** The step that a moment is about: what was come to or left last in it. */
export function stepOf({ entries, question }: Moment): TraceEntry['place'] | null {
  return entries.at(-1)?.place ?? question?.place ?? null;
}

/** Where two tellings of a story part: the first position that is not the same in both. */
export function partsAt(before: readonly Moment[], after: readonly Moment[]): number {
  const most = Math.min(before.length, after.length);
  for (let at = 0; at < most; at += 1) if (compared(before[at]) !== compared(after[at])) return at;
  return most;
}

/** Without whether what is asked will be answered, which a later moment tells; what flows know follows from the rest. */
function compared(moment: Moment | undefined): string {
  const left: ReadonlySet<string> = new Set(['isAnswered', 'known']);
  return JSON.stringify(moment, (key, value: unknown) => (left.has(key) ? undefined : value));
}
