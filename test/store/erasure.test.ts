import { afterAll, beforeAll, expect, it } from 'vitest';
import { caseIdOf, freshStore, said, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

it('erasing a person takes away every word of theirs and to them, and keeps ids and times', async () => {
  const { store } = fresh;
  const ann = {
    externalId: 'ann.secret',
    name: 'Ann Secret',
    handle: '@annsecret',
    email: 'ann@secret.example',
    phone: '+34 600',
  };
  const verdicts = await store.mentions.capture([
    said('e1', {
      threadId: 'E',
      author: ann,
      text: 'I am Ann Secret, call me',
      subject: 'Secret',
      extra: { from: 'Ann Secret' },
    }),
    said('e2', {
      threadId: 'E',
      direction: 'outbound',
      text: 'Dear Ann Secret',
      occurredAt: '2026-03-02T10:00:01Z',
    }),
    said('e3', { threadId: 'other', text: 'Somebody else says this' }),
  ]);
  const caseId = caseIdOf(verdicts[0]);
  const textId = await store.texts.put({ caseId, kind: 'answer', text: 'Ann Secret, sorry', by: 'pat' });
  const profile = await store.profiles.byExternalId('tweet', ann.externalId);
  const profileId = profile?.id ?? '';
  const before = await store.mentions.byCase(caseId);

  expect(await store.erasure.eraseProfile(profileId)).toEqual({
    mentions: 1,
    replies: 1,
    texts: 1,
    cases: 1,
  });

  const left = JSON.stringify([
    await store.mentions.byCase(caseId),
    await store.replies.byCase(caseId),
    await store.cases.find(caseId),
    await store.profiles.find(profileId),
    await store.texts.get(textId),
  ]);
  expect(left).not.toMatch(/secret/i);
  const after = await store.mentions.byCase(caseId);
  expect(after.map((mention) => mention.id)).toEqual(before.map((mention) => mention.id));
  expect(after.every((mention) => mention.erasedAt !== undefined)).toBe(true);
  expect(await store.texts.get(textId)).toEqual({ erased: true });
  expect((await store.mentions.byCase(caseIdOf(verdicts[2])))[0]?.text).toBe('Somebody else says this');

  expect(await store.erasure.eraseProfile(profileId)).toEqual({
    mentions: 0,
    replies: 0,
    texts: 0,
    cases: 0,
  });
  // What was captured before is known for ever, though its words are gone.
  const [again] = await store.mentions.capture([said('e1', { threadId: 'E', author: ann })]);
  expect(again?.status).toBe('duplicate');
  await expect(store.erasure.eraseProfile('nobody')).rejects.toMatchObject({ code: 'not found' });
});
