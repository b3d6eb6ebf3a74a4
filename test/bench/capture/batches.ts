import { randomBytes } from 'node:crypto';
import type { IncomingMention } from '../../../definitions/model/mention.ts';

export const BATCH = 100;
/** As in real care on Twitter: a thread of about four, every other mention an answer given elsewhere. */
const THREAD = 4;
const TEXT =
  'Took the day off AGAIN for the technician. The window was 8 to 10, it is noon now and nobody came. @cableco';

/** Batches of mentions that nobody has said before. */
export function freshBatches(count: number): readonly (readonly IncomingMention[])[] {
  const run = randomBytes(6).toString('hex');
  const occurredAt = new Date().toISOString();
  return Array.from({ length: count }, (_, batch) =>
    Array.from({ length: BATCH }, (_, index): IncomingMention => {
      const thread = `${run}-${batch}-${Math.floor(index / THREAD)}`;
      const inbound = index % 2 === 0;
      return {
        channel: 'tweet',
        externalId: `${run}-${batch}-${index}`,
        threadId: thread,
        direction: inbound ? 'inbound' : 'outbound',
        author: {
          externalId: inbound ? `customer-${thread}` : 'cableco',
          handle: inbound ? 'dsl_blues' : 'cableco',
        },
        text: `${TEXT} ${index}`,
        brand: 'cableco',
        occurredAt,
      };
    }),
  );
}

/** Does `act` on each with so many under way at once; answers how many mentions a second went through. */
export async function mentionsPerSecond<T>(
  batches: readonly T[],
  atOnce: number,
  act: (batch: T) => Promise<void>,
): Promise<number> {
  const waiting = [...batches];
  const began = performance.now();
  const lane = async (): Promise<void> => {
    for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) await act(batch);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return (batches.length * BATCH) / ((performance.now() - began) / 1000);
}
