import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import mongoose from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Progress } from '../../definitions/model/case.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import { erase } from './erase.ts';
import { caseIdOf, freshStore, mongoUri, said, type Fresh } from './fresh-store.ts';
import { everyDocument } from './every-document.ts';
import { opening, report } from './progress-report.ts';
import { smallRevision } from './small-revision.ts';

const PROGRAM = fileURLToPath(new URL('./erase-until-killed.ts', import.meta.url));
/** Ann's own. */
const ANN = {
  externalId: 'ann.secret',
  name: 'Ann Secret',
  handle: '@annsecret',
  email: 'ann@secret.example',
  phone: '+34 600 secret',
};

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const idOf = async (externalId: string): Promise<string> =>
  (await fresh.store.profiles.byExternalId('tweet', externalId))?.id ?? '';

describe('erasing a person', () => {
  it('takes away every word of theirs and to them, wherever it stands, and keeps ids, times and facts', async () => {
    const { store } = fresh;
    const verdicts = await store.mentions.capture([
      said('secret-1', {
        threadId: 'secret thread',
        author: ANN,
        text: 'I am Ann Secret, call me',
        subject: 'Secret',
        url: 'https://tweet.example/annsecret/1',
        extra: { from: 'Ann Secret' },
      }),
      said('e2', {
        threadId: 'secret thread',
        direction: 'outbound',
        text: 'Dear Ann Secret',
        occurredAt: '2026-03-02T10:00:01Z',
      }),
      said('e3', { threadId: 'other', text: 'Somebody else says this' }),
    ]);
    const caseId = caseIdOf(verdicts[0]);
    const { hash } = await store.revisions.put(withNote(), { author: 'ann', why: '' });
    await store.cases.recordProgress(
      report(caseId, 1, { revision: hash, status: 'person', tasksOpened: [opening(caseId, '1')] }),
    );
    const typed = { note: 'short secret' };
    await store.cases.recordProgress(
      report(caseId, 2, {
        revision: hash,
        status: 'closed',
        outcome: 'put right',
        facts: { answer: typed, topic: 'outage' },
        tasksClosed: [{ taskId: `${caseId}.1`, how: 'answered', by: 'pat', answers: typed }],
        events: JSON.stringify([{ type: 'taskCompleted', at: 1, id: 'w1', answers: typed, by: 'pat' }]),
        trail: [{ ...STEP, detail: { value: typed } }],
      }),
      JSON.stringify({ state: { scopes: { '0': { flow: 'small', variables: { answer: typed } } } } }),
    );
    await store.audit.record({
      who: 'pat',
      act: 'answered a task',
      caseId,
      subject: `${caseId}.1`,
      detail: { task: 'Ask', chosen: typed },
      why: 'Ann Secret said so.',
    });
    const textId = await store.texts.put({ caseId, kind: 'answer', text: 'Ann Secret, sorry', by: 'pat' });
    const customer = await store.customers.upsert({
      ...NOTHING_SAID,
      crm: 'billing',
      accountNumber: 'S-secret-1',
      name: 'Ann Secret',
      email: ANN.email,
      products: ['secret line'],
      extra: { note: 'secret' },
    });
    const profileId = await idOf(ANN.externalId);
    const link = await store.links.link({
      profileId,
      customerId: customer.id,
      how: 'verified email',
      evidence: { email: ANN.email },
      by: 'earshot',
      at: '2026-03-02T10:00:00.000Z',
    });
    const act = { who: 'pat', act: 'linked a customer', subject: link?.id ?? '' } as const;
    await store.audit.record({ ...act, why: 'Ann Secret is my neighbour' });
    const before = await store.mentions.byCase(caseId);
    expect(await everyDocument(fresh.database, /secret/i)).not.toEqual([]);

    const { erasure, already } = await erase(store, profileId);

    expect(already).toBe(false);
    expect(await everyDocument(fresh.database, /secret/i)).toEqual([]);
    expect(erasure).toMatchObject({
      by: 'dora',
      reference: 'letter 7',
      why: 'They asked for it.',
      casesInWork: false,
      taken: { profiles: 1, mentions: 2, replies: 1, texts: 1, cases: 1, links: 1, customers: 1, tasks: 1 },
    });
    const after = await store.mentions.byCase(caseId);
    expect(after.map((mention) => mention.id)).toEqual(before.map((mention) => mention.id));
    expect(after.every((mention) => mention.erasedAt !== undefined)).toBe(true);
    expect(await store.texts.get(textId)).toEqual({ erased: true });
    expect(await store.cases.find(caseId)).toMatchObject({
      outcome: 'put right',
      facts: { answer: { note: null }, topic: 'outage' },
    });
    expect((await store.mentions.byCase(caseIdOf(verdicts[2])))[0]?.text).toBe('Somebody else says this');
  });

  it('answers the same again, and changes nothing', async () => {
    const { store } = fresh;
    const [profileId] = (await mongo(fresh.database, (db) => db.collection('profiles').find().toArray()))
      .filter((profile) => profile['erasedAt'] !== null)
      .map((profile) => String(profile._id));
    const first = await erase(store, profileId ?? '');
    const stood = await everyDocument(fresh.database, /./);
    fresh.clock.now = new Date('2026-03-05T10:00:00.000Z');
    const again = await erase(store, profileId ?? '');
    expect(again).toEqual({ ...first, already: true, again: 0 });
    expect(again.erasure.taken).toMatchObject({ mentions: 2, replies: 1 });
    expect(await everyDocument(fresh.database, /./)).toEqual(stood);
  });

  it('takes away what a case in work says again of a short answer, once it is looked through again', async () => {
    const { store } = fresh;
    const [verdict] = await store.mentions.capture([said('w1', { author: { externalId: 'working' } })]);
    const caseId = caseIdOf(verdict);
    const { hash } = await store.revisions.put(withNote(), { author: 'ann', why: '' });
    const typed = { note: 'typed by hand' };
    const tell = (version: number, more: Partial<Progress>) =>
      store.cases.recordProgress(
        report(caseId, version, { revision: hash, facts: { answer: typed }, ...more }),
      );
    await tell(1, { tasksOpened: [opening(caseId, '1')] });
    await tell(2, { tasksClosed: [{ taskId: `${caseId}.1`, how: 'answered', by: 'pat', answers: typed }] });
    const profileId = await idOf('working');
    expect((await erase(store, profileId)).erasure.casesInWork).toBe(true);
    expect(await everyDocument(fresh.database, /typed by hand/)).toEqual([]);
    // The run holds it still, and says it again as it ends.
    await tell(3, { status: 'closed' });
    expect(await store.erasure.goOn()).toBe(1);
    expect(await everyDocument(fresh.database, /typed by hand/)).toEqual([]);
    expect((await erase(store, profileId)).erasure.casesInWork).toBe(false);
  });

  it('of several profiles, or of one of them again, is one erasure', async () => {
    const { store } = fresh;
    await store.mentions.capture([
      said('s1', { author: { externalId: 'one of her' } }),
      said('s2', { author: { externalId: 'other of her' } }),
    ]);
    const ids = [await idOf('one of her'), await idOf('other of her')];
    const first = await erase(store, ...ids);
    expect(first.erasure.taken).toMatchObject({ profiles: 2, mentions: 2 });
    expect(await erase(store, ids[1] ?? '')).toEqual({ ...first, already: true, again: 0 });
  });

  it('proves later that nothing came back, and tells when something did', async () => {
    const { store, database } = fresh;
    const [doc] = await mongo(database, (db) => db.collection('erasures').find().toArray());
    const erasureId = String(doc?._id);
    const [profileId] = requestOf(doc).profileIds;
    expect(await store.erasure.stillHolds(erasureId)).toBe(true);
    await mongo(database, (db) =>
      db.collection('mentions').updateOne({ profileId }, { $set: { text: 'restored' } }),
    );
    expect(await store.erasure.stillHolds(erasureId)).toBe(false);
    expect((await store.erasure.erase(requestOf(doc))).again).toBe(1);
    expect(await store.erasure.stillHolds(erasureId)).toBe(true);
    // As what was on its way just then: it comes in under the old profile.
    await mongo(database, async (db) => {
      const one = await db.collection('mentions').findOne({ profileId });
      const late = { ...one, _id: 'late', externalId: 'late', text: 'A late word', erasedAt: null };
      await db.collection<{ _id: string }>('mentions').insertOne(late);
    });
    expect(await store.erasure.stillHolds(erasureId)).toBe(false);
    expect(await store.erasure.goOn()).toBe(1);
    expect(await store.erasure.stillHolds(erasureId)).toBe(true);
  });

  it('keeps what was heard from being heard again; who comes back is somebody new', async () => {
    const { store } = fresh;
    const [again] = await store.mentions.capture([
      said('secret-1', { threadId: 'secret thread', author: ANN }),
    ]);
    expect(again?.status).toBe('duplicate');
    const [later] = await store.mentions.capture([
      said('later', { author: ANN, text: 'It is me', threadId: 'later' }),
    ]);
    expect(later?.status).toBe('captured');
    const [mention] = await store.mentions.byCase(caseIdOf(later));
    expect(mention?.profileId).toBe(await idOf(ANN.externalId));
    expect(await store.links.current(mention?.profileId ?? '')).toEqual([]);
  });

  it('leaves a customer record that somebody else is linked to, until they are erased too', async () => {
    const { store } = fresh;
    await store.mentions.capture([
      said('h1', { author: { externalId: 'her' } }),
      said('h2', { author: { externalId: 'him' } }),
    ]);
    const house = await store.customers.upsert({
      ...NOTHING_SAID,
      crm: 'billing',
      accountNumber: 'H-1',
      name: 'Household',
    });
    const [her, him] = [await idOf('her'), await idOf('him')];
    for (const profileId of [her, him])
      await store.links.link({
        profileId,
        customerId: house.id,
        how: 'account number',
        evidence: {},
        by: 'earshot',
        at: '2026-03-02T10:00:00.000Z',
      });
    expect((await erase(store, her)).erasure.taken['customers']).toBeUndefined();
    expect((await store.customers.find(house.id))?.name).toBe('Household');
    expect((await erase(store, him)).erasure.taken['customers']).toBe(1);
    expect((await store.customers.find(house.id))?.name).toBeNull();
  });

  it('refuses who is nobody, and an account that the company itself answers from', async () => {
    const { store } = fresh;
    await expect(erase(store, 'nobody')).rejects.toMatchObject({ code: 'not found' });
    await expect(erase(store)).rejects.toMatchObject({ code: 'not found' });
    const [mention] = (await store.mentions.byCase(await caseOfFirst())).filter(
      ({ direction }) => direction === 'outbound',
    );
    await expect(erase(store, mention?.profileId ?? '')).rejects.toMatchObject({ code: 'refused' });
  });

  it('goes on after a kill in the middle, however much there is, and counts each document once', async () => {
    const { store, database } = fresh;
    const many = 1_000;
    await store.mentions.capture(
      Array.from({ length: many }, (_, n) =>
        said(`many-${n}`, { author: { externalId: 'many' }, threadId: `m${n % 50}` }),
      ),
    );
    const profileId = await idOf('many');
    const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, database, mongoUri(), profileId], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const begun = async () =>
      (await mongo(database, (db) => db.collection('erasures').findOne({ profileIds: profileId })))?.['taken']
        .mentions > 0;
    while (!(await begun())) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('close', resolve));

    const { erasure } = await erase(store, profileId);
    expect(erasure.taken).toEqual({ profiles: 1, mentions: many, conversations: 50, cases: 50 });
    expect(await store.erasure.stillHolds(erasure.id)).toBe(true);
    expect(await everyDocument(database, /technician never came \(many/)).toEqual([]);
  });
});

/** A drawing that asks for a short answer beside the text. */
function withNote(): Revision {
  const revision = smallRevision();
  const nodes = revision.flow.nodes.map((node) =>
    node.kind === 'userTask'
      ? { ...node, form: [...node.form, { name: 'note', label: 'Note', type: { type: 'string' } as const }] }
      : node,
  );
  return { ...revision, flow: { ...revision.flow, nodes } };
}

const STEP = {
  n: 1,
  at: '2026-03-02T10:00:05.000Z',
  scope: '0',
  flow: 'small',
  node: 'ask',
  visit: 1,
  item: 0,
  what: 'left',
} as const;

function requestOf(doc: Record<string, unknown> | undefined) {
  const profileIds: unknown = doc?.['profileIds'];
  if (!Array.isArray(profileIds)) throw new Error('There is no erasure.');
  return { profileIds: profileIds.map(String), by: 'dora', reference: 'letter 7', why: 'Again.' };
}

async function caseOfFirst(): Promise<string> {
  const outbound = await mongo(fresh.database, (db) =>
    db.collection('mentions').findOne({ direction: 'outbound' }),
  );
  return String(outbound?.['caseId']);
}

async function mongo<T>(database: string, ask: (db: mongoose.Connection) => Promise<T>): Promise<T> {
  const connection = await mongoose.createConnection(mongoUri(), { dbName: database }).asPromise();
  try {
    return await ask(connection);
  } finally {
    await connection.close();
  }
}
