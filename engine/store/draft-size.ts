import type { Change } from '../../definitions/edit/change.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { StoreProblem } from './problem.ts';

/** A document of MongoDB holds 16 MiB; what stands in it beside needs little. */
const MOST_MB = 15;
const MB = 1024 * 1024;

/** A draft's content as it is kept; 'unfit' if it is more than one document holds. */
export function contentJson(content: DraftContent): string {
  const json = JSON.stringify(content);
  const mb = Buffer.byteLength(json) / MB;
  if (mb <= MOST_MB) return json;
  throw new StoreProblem(
    'unfit',
    `A draft holds at most ${MOST_MB} MB, and with this it would be ${Math.ceil(mb)} MB.`,
    'Take out tables, word lists or notes that it can do without.',
  );
}

/** What an edit does as it is kept; 'unfit' if it is more than one document holds. */
export function changesJson(changes: readonly Change[]): string {
  const json = JSON.stringify(changes);
  if (Buffer.byteLength(json) <= MOST_MB * MB) return json;
  throw new StoreProblem('unfit', 'This is too much for one edit.', 'Do it in several.');
}
