import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import { freshStore, type Fresh } from './fresh-store.ts';
import { smallRevision } from './small-revision.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

describe('revisions', () => {
  it('are kept once under the hash of their content, numbered within their flow', async () => {
    const { revisions } = fresh.store;
    const one = smallRevision('One');
    const records = await Promise.all(
      Array.from({ length: 5 }, () => revisions.put(one, { author: 'ann', why: 'first' })),
    );
    expect(new Set(records.map((record) => JSON.stringify(record))).size).toBe(1);
    expect(records[0]).toMatchObject({
      hash: contentHash(one),
      number: 1,
      flow: 'small',
      name: 'One',
      author: 'ann',
    });
    const others = await Promise.all(
      ['Two', 'Three'].map((name) => revisions.put(smallRevision(name), { author: 'bo', why: '' })),
    );
    expect(others.map((record) => record.number).sort()).toEqual([2, 3]);
    expect((await revisions.list('small')).map((record) => record.number)).toEqual([3, 2, 1]);
    const hash = contentHash(one);
    expect(await revisions.get(hash)).toEqual(one);
    expect(JSON.parse((await revisions.raw(hash)) ?? '')).toEqual(one);
    expect(await revisions.get('unknown')).toBeNull();
    expect(await revisions.raw('unknown')).toBeNull();
  });

  it('go live by a release; the last one counts and the others stay on record', async () => {
    const { revisions, releases } = fresh.store;
    const first = await revisions.put(smallRevision('A', 'released'), { author: 'ann', why: '' });
    const second = await revisions.put(smallRevision('B', 'released'), { author: 'ann', why: '' });
    expect(await releases.live('released')).toBeNull();
    await releases.release('released', first.hash, 'ann', 'go');
    await releases.release('released', second.hash, 'bo', 'better');
    await releases.release('released', first.hash, 'ann', 'back');
    expect(await releases.live('released')).toMatchObject({ hash: first.hash, why: 'back' });
    expect((await releases.history('released')).map((release) => release.why)).toEqual([
      'back',
      'better',
      'go',
    ]);
    expect(await releases.allLive()).toMatchObject([{ flow: 'released', hash: first.hash }]);
    await expect(releases.release('released', 'unknown', 'ann', '')).rejects.toMatchObject({
      code: 'not found',
    });
    const other = await revisions.put(smallRevision('C', 'other'), { author: 'ann', why: '' });
    await expect(releases.release('released', other.hash, 'ann', '')).rejects.toMatchObject({
      code: 'refused',
    });
  });

  it('have plans by compiler version', async () => {
    const { plans } = fresh.store;
    await plans.put('hash', 1, '{"$op":["a.b"]}');
    expect(await plans.get('hash', 1)).toBe('{"$op":["a.b"]}');
    expect(await plans.get('hash', 2)).toBeNull();
  });
});
