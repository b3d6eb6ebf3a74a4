import type { ImportProgress } from '../../../definitions/model/views/mention.ts';
import type { ApiClient } from '../api-client.ts';
import { batchesOf } from './batches.ts';
import { withBrands } from './brands.ts';
import { FORMAT } from './formats.ts';
import type { Format } from './format-names.ts';
import type { ReaderOptions, ReadMention, RowVerdict } from './read-file.ts';
import { sendBatch } from './send.ts';
import { importProgress, settle } from './settle.ts';
import { joinThreads } from './threads.ts';

/** What an import came to. `lost`: captured, but not seen by its case (with --wait; without: not known to be captured). */
export interface ImportSummary {
  readonly read: number;
  readonly captured: number;
  readonly duplicates: number;
  readonly conversations: number;
  readonly cases: number;
  readonly lost: number;
  readonly incidents: number;
  readonly rejected: number;
}

export interface ImportOptions extends ReaderOptions {
  readonly format: Format;
  readonly importId: string;
  /** How long nothing may move while waiting for the cases; null: do not wait. */
  readonly waitMs: number | null;
  readonly onSent: (sent: number, all: number) => void;
  readonly onSettling: (progress: ImportProgress) => void;
}

/** Reads a whole file, joins its threads, and only then hands them over; the rows that did not go in come along. */
export async function importFile(
  bytes: Buffer,
  api: ApiClient,
  options: ImportOptions,
): Promise<{ readonly summary: ImportSummary; readonly rejected: readonly RowVerdict[] }> {
  const file = await FORMAT[options.format].read(bytes, options);
  const { once, repeated } = firstOfEach(file.mentions);
  const threads = joinThreads(once);
  const batches = batchesOf(options.format === 'twcs' ? withBrands(threads) : threads);
  const rejected = [...file.rejected];
  const conversations = new Set<string>();
  const cases = new Set<string>();
  let captured = 0;
  let duplicates = repeated;
  let sent = 0;
  for (const batch of batches) {
    const verdicts = await sendBatch(api, batch, options.importId);
    for (const [index, { line, mention }] of batch.entries()) {
      const verdict = verdicts[index];
      if (verdict === undefined) continue;
      if (verdict.status === 'rejected') {
        rejected.push({ line, field: verdict.field, reason: verdict.reason });
        continue;
      }
      if (verdict.status === 'captured') captured += 1;
      else duplicates += 1;
      conversations.add(mention.threadId ?? mention.externalId);
      if (verdict.caseId !== null) cases.add(verdict.caseId);
    }
    options.onSent((sent += batch.length), once.length);
  }
  const progress =
    options.waitMs === null
      ? await importProgress(api, options.importId)
      : await settle(api, options.importId, { patienceMs: options.waitMs, onProgress: options.onSettling });
  const unaccounted = file.read - captured - duplicates - rejected.length;
  const summary = {
    read: file.read,
    captured,
    duplicates,
    conversations: conversations.size,
    cases: cases.size,
    lost: unaccounted + (options.waitMs === null ? 0 : progress.lost),
    incidents: progress.incidents,
    rejected: rejected.length,
  };
  return { summary, rejected };
}

/** The store takes a repeated id of one import for a retry, so a file that names one twice is set right here. */
function firstOfEach(rows: readonly ReadMention[]): {
  readonly once: readonly ReadMention[];
  readonly repeated: number;
} {
  const seen = new Set<string>();
  const once = rows.filter(({ mention }) => !seen.has(mention.externalId) && seen.add(mention.externalId));
  return { once, repeated: rows.length - once.length };
}
