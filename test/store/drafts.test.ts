import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference } from '../../definitions/edit/difference.ts';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { freshStore, mongoUri, type Fresh } from './fresh-store.ts';
import { smallRevision } from './small-revision.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const done = (all: readonly PromiseSettledResult<unknown>[]) =>
  all.filter(({ status }) => status === 'fulfilled').length;
const refusals = (all: readonly PromiseSettledResult<unknown>[]) =>
  all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));

describe('a draft', () => {
  it('is read back as it was written, whatever its keys', async () => {
    const { drafts } = fresh.store;
    const content = newFlow('a', 'A');
    const odd = {
      ...content,
      flow: {
        ...content.flow,
        variables: [{ name: 'a.b', type: { type: 'any' } as const, initial: { $set: 1, 'c.d': null } }],
      },
    };
    await drafts.begin(odd, 'ann');
    expect((await drafts.find('a'))?.content).toEqual(odd);
    expect(await drafts.list()).toMatchObject([{ flow: 'a', name: 'A', version: 1, by: 'ann' }]);
  });

  it('is one for each flow, also when several begin it at once', async () => {
    const { drafts } = fresh.store;
    const both = await Promise.allSettled(['ann', 'bob'].map((by) => drafts.begin(newFlow('b', 'B'), by)));
    expect(done(both)).toBe(1);
    expect(refusals(both)).toMatchObject([{ code: 'refused' }]);
  });

  it('is never overwritten by who saw an older one: of many who change it at once, one does', async () => {
    const { drafts } = fresh.store;
    await drafts.begin(newFlow('c', 'C'), 'ann');
    const people = Array.from({ length: 8 }, (_, n) => `p${n}`);
    const saved = await Promise.allSettled(
      people.map((by) => drafts.change('c', 1, newFlow('c', `C by ${by}`), by)),
    );
    expect(done(saved)).toBe(1);
    for (const refusal of refusals(saved)) expect(refusal).toMatchObject({ code: 'stale' });
    const found = await drafts.find('c');
    expect(found).toMatchObject({ version: 2, name: `C by ${found?.by}` });
    await expect(drafts.discard('c', 1)).rejects.toMatchObject({ code: 'stale' });
    await drafts.discard('c', 2);
    await expect(drafts.change('c', 2, newFlow('c', 'C'), 'ann')).rejects.toMatchObject({
      code: 'not found',
    });
  });

  it('stays as it is where it would be more than can be kept', async () => {
    const { drafts, draftEdits } = fresh.store;
    const small = newFlow('large', 'Large');
    const withNotes = (count: number): DraftContent => {
      const notes = Array.from({ length: count }, (_, at) => ({
        ...{ id: `note ${at}`, kind: 'textAnnotation' as const, name: '', position: { x: 0, y: 0 } },
        text: '€'.repeat(20_000),
      }));
      return { ...small, flow: { ...small.flow, nodes: [...small.flow.nodes, ...notes] } };
    };
    const edit = (id: string, before: DraftContent, after: DraftContent) => [
      { id, label: 'Wrote notes', changes: difference(before, after) },
    ];
    await expect(drafts.begin(withNotes(270), 'ann')).rejects.toMatchObject({ code: 'unfit' });
    await drafts.begin(small, 'ann');
    await expect(drafts.change('large', 1, withNotes(270), 'ann')).rejects.toMatchObject({ code: 'unfit' });
    const [half, whole] = [withNotes(140), withNotes(270)];
    await draftEdits.add('large', 1, edit('a', small, half), 'ann');
    await expect(draftEdits.add('large', 2, edit('b', half, whole), 'ann')).rejects.toMatchObject({
      code: 'unfit',
      what: 'A draft holds at most 15 MB, and with this it would be 16 MB.',
    });
    expect(await drafts.find('large')).toMatchObject({ version: 2, content: half });
  });

  it('stays as it is while its flow is archived', async () => {
    const { drafts, flowStandings } = fresh.store;
    const draft = await drafts.begin(newFlow('old', 'Old'), 'ann');
    await flowStandings.archive('old', 'ann', 'Not needed.');
    for (const act of [
      () => drafts.change('old', 1, newFlow('old', 'Older'), 'bob'),
      () => drafts.discard('old', 1),
      () => drafts.release(draft, smallRevision('Old', 'old'), { by: 'bob', why: '' }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'refused', what: 'This flow is archived.' });
    expect(await drafts.find('old')).toEqual(draft);
    await flowStandings.bringBack('old');
    expect(await drafts.change('old', 1, newFlow('old', 'Older'), 'bob')).toMatchObject({ version: 2 });
  });

  it('is released once, by one of those who do so at once, and is none from then on', async () => {
    const { drafts, releases, revisions } = fresh.store;
    const revision = smallRevision('R', 'r');
    const { version } = await drafts.begin(contentOf(revision), 'ann');
    const people = Array.from({ length: 6 }, (_, n) => `p${n}`);
    const released = await Promise.allSettled(
      people.map((by) => drafts.release({ flow: 'r', version }, revision, { by, why: `as ${by} says` })),
    );
    expect(done(released)).toBe(1);
    for (const refusal of refusals(released)) expect(refusal).toMatchObject({ code: 'not found' });
    expect(await drafts.find('r')).toBeNull();
    expect(await revisions.list('r')).toHaveLength(1);
    const history = await releases.history('r');
    expect(history).toHaveLength(1);
    expect(history[0]?.why).toBe(`as ${history[0]?.by} says`);
  });

  it('is released with its scenarios beside the revision, which is pinned as it was without them', async () => {
    const { drafts, revisions } = fresh.store;
    const revision = smallRevision('Told', 'told');
    const told = (name: string) => ({ one: { name, start: '2026-03-02T09:00:00Z', variables: {} } });
    const begun = await drafts.begin(contentOf(revision, told('First')), 'ann');
    const first = await drafts.release(begun, revision, { by: 'ann', why: '' });
    expect(first.hash).toBe(contentHash(revision));
    expect(await revisions.scenarios(first.hash)).toEqual(told('First'));
    expect(await revisions.get(first.hash)).toEqual(revision);

    const again = await drafts.begin(contentOf(revision, told('Second')), 'ann');
    expect(await drafts.release(again, revision, { by: 'ann', why: '' })).toEqual(first);
    expect(await revisions.scenarios(first.hash)).toEqual(told('Second'));
    await revisions.put(revision, { author: 'ann', why: '' });
    expect(await revisions.scenarios(first.hash)).toEqual(told('Second'));
    expect(await revisions.scenarios('none')).toEqual({});
  });

  it('that was kept before there were scenarios has none', async () => {
    const { drafts, draftEdits } = fresh.store;
    const { scenarios: _, ...before } = newFlow('before', 'Before');
    await drafts.begin(newFlow('before', 'Before'), 'ann');
    const raw = await mongoose.createConnection(mongoUri(), { dbName: fresh.database }).asPromise();
    await raw
      .collection<{ _id: string }>('drafts')
      .updateOne({ _id: 'before' }, { $set: { content: JSON.stringify(before) } });
    await raw.close();
    expect((await drafts.find('before'))?.content).toEqual({ ...before, scenarios: {} });
    const scenario = { name: 'One', start: '2026-03-02T09:00:00Z', variables: {} };
    const after = { ...newFlow('before', 'Before'), scenarios: { one: scenario } };
    const changes = difference(newFlow('before', 'Before'), after);
    await draftEdits.add('before', 1, [{ id: 'e', label: 'Told a story', changes }], 'ann');
    expect((await drafts.find('before'))?.content).toEqual(after);
    const wrong = difference(after, { ...after, scenarios: { one: { ...scenario, until: 'soon' } } });
    await expect(
      draftEdits.add('before', 2, [{ id: 'f', label: 'Until soon', changes: wrong }], 'ann'),
    ).rejects.toMatchObject({ code: 'unfit' });
  });

  it('that somebody changed meanwhile is not released, and stays', async () => {
    const { drafts, releases } = fresh.store;
    const revision = smallRevision('S', 's');
    await drafts.begin(contentOf(revision), 'ann');
    await drafts.change('s', 1, contentOf(smallRevision('Another', 's')), 'bob');
    await expect(
      drafts.release({ flow: 's', version: 1 }, revision, { by: 'ann', why: '' }),
    ).rejects.toMatchObject({ code: 'stale' });
    expect(await drafts.find('s')).toMatchObject({ name: 'Another' });
    expect(await releases.live('s')).toBeNull();
  });
});
