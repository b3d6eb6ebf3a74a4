import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import mongoose from 'mongoose';
import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import { caseIdOf, freshStore, mongoUri, said, type Fresh } from './fresh-store.ts';
import { incident, opening, report, step } from './progress-report.ts';
import { smallRevision } from './small-revision.ts';

const EMAIL = 'Ann.Lee@example.org';
let fresh: Fresh;
let caseId: string;
let profileIds: readonly string[];
let customerId: string;
beforeAll(async () => {
  fresh = await freshStore();
  ({ caseId, profileIds, customerId } = await fill(fresh));
});
afterAll(() => fresh.dispose());

describe('the export of a person', () => {
  it('holds every document in which one of their ids stands', async () => {
    const exported = await fresh.store.persons.export({ profileIds, customerIds: [] });
    const listed = new Set(exported.parts.flatMap(({ items }) => items.map(({ id }) => id)));
    const theirs = new Set<unknown>([...profileIds, caseId, customerId]);
    const inside = await documents((doc) =>
      Object.entries(doc).some(([field, value]) =>
        field === 'workflowId' ? value === `case/${caseId}` : theirs.has(value),
      ),
    );
    expect(new Set(inside.map(({ collection }) => collection)).size).toBeGreaterThan(12);
    expect(inside.filter(({ id }) => !listed.has(id))).toEqual([]);
  });

  it('says what each part is, in plain names, with what was said, answered, linked and decided', async () => {
    const { parts } = await fresh.store.persons.export({ profileIds, customerIds: [] });
    for (const { what } of parts) expect(what).toMatch(/^[A-Z].{8,}/);
    const part = (name: string) => parts.find((one) => one.part === name)?.items;
    expect(part('mentions')).toContainEqual(
      expect.objectContaining({ text: 'Nobody came, says Ann', 'to or from the company': 'inbound' }),
    );
    expect(part('replies')).toContainEqual(expect.objectContaining({ text: 'We are sorry' }));
    expect(part('texts')).toContainEqual(expect.objectContaining({ text: 'She is right' }));
    expect(part('links')).toMatchObject([
      { 'by what sign': 'verified email', 'what spoke for it': { email: EMAIL } },
    ]);
    expect(part('customers')).toMatchObject([{ name: 'Ann Lee', 'customer system': 'billing' }]);
    expect(part('cases')).toContainEqual(expect.objectContaining({ 'what came of it': 'put right' }));
    expect(part('remedies')).toMatchObject([{ amount: 20 }]);
  });

  it('says nothing about others in the same thread, and names no colleague', async () => {
    const everybody = await fresh.store.persons.export({ profileIds, customerIds: [] });
    const text = JSON.stringify(everybody);
    expect(text).not.toContain('Bystander');
    expect(text).not.toContain('pat');
    const bystander = await fresh.store.profiles.byExternalId('tweet', 'by');
    const theirs = await fresh.store.persons.export({
      profileIds: [bystander?.id ?? ''],
      customerIds: [],
    });
    expect(JSON.stringify(theirs)).toContain('Bystander');
    expect(JSON.stringify(theirs)).not.toMatch(/Ann|She is right/);
  });

  it('is found by any of their addresses, whatever its capital letters', async () => {
    const { store } = fresh;
    expect(await store.persons.find({ email: 'ann.lee@EXAMPLE.org' })).toMatchObject({
      profileIds,
      customerIds: [customerId],
      alsoLinked: [],
    });
    expect(await store.persons.find({ email: 'lee@example.org' })).toMatchObject({ profileIds: [] });
    await expect(store.persons.export({ profileIds: [], customerIds: [] })).rejects.toMatchObject({
      code: 'not found',
    });
  });
});

/** A case of Ann's with everything that may stand in one, and a thread in which somebody else speaks too. */
async function fill({ store }: Fresh) {
  const author = { externalId: 'ann', name: 'Ann Lee', email: EMAIL };
  const verdicts = await store.mentions.capture([
    said('1', { threadId: 'T', author, text: 'Nobody came, says Ann' }),
    said('2', { threadId: 'T', direction: 'outbound', text: 'Elsewhere answered' }),
    said('3', { threadId: 'S', author, text: 'Ann here as well' }),
    said('4', { threadId: 'S', author: { externalId: 'by' }, text: 'Bystander says so too' }),
  ]);
  const own = caseIdOf(verdicts[0]);
  const { hash } = await store.revisions.put(smallRevision(), { author: 'ann', why: '' });
  await store.cases.recordProgress(
    report(own, 1, {
      revision: hash,
      tasksOpened: [opening(own, '1')],
      incidentsRaised: [incident(own, '2')],
      trail: [step(1)],
    }),
  );
  const closed = report(own, 2, { revision: hash, status: 'closed', outcome: 'put right' });
  await store.cases.recordProgress(closed, '{}');
  await store.texts.put({ caseId: own, kind: 'note', text: 'She is right', by: 'pat' });
  const [mention] = await store.mentions.byCase(own);
  await store.replies.create({
    key: 'r',
    caseId: own,
    conversationId: mention?.conversationId ?? '',
    channel: 'tweet',
    text: 'We are sorry',
    kind: 'answer',
    status: 'sent',
    by: 'pat',
  });
  await store.remedies.record({ key: 'k', caseId: own, kind: 'credit', amount: 20, months: null, by: 'pat' });
  await store.effects.begin('e', { caseId: own, activity: 'sendReply', leaseMs: 1, now: new Date() });
  await store.histories.archive(`case/${own}`, 'run', {
    revision: hash,
    semantics: 1,
    history: Buffer.from('h'),
  });
  await store.audit.record({ who: 'pat', act: 'cancelled a case', caseId: own, subject: own, why: 'Why.' });
  const profile = await store.profiles.byExternalId('tweet', 'ann');
  const customer = await store.customers.upsert({
    ...NOTHING_SAID,
    crm: 'billing',
    accountNumber: '77',
    name: 'Ann Lee',
    email: EMAIL.toLowerCase(),
  });
  const profileId = profile?.id ?? '';
  await store.links.link({
    profileId,
    customerId: customer.id,
    how: 'verified email',
    evidence: { email: EMAIL },
    by: 'earshot',
    at: '2026-03-02T10:00:00.000Z',
  });
  return { caseId: own, profileIds: [profileId], customerId: customer.id };
}

async function documents(are: (doc: Record<string, unknown>) => boolean) {
  const connection = await mongoose.createConnection(mongoUri(), { dbName: fresh.database }).asPromise();
  const found: { readonly collection: string; readonly id: string }[] = [];
  for (const { name } of await connection.listCollections()) {
    for (const doc of await connection.collection(name).find().toArray())
      if (are(doc)) found.push({ collection: name, id: String(doc._id) });
  }
  await connection.close();
  return found;
}
