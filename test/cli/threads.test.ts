import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { batchesOf } from '../../engine/cli/import/batches.ts';
import { withBrands } from '../../engine/cli/import/brands.ts';
import type { ReadMention } from '../../engine/cli/import/read-file.ts';
import { joinThreads } from '../../engine/cli/import/threads.ts';
import type { IncomingMention } from '../../definitions/model/mention.ts';

const at = (minute: number): string => new Date(Date.UTC(2020, 0, 1, 0, minute)).toISOString();

function row(id: string, parent: string | null, more: Partial<IncomingMention> = {}, line = 1): ReadMention {
  const mention: IncomingMention = {
    channel: 'x',
    externalId: id,
    direction: 'inbound',
    author: { externalId: 'somebody' },
    text: 'hello',
    occurredAt: at(line),
    ...more,
  };
  return { line, mention, before: parent === null ? [] : [parent] };
}

const threadOf = (rows: readonly ReadMention[]): Record<string, string> =>
  Object.fromEntries(
    joinThreads(rows).flatMap(({ id, mentions }) => mentions.map(({ mention }) => [mention.externalId, id])),
  );

describe('threads', () => {
  it('join children that stand before their parents', () => {
    expect(threadOf([row('3', '2'), row('2', '1'), row('9', null), row('1', null)])).toEqual({
      1: '1',
      2: '1',
      3: '1',
      9: '9',
    });
  });

  it('join the children of a parent that is not in the file, under its id', () => {
    expect(threadOf([row('2', 'gone'), row('3', 'gone')])).toEqual({ 2: 'gone', 3: 'gone' });
  });

  it('make one thread of a cycle', () => {
    expect(threadOf([row('b', 'c'), row('c', 'a'), row('a', 'b')])).toEqual({ a: 'a', b: 'a', c: 'a' });
    expect(threadOf([row('a', 'a')])).toEqual({ a: 'a' });
  });

  it('keep a name that the file gives, for all that answers in them', () => {
    expect(threadOf([row('2', '1'), row('1', null, { threadId: 'case 7' })])).toEqual({
      1: 'case 7',
      2: 'case 7',
    });
  });

  it('follow references of mails that are not in the file', () => {
    expect(
      threadOf([
        { ...row('m3', null), before: ['m0', 'm1'] },
        { ...row('m2', null), before: ['m0'] },
      ]),
    ).toEqual({ m3: 'm0', m2: 'm0' });
  });

  it('hold their mentions in order of time', () => {
    const [thread] = joinThreads([row('b', 'a', {}, 2), row('a', null, {}, 1)]);
    expect(thread?.mentions.map(({ mention }) => mention.externalId)).toEqual(['a', 'b']);
  });

  it('bear a chain of 100,000', () => {
    const rows = Array.from({ length: 100_000 }, (_, n) =>
      row(String(n), n === 0 ? null : String(n - 1), {}, 100_000 - n),
    );
    expect(joinThreads(rows)).toHaveLength(1);
  });

  it('are the same for any order of rows', () => {
    const links = fc.array(fc.tuple(fc.nat(12), fc.option(fc.nat(12))), { maxLength: 12 });
    fc.assert(
      fc.property(links, fc.nat(), (pairs, turn) => {
        const rows = [
          ...new Map(
            pairs.map(([id, parent]) => [id, row(String(id), parent === null ? null : String(parent))]),
          ).values(),
        ];
        const turned = [...rows.slice(turn % (rows.length + 1)), ...rows.slice(0, turn % (rows.length + 1))];
        expect(threadOf(turned)).toEqual(threadOf(rows));
      }),
    );
  });
});

describe('batches', () => {
  const thread = (id: string, length: number) => ({
    id,
    mentions: Array.from({ length }, (_, n) => ({
      line: n + 1,
      mention: { ...row(`${id}.${n}`, null).mention, threadId: id },
    })),
  });
  const sizes = (...lengths: number[]): number[] =>
    batchesOf(lengths.map((length, n) => thread(String(n), length))).map((batch) => batch.length);

  it('keep whole threads together', () => {
    expect(sizes(300, 250, 100)).toEqual([300, 350]);
  });

  it('cut only a thread that fits in none, in its order', () => {
    expect(sizes(10, 1_200, 5)).toEqual([10, 500, 500, 205]);
    const [, first, second] = batchesOf([thread('a', 10), thread('b', 1_200)]);
    expect(first?.at(-1)?.mention.externalId).toBe('b.499');
    expect(second?.[0]?.mention.externalId).toBe('b.500');
  });

  it('stay below what a request may hold', () => {
    const long = Array.from({ length: 300 }, (_, n) => ({
      line: n,
      mention: row(String(n), null, { text: 'x'.repeat(90_000) }).mention,
    }));
    const batches = batchesOf(long.map((one) => ({ id: one.mention.externalId, mentions: [one] })));
    expect(batches.flat()).toHaveLength(300);
    for (const batch of batches) expect(JSON.stringify(batch).length).toBeLessThan(12_000_000);
  });
});

describe('the brand of a thread', () => {
  it('is who answered first, else whom it speaks to', () => {
    const outbound = { direction: 'outbound', author: { externalId: 'Sprintcare' } } as const;
    const threads = joinThreads([
      row('1', null, {}, 1),
      row('2', '1', outbound, 2),
      row('5', null, { text: 'hey @nobody @sprintCARE' }, 3),
      row('6', null, {}, 4),
    ]);
    expect(withBrands(threads).map(({ mentions }) => mentions[0]?.mention.brand)).toEqual([
      'Sprintcare',
      'Sprintcare',
      undefined,
    ]);
  });
});
