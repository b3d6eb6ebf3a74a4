import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaptureVerdict, IncomingMention } from '../../definitions/model/mention.ts';
import { freshStore, type Fresh } from './fresh-store.ts';

const FILE = join(process.env['EARSHOT_TEST_DATA'] ?? '../shared/data', 'mentions/twcs-5000.csv');

describe.skipIf(!existsSync(FILE))('five thousand real mentions', () => {
  let fresh: Fresh;
  let rows: readonly IncomingMention[];
  beforeAll(async () => {
    fresh = await freshStore();
    rows = readRows();
  });
  afterAll(() => fresh.dispose());

  it(
    'become 1,312 conversations and 1,311 cases, and a second time nothing',
    { timeout: 180_000 },
    async () => {
      const { store } = fresh;
      const threaded = withThreads(rows);
      const first = await captureAll(threaded, 500, 'first');
      expect(first.filter((verdict) => verdict.status === 'captured')).toHaveLength(5_000);
      expect(await store.imports.progress('first')).toMatchObject({
        mentions: 5_000,
        conversations: 1_312,
        cases: 1_311,
        lost: expect.any(Number),
      });
      const cases = new Set(
        first.flatMap((verdict) => (verdict.status === 'captured' ? (verdict.caseId ?? []) : [])),
      );
      let arrived = 0;
      for (const page of await pages()) {
        for (const each of page) {
          expect(each.history).toBe(true);
          expect(each.primaryCaseId).toBeNull();
          arrived += each.lastSeq;
        }
      }
      expect(cases.size).toBeLessThanOrEqual(1_311);
      // Inbound rows, and those answers of the company that were said after the first of them.
      expect(arrived).toBeGreaterThanOrEqual(2_778);
      const second = await captureAll(threaded, 1_000, 'second');
      expect(second.filter((verdict) => verdict.status === 'duplicate')).toHaveLength(5_000);
      expect(await store.imports.progress('second')).toMatchObject({ mentions: 0, cases: 0 });
    },
  );

  it(
    'find together without thread ids, though answers come before what they answer',
    { timeout: 180_000 },
    async () => {
      const alone = await freshStore();
      for (let from = 0; from < rows.length; from += 500) {
        await alone.store.mentions.capture(rows.slice(from, from + 500), { importId: 'no threads' });
      }
      const asked = performance.now();
      expect(await alone.store.imports.progress('no threads')).toMatchObject({
        mentions: 5_000,
        cases: 1_311,
      });
      // The page of an import asks every second.
      expect(performance.now() - asked).toBeLessThan(5_000);
      await alone.dispose();
    },
  );

  async function captureAll(
    mentions: readonly IncomingMention[],
    size: number,
    importId: string,
  ): Promise<readonly CaptureVerdict[]> {
    const verdicts: CaptureVerdict[] = [];
    for (let from = 0; from < mentions.length; from += size) {
      verdicts.push(...(await fresh.store.mentions.capture(mentions.slice(from, from + size), { importId })));
    }
    return verdicts;
  }

  async function pages() {
    const found = [];
    let cursor: string | undefined;
    do {
      const page = await fresh.store.cases.list({}, { limit: 500, ...(cursor !== undefined && { cursor }) });
      found.push(page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(found.flat()).toHaveLength(1_311);
    return found;
  }
});

function readRows(): readonly IncomingMention[] {
  const records: Record<string, string>[] = parse(readFileSync(FILE), {
    columns: true,
    record_delimiter: ['\n', '\r\n'],
  });
  return records.map((row) => {
    const parent = row['in_response_to_tweet_id'] ?? '';
    return {
      channel: 'tweet',
      externalId: row['tweet_id'] ?? '',
      direction: row['inbound'] === 'True' ? 'inbound' : 'outbound',
      author: { externalId: row['author_id'] ?? '' },
      text: row['text'] ?? '',
      occurredAt: new Date(row['created_at'] ?? '').toISOString(),
      ...(parent !== '' && { inReplyTo: String(Number(parent)) }),
    };
  });
}

/** Each mention with the thread of the first one that its answers lead back to. */
function withThreads(rows: readonly IncomingMention[]): readonly IncomingMention[] {
  const parentOf = new Map(rows.map((row) => [row.externalId, row.inReplyTo]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parentOf.get(root); parent !== undefined; parent = parentOf.get(root)) root = parent;
    return root;
  };
  return rows.map((row) => ({ ...row, threadId: rootOf(row.externalId) }));
}
