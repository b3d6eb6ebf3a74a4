import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { careRevision } from './care-revision.ts';
import { freshStore, mongoUri, type Fresh } from './fresh-store.ts';
import { smallRevision } from './small-revision.ts';
import { withWords } from './with-words.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const about = { author: 'ann', why: '' };

describe('the parts of revisions', () => {
  it('are kept with them: each table and word list, how long it is, and a digest of what it holds', async () => {
    const { revisions } = fresh.store;
    const care = careRevision();
    const { hash } = await revisions.put(care, about);
    const [kept] = await revisions.withParts({ except: [] });
    expect(kept).toMatchObject({ hash, number: 1, flow: 'mention-care' });
    const expected = [
      ...Object.values(care.tables).map((table) => [table.id, table.rows.length, contentHash(table)]),
      ...Object.values(care.wordLists).map((list) => [list.id, list.entries.length, contentHash(list)]),
    ];
    expect(expected.length).toBeGreaterThan(20);
    expect(kept?.parts.map(({ id, size, digest }) => [id, size, digest])).toEqual(expected);
  });

  it('keep their digest when something else of the revision changes', async () => {
    const { revisions } = fresh.store;
    const changed = (name: string, words: readonly string[]): Revision =>
      withWords(smallRevision(name, 'digests'), 'rude', words);
    for (const [name, words] of [
      ['One', ['awful']],
      ['Other name', ['awful']],
      ['Other name', ['awful', 'bad']],
    ] as const)
      await revisions.put(changed(name, words), about);
    const [third, second, first] = await revisions.withParts({ except: ['mention-care'] });
    expect(second?.parts).toEqual(first?.parts);
    expect(third?.parts[0]).toMatchObject({ id: 'rude', kind: 'word-list', size: 2 });
    expect(third?.parts[0]?.digest).not.toBe(second?.parts[0]?.digest);
  });

  it('can be asked of the flows alone that hold one, all of their revisions with it', async () => {
    const { revisions } = fresh.store;
    await revisions.put(smallRevision('Without words', 'digests'), about);
    await revisions.put(withWords(smallRevision('Else', 'else'), 'kind', ['dear']), about);
    const holding = async (id: string, except: readonly string[] = []) =>
      (await revisions.withParts({ except, of: { id } })).map(({ flow, number }) => `${flow} ${number}`);
    expect(await holding('rude')).toEqual(['digests 4', 'digests 3', 'digests 2', 'digests 1']);
    expect(await holding('kind')).toEqual(['else 1']);
    expect(await holding('kind', ['else'])).toEqual([]);
    expect(await holding('none')).toEqual([]);
  });

  it('are worked out once for a revision that an older Earshot kept without them', async () => {
    const { revisions } = fresh.store;
    const before = await revisions.withParts({ except: [] });
    const raw = await mongoose.createConnection(mongoUri(), { dbName: fresh.database }).asPromise();
    try {
      const docs = raw.collection('revisions');
      const rude = await revisions.withParts({ except: [], of: { id: 'rude' } });
      expect(rude.length).toBeGreaterThan(0);
      await docs.updateMany({ flow: 'digests' }, { $unset: { parts: '' } });
      expect(await revisions.withParts({ except: [], of: { id: 'rude' } })).toEqual(rude);
      await docs.updateMany({}, { $unset: { parts: '' } });
      expect(await revisions.withParts({ except: [] })).toEqual(before);
      expect(await docs.countDocuments({ parts: { $exists: false } })).toBe(0);
      expect(await revisions.withParts({ except: [] })).toEqual(before);
    } finally {
      await raw.close();
    }
  });
});
