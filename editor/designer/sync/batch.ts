import type { Edit } from '../../../definitions/edit/edit.ts';

/** The API takes so many edits at a time. */
export const MOST_AT_ONCE = 200;
/** Well below what the API takes in one body, whatever its letters. */
const MOST_CHARACTERS = 4_000_000;

/** The first edits that go together in one call: at least one, if there is any. */
export function batchOf(pending: readonly Edit[], most: number): readonly Edit[] {
  let characters = 0;
  const batch: Edit[] = [];
  for (const edit of pending) {
    characters += JSON.stringify(edit).length;
    if (batch.length >= most || (batch.length > 0 && characters > MOST_CHARACTERS)) break;
    batch.push(edit);
  }
  return batch;
}
