import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import { contentOf } from '../../definitions/flow/draft.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import type { NewPublishRequest } from '../../engine/store/publish-requests.ts';
import { freshStore, type Fresh } from './fresh-store.ts';
import { smallRevision } from './small-revision.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const as = (who: string, self = who) => ({ by: who, self });
const told = (name: string): Scenarios => ({ one: { name, start: '2026-03-02T09:00:00Z', variables: {} } });
/** A flow that was never published, asked for by Ann. */
const wanted = (flow: string, more: Partial<NewPublishRequest> = {}): NewPublishRequest => ({
  revision: smallRevision('Small', flow),
  scenarios: told('First'),
  wants: 'live revision',
  base: { hash: null, isLive: false, scenarios: {} },
  by: 'ann',
  self: 'ann',
  why: 'It is better.',
  despite: [],
  ...more,
});
const refusals = (all: readonly PromiseSettledResult<unknown>[]) =>
  all.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));

describe('what waits for approval', () => {
  it('is published exactly as it was held, in the name of both, whatever became of the draft', async () => {
    const { publishRequests, drafts, releases, revisions } = fresh.store;
    const revision = smallRevision('Small', 'a');
    const { born, version } = await drafts.begin(contentOf(revision, told('First')), 'ann');
    const asked = await publishRequests.ask(wanted('a', { draft: { born, version } }));
    expect(await publishRequests.waiting()).toEqual([asked]);
    await drafts.change('a', version, contentOf(smallRevision('Later', 'a')), 'ann');
    const record = await publishRequests.approve(asked.id, asked.digest, as('bob'));
    expect(record).toMatchObject({ hash: contentHash(revision), author: 'ann', why: 'It is better.' });
    expect(await revisions.scenarios(record.hash)).toEqual(told('First'));
    expect(await releases.live('a')).toMatchObject({ hash: record.hash, by: 'ann', approvedBy: 'bob' });
    expect(await drafts.find('a')).toMatchObject({ name: 'Later' });
    expect(await publishRequests.find(asked.id)).toMatchObject({
      state: 'approved',
      decided: { by: 'bob', why: null },
    });
    expect(await publishRequests.waiting('a')).toEqual([]);
  });

  it('takes the draft with it that it was asked with, if nobody went on with that', async () => {
    const { publishRequests, drafts, releases } = fresh.store;
    const { born, version } = await drafts.begin(contentOf(smallRevision('Small', 'b')), 'ann');
    const asked = await publishRequests.ask(wanted('b', { draft: { born, version } }));
    await publishRequests.approve(asked.id, asked.digest, as('bob'));
    expect(await drafts.find('b')).toBeNull();
    expect(await releases.live('b')).toMatchObject({ draft: born });
  });

  it('is never approved nor sent back by who asked, whoever they work as, and withdrawn by nobody else', async () => {
    const { publishRequests, releases } = fresh.store;
    const { id, digest } = await publishRequests.ask(wanted('c', { by: 'ann', self: 'root' }));
    for (const who of [as('ann'), as('root'), as('bob', 'root'), as('bob', 'ann')]) {
      await expect(publishRequests.approve(id, digest, who)).rejects.toMatchObject({ code: 'refused' });
      await expect(publishRequests.sendBack(id, who, 'No.')).rejects.toMatchObject({ code: 'refused' });
    }
    await expect(publishRequests.withdraw(id, as('bob'))).rejects.toMatchObject({ code: 'refused' });
    expect(await releases.live('c')).toBeNull();
    expect(await publishRequests.withdraw(id, as('ann'))).toMatchObject({ state: 'withdrawn' });
  });

  it('is one for each flow, also when several ask at once, and the next once it is decided', async () => {
    const { publishRequests } = fresh.store;
    const asked = await Promise.allSettled(
      ['ann', 'bob', 'eve', 'sue'].map((by) => publishRequests.ask(wanted('d', { by, self: by }))),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const refusal of refusals(asked)) expect(refusal).toMatchObject({ code: 'refused' });
    const [first] = await publishRequests.waiting('d');
    await publishRequests.sendBack(first?.id ?? '', as('max'), 'Say why.');
    expect(await publishRequests.last('d')).toMatchObject({
      state: 'sent back',
      decided: { by: 'max', why: 'Say why.' },
    });
    await publishRequests.ask(wanted('d'));
  });

  it('is decided once, by one of those who do so at once', async () => {
    const { publishRequests, releases } = fresh.store;
    const { id, digest } = await publishRequests.ask(wanted('e'));
    const decided = await Promise.allSettled([
      ...['b', 'c', 'd'].map((who) => publishRequests.approve(id, digest, as(who))),
      publishRequests.sendBack(id, as('e'), 'No.'),
      publishRequests.withdraw(id, as('ann')),
    ]);
    expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const refusal of refusals(decided)) expect(refusal).toMatchObject({ code: 'stale' });
    const { state } = (await publishRequests.last('e')) ?? {};
    expect(await releases.history('e')).toHaveLength(state === 'approved' ? 1 : 0);
  });

  it('is not published when it is not what was seen, or when something else stands by now', async () => {
    const { publishRequests, releases, revisions, stories } = fresh.store;
    const { id, digest } = await publishRequests.ask(wanted('f'));
    await expect(publishRequests.approve(id, '0'.repeat(64), as('bob'))).rejects.toMatchObject({
      code: 'unfit',
    });
    const other = await revisions.put(smallRevision('Other', 'f'), { author: 'eve', why: '' });
    await releases.release('f', other.hash, 'eve', '');
    await expect(publishRequests.approve(id, digest, as('bob'))).rejects.toMatchObject({ code: 'unfit' });
    expect(await publishRequests.last('f')).toMatchObject({ state: 'waiting' });
    await publishRequests.sendBack(id, as('bob'), 'Look again.');

    const base = { hash: other.hash, isLive: true, scenarios: {} };
    const again = await publishRequests.ask(wanted('f', { base }));
    await stories.keep({ flow: 'f', hash: other.hash, by: 'eve', why: '', scenarios: told('Meanwhile') });
    await expect(publishRequests.approve(again.id, again.digest, as('bob'))).rejects.toMatchObject({
      code: 'unfit',
    });
    expect(await releases.live('f')).toMatchObject({ hash: other.hash });
  });
});

describe('stories alone', () => {
  it('take the place of those that stood there; the revision and what is live stay what they were', async () => {
    const { drafts, releases, revisions, stories } = fresh.store;
    const revision = smallRevision('Told', 'told');
    const first = await drafts.begin(contentOf(revision, told('First')), 'ann');
    const { hash } = await drafts.release(first, revision, { by: 'ann', why: '' });
    const [lists, history] = [await revisions.list('told'), await releases.history('told')];
    const draft = await drafts.begin(contentOf(revision, told('Second')), 'ann');
    await expect(
      stories.keepOfDraft({ ...draft, version: 9 }, hash, { by: 'ann', why: '' }),
    ).rejects.toMatchObject({ code: 'stale' });
    const kept = await stories.keepOfDraft(draft, hash, { by: 'ann', why: 'A better name.' });
    expect(await stories.history('told')).toEqual([kept]);
    expect(kept).toMatchObject({ hash, by: 'ann', why: 'A better name.', draft: draft.born });
    expect(await revisions.scenarios(hash)).toEqual(told('Second'));
    expect(await revisions.list('told')).toEqual(lists);
    expect(await releases.history('told')).toEqual(history);
    expect(await drafts.find('told')).toBeNull();
  });

  it('are not kept beside a revision that is not live any more; the draft stays', async () => {
    const { drafts, releases, revisions, stories } = fresh.store;
    const revision = smallRevision('Old', 'old');
    const { hash } = await revisions.put(revision, { author: 'ann', why: '', scenarios: told('First') });
    const other = await revisions.put(smallRevision('New', 'old'), { author: 'ann', why: '' });
    await releases.release('old', other.hash, 'ann', '');
    const draft = await drafts.begin(contentOf(revision, told('Second')), 'ann');
    await expect(stories.keepOfDraft(draft, hash, { by: 'ann', why: '' })).rejects.toMatchObject({
      code: 'stale',
    });
    expect(await drafts.find('old')).toEqual(draft);
    expect(await revisions.scenarios(hash)).toEqual(told('First'));
  });
});
