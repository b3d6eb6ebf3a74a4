import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MENTION_LIMITS } from '../../definitions/model/mention.ts';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

describe('capturing mentions', () => {
  it('opens one case for a thread, numbers its mentions by time, and keeps who said what', async () => {
    const { store } = fresh;
    const verdicts = await store.mentions.capture([
      said('a2', { threadId: 'A', occurredAt: '2026-03-02T09:05:00Z', text: 'Still nobody here' }),
      said('a1', {
        threadId: 'A',
        occurredAt: '2026-03-02T09:00:00Z',
        text: '\n  Nobody came today.\nI waited all day.',
        brand: 'Acme',
      }),
    ]);
    expect(verdicts.map((verdict) => verdict.status)).toEqual(['captured', 'captured']);
    const caseId = caseIdOf(verdicts[0]);
    expect(caseIdOf(verdicts[1])).toBe(caseId);
    expect(await store.cases.find(caseId)).toMatchObject({
      title: 'Nobody came today.',
      brand: 'Acme',
      status: 'open',
      channel: 'tweet',
      history: false,
      lastSeq: 2,
      deliveredSeq: 0,
      openedAt: '2026-03-02T10:00:00.000Z',
    });
    const mentions = await store.mentions.byCase(caseId);
    expect(mentions.map((mention) => mention.externalId)).toEqual(['a1', 'a2']);
    const { arrivals, case: about } = await store.arrivals.after(caseId, 0);
    expect(arrivals.map(({ seq, kind, ref }) => [seq, kind, ref])).toEqual(
      mentions.map((mention, n) => [n + 1, 'mention', mention.id]),
    );
    expect(about).toMatchObject({
      brand: 'Acme',
      channel: 'tweet',
      kind: 'tweet',
      primaryCaseId: null,
      lastSeq: 2,
    });
    const profile = await store.profiles.byExternalId('tweet', 'author of a1');
    expect(profile?.id).toBe(mentions[0]?.profileId);
  });

  it('changes nothing when the same comes again, and says so', async () => {
    const { store } = fresh;
    const batch = [said('b1'), said('b2', { inReplyTo: 'b1' })];
    const first = await store.mentions.capture(batch);
    const second = await store.mentions.capture(batch);
    expect(second).toEqual(first.map((verdict) => ({ ...verdict, status: 'duplicate' })));
    const caseId = caseIdOf(first[0]);
    expect((await store.cases.find(caseId))?.lastSeq).toBe(2);
    expect((await store.arrivals.after(caseId, 0)).arrivals).toHaveLength(2);
  });

  it('answers a retry of the same import as before', async () => {
    const { store } = fresh;
    const batch = [said('c1'), said('c1'), said('c2')];
    const first = await store.mentions.capture(batch, { importId: 'import c' });
    expect(first.map((verdict) => verdict.status)).toEqual(['captured', 'duplicate', 'captured']);
    expect(await store.mentions.capture(batch, { importId: 'import c' })).toEqual(first);
    const other = await store.mentions.capture(batch, { importId: 'another' });
    expect(other.map((verdict) => verdict.status)).toEqual(['duplicate', 'duplicate', 'duplicate']);
  });

  it('keeps what the company said elsewhere as a reply that answers the case', async () => {
    const { store } = fresh;
    const verdicts = await store.mentions.capture([
      said('d1', { threadId: 'D', occurredAt: '2026-03-02T09:00:00Z' }),
      said('d2', {
        threadId: 'D',
        direction: 'outbound',
        text: 'We are on our way.',
        occurredAt: '2026-03-02T09:10:00Z',
      }),
    ]);
    const caseId = caseIdOf(verdicts[0]);
    const [reply] = await store.replies.byCase(caseId);
    expect(reply).toMatchObject({ kind: 'elsewhere', status: 'sent', text: 'We are on our way.', caseId });
    const { arrivals } = await store.arrivals.after(caseId, 1);
    expect(arrivals).toMatchObject([{ seq: 2, kind: 'answered elsewhere', ref: reply?.id }]);
    expect((await store.replies.outbox({})).items).toEqual([]);
  });

  it('opens no case for what the company said by itself until a customer answers', async () => {
    const { store } = fresh;
    const greeting = said('e1', { threadId: 'E', direction: 'outbound', occurredAt: '2026-03-02T08:00:00Z' });
    const later = said('e3', { threadId: 'E', direction: 'outbound', occurredAt: '2026-03-02T09:30:00Z' });
    const [alone] = await store.mentions.capture([greeting, later]);
    expect(alone).toMatchObject({ status: 'captured', caseId: null });
    const conversation = await store.conversations.byThread('tweet', 'E');
    expect(conversation).toMatchObject({ caseId: null, mentions: 2 });

    const [question] = await store.mentions.capture([
      said('e2', { threadId: 'E', occurredAt: '2026-03-02T09:00:00Z' }),
    ]);
    const caseId = caseIdOf(question);
    const mentions = await store.mentions.byCase(caseId);
    expect(mentions.map((mention) => mention.externalId)).toEqual(['e1', 'e2', 'e3']);
    // What was said before the question answers nothing; what was said after it does.
    const { arrivals } = await store.arrivals.after(caseId, 0);
    expect(arrivals.map((arrival) => arrival.kind)).toEqual(['mention', 'answered elsewhere']);
    expect(await store.replies.byCase(caseId)).toHaveLength(2);
  });

  it('counts what is older than a day from its own time, and the rest from when it came', async () => {
    const { store } = fresh;
    const verdicts = await store.mentions.capture([
      said('f1', { threadId: 'F', occurredAt: '2026-02-01T09:00:00Z' }),
      said('f2', { threadId: 'F2', occurredAt: '2026-03-01T10:00:01Z' }),
    ]);
    const old = await store.arrivals.after(caseIdOf(verdicts[0]), 0);
    expect(old.arrivals).toMatchObject([{ history: true, at: '2026-02-01T09:00:00.000Z' }]);
    expect(old.case.history).toBe(true);
    const live = await store.arrivals.after(caseIdOf(verdicts[1]), 0);
    expect(live.arrivals).toMatchObject([{ history: false, at: '2026-03-02T10:00:00.000Z' }]);
    // A customer who writes now to a case of the past is not history.
    await store.mentions.capture([said('f3', { threadId: 'F' })]);
    expect((await store.cases.find(caseIdOf(verdicts[0])))?.history).toBe(false);
  });

  it('refuses by field what is out of bounds, and takes the rest of the batch', async () => {
    const { store } = fresh;
    const bad = {
      occurredAt: [
        said('g1', { occurredAt: '2026-03-02T10:06:00Z' }),
        said('g2', { occurredAt: 'yesterday' }),
        said('g3', { occurredAt: '2026-02-30T10:00:00Z' }),
        said('g4', { occurredAt: '2026-03-02T10:00:00' }),
      ],
      externalId: [said('é'.repeat(MENTION_LIMITS.idBytes / 2 + 1)), said(''), said('half \ud800')],
      text: [said('g5', { text: 'x'.repeat(MENTION_LIMITS.text + 1) })],
      extra: [said('g6', { extra: { long: 'x'.repeat(MENTION_LIMITS.extraBytes) } })],
      'author.name': [said('g7', { author: { externalId: 'g', name: 'n'.repeat(MENTION_LIMITS.name + 1) } })],
    };
    const good = said('g9');
    const batch = [...Object.values(bad).flat(), good];
    const verdicts = await store.mentions.capture(batch);
    const fields = Object.entries(bad).flatMap(([field, mentions]) => mentions.map(() => field));
    expect(
      verdicts.map((verdict) => (verdict.status === 'rejected' ? verdict.field : verdict.status)),
    ).toEqual([...fields, 'captured']);
  });

  it('stores emoji, right-to-left and zero-width text as it is, and mends broken characters', async () => {
    const { store } = fresh;
    const texts = [
      '😡😡',
      'لم يأت الفني اليوم',
      'a\u200bb\u200e',
      '<script>alert(1)</script>',
      'broken \ud800 and \0 here',
    ];
    const extra = { 'a.b': 1, $set: { deep: ['\udc00'] }, '': null };
    const verdicts = await store.mentions.capture(texts.map((text, n) => said(`h${n}`, { text, extra })));
    const stored = await Promise.all(verdicts.map((verdict) => store.mentions.byCase(caseIdOf(verdict))));
    expect(stored.flat().map((mention) => mention.text)).toEqual([
      ...texts.slice(0, 4),
      'broken \ufffd and \ufffd here',
    ]);
  });

  it('refuses a batch that is too long as a whole', async () => {
    const batch = Array.from({ length: 1_001 }, (_, n) => said(`long ${n}`));
    await expect(fresh.store.mentions.capture(batch)).rejects.toMatchObject({ code: 'refused' });
  });

  it('keeps the latest that an author is called, and forgets nothing that is left out', async () => {
    const { store } = fresh;
    const author = (more: object) => ({ externalId: 'changing', ...more });
    await store.mentions.capture([said('k1', { author: author({ name: 'Ann', email: 'ann@example.org' }) })]);
    await store.mentions.capture([said('k2', { author: author({ name: 'Anna' }) })]);
    const profile = await store.profiles.byExternalId('tweet', 'changing');
    expect(profile).toMatchObject({ name: 'Anna', email: 'ann@example.org', phone: null });
    expect(await store.mentions.countByProfile(profile?.id ?? '', new Date('2026-03-02T00:00:00Z'))).toBe(2);
  });
});
