import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Revision } from '../../definitions/flow/revision.ts';
import { PartRowSchema, PartViewSchema } from '../../engine/api/part.schema.ts';
import { careRevision } from '../store/care-revision.ts';
import { smallRevision } from '../store/small-revision.ts';
import { withWords } from '../store/with-words.ts';
import { openFlowDesk, type FlowDesk } from './flow-desk.ts';

let desk: FlowDesk;
beforeAll(async () => {
  desk = await openFlowDesk();
});
afterAll(() => desk.api.close());

const get = (path: string) => desk.api.as('aldo').get(`/api/parts${path}`);
const parts = async () => PartRowSchema.array().parse((await get('')).body);
const part = async (id: string) => (await parts()).find((one) => one.id === id);
const words = async (id: string) => PartViewSchema.parse((await get(`/word-list/${id}`)).body);
const changesOf = async (id: string, flow: string) =>
  (await words(id)).flows
    .find((one) => one.flow.id === flow)
    ?.revisions.map(({ number, why, live, size }) => [number, why, live, size]);
const put = (revision: Revision, why: string) =>
  desk.api.store.revisions.put(revision, { author: 'bob', why });

describe('tables and word lists', () => {
  it('are those of the flow that ships, tables first, each with who changed it last and why', async () => {
    const all = await parts();
    const care = careRevision();
    expect(all.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(
      [
        ...Object.keys(care.tables).map((id) => `table ${id}`),
        ...Object.keys(care.wordLists).map((id) => `word-list ${id}`),
      ].sort(),
    );
    const kinds = all.map(({ kind }) => kind);
    expect(kinds.lastIndexOf('table')).toBeLessThan(kinds.indexOf('word-list'));
    expect(await part('remedy')).toMatchObject({
      name: care.tables['remedy']?.name,
      size: care.tables['remedy']?.rows.length,
      flows: [{ id: 'mention-care', name: care.flow.name }],
      changes: 1,
      last: { number: 1, live: true, why: 'It ships.', by: { name: 'Anna' }, hash: desk.shippedHash },
    });
  });

  it('have as revisions those of their flow that changed them, and no other', async () => {
    const base = (name: string) => smallRevision(name, 'rough');
    const one = await put(withWords(base('Rough'), 'rude', ['awful']), 'The first.');
    await desk.api.store.releases.release('rough', one.hash, 'anna', 'x');
    await put(withWords(base('Rough care'), 'rude', ['awful']), 'Another name.');
    await put(withWords(base('Rough care'), 'rude', ['awful', 'bad']), 'One word more.');
    expect(await changesOf('rude', 'rough')).toEqual([
      [3, 'One word more.', false, 2],
      [1, 'The first.', true, 1],
    ]);
    // The list shows what is live, and who changed it last.
    expect(await part('rude')).toMatchObject({
      size: 1,
      changes: 2,
      last: { number: 3, by: { name: 'Bob' } },
    });
  });

  it('count as live by their content, whichever revision brought it', async () => {
    const [, second] = (await desk.api.store.revisions.list('rough')).toReversed();
    await desk.api.store.releases.release('rough', second?.hash ?? '', 'anna', 'x');
    expect(await changesOf('rude', 'rough')).toMatchObject([
      [3, 'One word more.', false, 2],
      [1, 'The first.', true, 1],
    ]);
  });

  it('that were taken out and put in again have changed twice, and are gone in between', async () => {
    const base = smallRevision('Comes and goes', 'fleeting');
    await put(withWords(base, 'brief', ['a']), 'in');
    await put(base, 'out');
    expect(await part('brief')).toBeUndefined();
    expect((await get('/word-list/brief')).status).toBe(404);
    const again = smallRevision('It comes and goes', 'fleeting');
    await put(withWords(again, 'brief', ['a']), 'in again');
    expect(await changesOf('brief', 'fleeting')).toEqual([
      [3, 'in again', false, 1],
      [1, 'in', false, 1],
    ]);
  });

  it('of several flows have revisions in each', async () => {
    await put(withWords(smallRevision('Other', 'other'), 'rude', ['bad', 'worse', 'worst']), 'Our own.');
    expect((await part('rude'))?.flows.map(({ id }) => id).sort()).toEqual(['other', 'rough']);
    expect(await changesOf('rude', 'other')).toEqual([[1, 'Our own.', false, 3]]);
    expect(await changesOf('rude', 'rough')).toHaveLength(2);
  });

  it('of an archived flow are out of the way with it', async () => {
    await desk.post('/api/flows/other/archive', { why: 'x' });
    expect((await part('rude'))?.flows.map(({ id }) => id)).toEqual(['rough']);
    await desk.post('/api/flows/other/bring-back', {});
    expect((await part('rude'))?.flows).toHaveLength(2);
  });

  it('that are not there are a problem in words', async () => {
    for (const [path, what] of [
      ['/table/none', 'decision table'],
      ['/word-list/remedy', 'word list'],
    ] as const)
      expect(await get(path)).toMatchObject({
        status: 404,
        body: { code: 'not found', detail: `There is no such ${what}.` },
      });
    expect((await get('/flow/remedy')).status).toBe(400);
    expect((await desk.api.as(null).get('/api/parts')).status).toBe(401);
  });
});
