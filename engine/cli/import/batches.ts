import type { IncomingMention } from '../../../definitions/model/mention.ts';
import type { Thread } from './threads.ts';

export type Batch = readonly { readonly line: number; readonly mention: IncomingMention }[];

const MOST_MENTIONS = 500;
/** The API takes requests of up to 12 MB. */
const MOST_BYTES = 8_000_000;

/** Batches that hold whole threads; only a thread that fits in none is cut, and follows in its own order. */
export function batchesOf(threads: readonly Thread[]): readonly Batch[] {
  const batches: Batch[] = [];
  let batch: { line: number; mention: IncomingMention }[] = [];
  let bytes = 0;
  const close = (): void => {
    if (batch.length > 0) batches.push(batch);
    batch = [];
    bytes = 0;
  };
  for (const { mentions } of threads) {
    const sizes = mentions.map(({ mention }) => Buffer.byteLength(JSON.stringify(mention)));
    const threadBytes = sizes.reduce((sum, size) => sum + size, 0);
    if (batch.length + mentions.length > MOST_MENTIONS || bytes + threadBytes > MOST_BYTES) close();
    for (const [index, row] of mentions.entries()) {
      const size = sizes[index] ?? 0;
      if (batch.length >= MOST_MENTIONS || bytes + size > MOST_BYTES) close();
      batch.push(row);
      bytes += size;
    }
  }
  close();
  return batches;
}
