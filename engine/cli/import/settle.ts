import { ImportProgressSchema } from '../../api/mention.schema.ts';
import type { ImportProgress } from '../../../definitions/model/views/mention.ts';
import type { ApiClient } from '../api-client.ts';
import { CallerProblem } from '../caller-problem.ts';

/** Shortest pause between two questions; after a slow answer it is so many times as long as that took. */
const POLL_MS = 1_000;
const PAUSE_FACTOR = 4;
/** A question that outlasted a restart of the API took long too; nobody wants to wait four times that. */
const LONGEST_POLL_MS = 10_000;

export async function importProgress(api: ApiClient, importId: string): Promise<ImportProgress> {
  const { body, problem } = await api.request('GET', `/api/imports/${encodeURIComponent(importId)}`);
  if (problem)
    throw new CallerProblem(
      'refused',
      `Earshot does not tell how far the import is (${problem.detail})`,
      problem.whatToDo.replace(/\.$/, ''),
    );
  return ImportProgressSchema.parse(body);
}

/** Whether every case of the import has seen all that arrived and stands at a wait, a person or an end. */
export function isSettled(progress: ImportProgress): boolean {
  return progress.settled >= progress.cases && progress.lost === 0;
}

/** Waits until the import is settled, or until nothing has moved for `patienceMs`; answers how it then stands. */
export async function settle(
  api: ApiClient,
  importId: string,
  options: { readonly patienceMs: number; readonly onProgress: (progress: ImportProgress) => void },
): Promise<ImportProgress> {
  let last = await importProgress(api, importId);
  let tookMs = 0;
  for (let movedAt = Date.now(); !isSettled(last) && Date.now() - movedAt < options.patienceMs;) {
    options.onProgress(last);
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(tookMs)));
    const asked = Date.now();
    const next = await importProgress(api, importId);
    tookMs = Date.now() - asked;
    if (next.settled !== last.settled || next.lost !== last.lost) movedAt = Date.now();
    last = next;
  }
  options.onProgress(last);
  return last;
}

/** How long to wait before the next question, in milliseconds, after one that took `tookMs`. */
export function pauseAfter(tookMs: number): number {
  return Math.min(Math.max(POLL_MS, PAUSE_FACTOR * tookMs), LONGEST_POLL_MS);
}
