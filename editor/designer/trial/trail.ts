import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { nodeIn } from '../../../definitions/flow/drawn.ts';
import type { TrailView } from '../../../definitions/model/views/case-detail.ts';
import type { TraceEntry } from '../../../engine/interpreter/command.ts';

/** What happened in a trial, as the trail of a case has it, so that it is told by the same words. */
export function trailOf(entries: readonly TraceEntry[], content: DraftContent): readonly TrailView[] {
  return entries.map(({ at, place, ...entry }, n) => ({
    ...place,
    ...entry,
    n,
    at: new Date(at).toISOString(),
    name: nodeIn(content, place)?.name ?? '',
    by: null,
  }));
}
