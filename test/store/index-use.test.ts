import { afterAll, beforeAll, expect, it } from 'vitest';
import { difference } from '../../definitions/edit/difference.ts';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import { contentOf } from '../../definitions/flow/draft.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { connectDatabase, type Database } from '../../engine/store/database.ts';
import { makeIndexes, storeOn, type Store } from '../../engine/store/store.ts';
import { askOfPrivacy } from './ask-of-privacy.ts';
import { caseIdOf, freshName, mongoUri, said } from './fresh-store.ts';
import { incident, opening, report, step } from './progress-report.ts';
import { smallRevision } from './small-revision.ts';

let db: Database;
let store: Store;
const asked: Record<string, unknown>[] = [];
const EXPLAINED = new Set(['find', 'aggregate', 'count', 'distinct', 'findAndModify', 'update']);

beforeAll(async () => {
  const uri = new URL(mongoUri());
  uri.searchParams.set('monitorCommands', 'true');
  const morning = (): Date => new Date('2026-03-02T10:00:00Z');
  db = await connectDatabase(uri.href, freshName(), { now: morning, machineNow: morning });
  await makeIndexes(db);
  store = storeOn(db);
  db.connection.getClient().on('commandStarted', ({ commandName, command }) => {
    if (EXPLAINED.has(commandName)) asked.push({ ...command });
  });
});
afterAll(async () => {
  await db.connection.dropDatabase();
  await db.connection.close();
});

it('no question scans a collection', { timeout: 120_000 }, async () => {
  await askEverything();
  expect(asked.length).toBeGreaterThan(120);
  const scans: string[] = [];
  for (const command of asked) {
    if (await wouldScan(command)) scans.push(JSON.stringify(command).slice(0, 300));
  }
  expect(scans).toEqual([]);
});

it('a question without an index would be noticed', async () => {
  expect(await wouldScan({ find: 'mentions', filter: { text: 'x' } })).toBe(true);
  expect(await wouldScan({ aggregate: 'cases', pipeline: [{ $group: { _id: '$title' } }], cursor: {} })).toBe(
    true,
  );
});

/** Whether the server would read a whole collection for the command. */
async function wouldScan(command: Record<string, unknown>): Promise<boolean> {
  const bare = Object.fromEntries(
    Object.entries(command).filter(
      ([name]) => !/^(lsid|txnNumber|autocommit|startTransaction|readConcern|writeConcern|\$.*)$/.test(name),
    ),
  );
  const plans = [];
  // Only the first statement of an update can be explained: each is explained alone.
  const updates = bare['updates'];
  const parts = Array.isArray(updates) ? updates.map((update) => ({ ...bare, updates: [update] })) : [bare];
  for (const part of parts)
    plans.push(await db.connection.db?.command({ explain: part, verbosity: 'queryPlanner' }));
  const text = JSON.stringify(plans);
  expect(text).toMatch(/"stage"|EOF/);
  return text.includes('"COLLSCAN"');
}

async function askEverything(): Promise<void> {
  const { hash } = await store.revisions.put(smallRevision(), { author: 'ann', why: '' });
  const verdicts = await store.mentions.capture(
    [
      said('1', { threadId: 'T' }),
      said('2', { direction: 'outbound', inReplyTo: '1' }),
      said('3'),
      said('4', { direction: 'outbound' }),
    ],
    { importId: 'import' },
  );
  await store.mentions.capture([said('3'), said('5', { inReplyTo: '4' })]);
  const [caseId, other] = [caseIdOf(verdicts[0]), caseIdOf(verdicts[2])];
  await store.cases.recordProgress(
    report(caseId, 1, {
      revision: hash,
      tasksOpened: [opening(caseId, '1')],
      incidentsRaised: [incident(caseId, '2')],
      trail: [step(1)],
    }),
  );
  await store.cases.recordProgress(
    report(caseId, 2, {
      tasksClosed: [{ taskId: `${caseId}.1`, how: 'answered', by: 'pat', answers: {} }],
      incidentsCleared: [`${caseId}.2`],
    }),
    '{}',
  );
  const mentions = await store.mentions.byCase(caseId);
  const [mention] = mentions;
  if (mention === undefined) throw new Error('The case has no mention.');
  await store.mentions.find(mention.id);
  await store.mentions.findMany([mention.id]);
  await store.mentions.byConversation(mention.conversationId);
  await store.mentions.countByProfile(mention.profileId, new Date(0));
  await store.channels.declare({ name: 'tweet', kind: 'tweet' });
  await store.channels.find('tweet');
  await store.channels.list();
  await store.imports.progress('import');
  await store.arrivals.after(caseId, 0);
  await store.arrivals.append(caseId, { kind: 'message', ref: 'r', name: 'm', at: '2026-03-02T10:00:00Z' });
  const filters = [
    {},
    { status: ['open', 'stuck'] as const },
    { person: 'pat' },
    { team: 'north' },
    { channel: 'tweet' },
    { brand: 'b' },
    { brokenStep: 'order' as const },
    { ownError: true },
    { outcome: 'o' },
    { region: 'r' },
    { priority: 'p' },
    { dueBefore: '2026-03-02T10:00:00Z' },
    { revision: hash },
    { customerId: 'c' },
    { node: 'n' },
    { node: 'n', flow: 'f' },
    { worth: 'answer' as const },
    { answered: true },
    { wroteAgain: true },
    { openedSince: '2026-03-02T10:00:00Z' },
    { importId: 'i' },
    { status: ['open'] as const, team: 'north', node: 'n' },
  ];
  for (const filter of filters) {
    for (const sort of ['changed', 'opened', 'due'] as const) {
      const page = await store.cases.list(filter, { sort, limit: 1 });
      if (page.next !== null) await store.cases.list(filter, { sort, limit: 1, cursor: page.next });
    }
  }
  await store.cases.find(caseId);
  await store.cases.findMany([caseId]);
  await store.cases.counts();
  await store.cases.values();
  await store.tallies.fold();
  await store.tallies.read();
  await store.tallies.read();
  await store.cases.brands();
  await store.cases.undelivered(10, new Date());
  await store.cases.undelivered(10);
  await store.cases.markDelivered(caseId, 1);
  await store.cases.trail(caseId);
  await store.cases.told(caseId);
  await store.cases.savedState(caseId);
  await store.cases.assign(caseId, { team: 'north' });
  for (const why of ['did not wake', 'did not report'] as const) {
    await store.cases.late(why, new Date());
    const page = await store.cases.late(why, new Date('2027-01-01T00:00:00Z'), { limit: 1 });
    if (page.next !== null) await store.cases.late(why, new Date(), { limit: 1, cursor: page.next });
  }
  await store.cases.expectReport(caseId);
  await store.cases.owesNothing(caseId, '2026-03-02T10:00:00.000Z');
  await store.cases.link(other, caseId, 'pat');
  await store.cases.followersOf(caseId);
  for (const search of ['', 'techn nev', 'ann']) await store.cases.candidates(caseId, search);
  await store.conversations.find('x');
  await store.conversations.byCase(caseId);
  await store.conversations.byThread('tweet', 'T');
  await store.profiles.find('x');
  await store.profiles.findMany(['x']);
  await store.profiles.byExternalId('tweet', 'x');
  await store.profiles.byCase(caseId);
  const said0 = {
    crm: 'c',
    accountNumber: '1',
    name: null,
    email: null,
    phone: null,
    birthDate: null,
    address: null,
    locality: null,
    postcode: null,
    region: null,
    since: null,
    products: [],
    extra: {},
  };
  const customer = await store.customers.upsert(said0);
  await store.customers.find(customer.id);
  await store.customers.findMany([customer.id]);
  await store.customers.byAccount('c', '1');
  const event = {
    profileId: 'p',
    customerId: customer.id,
    how: 'account number',
    evidence: {},
    by: 'pat',
    at: '2026-03-02T10:00:00Z',
  } as const;
  const proposed = await store.links.propose(event, 0.5);
  await store.links.questions();
  await store.links.countQuestions();
  await store.links.question('p', customer.id);
  const answer = { profileId: 'p', customerId: customer.id, by: 'pat', at: event.at };
  const linked = await store.links.answer({ ...answer, answer: 'same', eventId: proposed?.id ?? '' });
  await store.links.find(linked.id);
  await store.links.undo({ id: linked.id, by: 'pat', at: event.at, why: 'Another person' });
  await store.links.link({ ...event, by: 'amy' });
  await store.links.current('p');
  await store.crmStates.note('c', null);
  await store.crmStates.all();
  const profile = { id: 'p', channel: 'twitter', externalId: 'x', handle: null, email: null, phone: null };
  await store.register.likely({ ...profile, name: 'Jane Roe' }, 0.1);
  await store.links.currentOfCustomer(customer.id);
  for (const filter of [
    {},
    { status: ['open'] as const },
    { person: 'pat' },
    { teams: ['n'] },
    { takenBy: 'pat' },
    { caseId },
    { person: 'pat', status: ['open'] as const },
  ]) {
    await store.tasks.list(filter);
  }
  await store.tasks.counts({ person: 'pat', teams: ['n'], now: new Date() });
  await store.tasks.openOf(caseId);
  await store.tasks.byCase(caseId);
  await store.tasks.take(`${caseId}.1`, { version: 1, by: 'pat' }).catch(() => undefined);
  const textId = await store.texts.put({ caseId, kind: 'note', text: 't', by: 'pat' });
  await store.texts.get(textId);
  await store.texts.byCase(caseId, 'note');
  await store.texts.erase(textId);
  const reply = {
    key: 'k',
    caseId,
    conversationId: mention.conversationId,
    channel: 'tweet',
    text: '',
    kind: 'answer',
    status: 'draft',
    by: null,
  } as const;
  const { id } = await store.replies.create(reply);
  await store.replies.find(id);
  await store.replies.byKey('k');
  await store.replies.mark(id, 'sent');
  await store.replies.byCase(caseId);
  await store.replies.outbox({ channel: 'tweet', status: 'sent' });
  await store.remedies.record({ key: 'k', caseId, kind: 'none', amount: null, months: null, by: null });
  await store.remedies.byCase(caseId);
  await store.effects.begin('k', { caseId, activity: 'a', leaseMs: 1, now: new Date(0) });
  await store.effects.begin('k', { caseId, activity: 'a', leaseMs: 1, now: new Date(9) });
  await store.effects.done('k', { externalId: null, output: null });
  await store.effects.allowAgain('k');
  await store.effects.suppressed('k', { caseId, activity: 'a' });
  await store.effects.find('k');
  await store.effects.byCase(caseId);
  await store.revisions.get(hash);
  await store.revisions.raw(hash);
  await store.revisions.find(hash);
  await store.revisions.findMany([hash]);
  await store.revisions.list();
  await store.revisions.list('small');
  await store.revisions.withParts({ except: ['none'] });
  await store.revisions.withParts({ except: ['none'], of: { id: 'rude' } });
  await store.drafts.begin(newFlow('new', 'New'), 'ann');
  await store.drafts.list();
  await store.drafts.find('new');
  await store.drafts.born('new');
  await store.drafts.change('new', 1, newFlow('new', 'Newer'), 'ann');
  const edit = difference(newFlow('new', 'Newer'), newFlow('new', 'Newest'));
  await store.draftEdits.add('new', 2, [{ id: 'e', label: 'Named it', changes: edit }], 'ann');
  await store.draftEdits.add('new', 2, [{ id: 'e', label: 'Named it', changes: edit }], 'ann');
  await store.draftEdits.since('new', 2, 10);
  await store.draftVisits.here('new', 'ann');
  await store.drafts.discard('new', 3);
  await store.drafts.begin(contentOf(smallRevision('Newest', 'new')), 'ann');
  await store.drafts.release({ flow: 'new', version: 1 }, smallRevision('Newest', 'new'), {
    by: 'ann',
    why: '',
  });
  const small = smallRevision('Newest', 'new');
  const newest = contentHash(small);
  const waits = {
    revision: small,
    scenarios: {},
    wants: 'stories',
    base: { hash: newest, isLive: true, scenarios: {} },
    by: 'ann',
    self: 'ann',
    why: '',
    despite: [],
  } as const;
  const [bob, ann] = [
    { by: 'bob', self: 'bob' },
    { by: 'ann', self: 'ann' },
  ];
  const first = await store.publishRequests.ask(waits);
  await store.publishRequests.waiting();
  await store.publishRequests.waiting('new');
  await store.publishRequests.last('new');
  const held = await store.publishRequests.find(first.id);
  if (held !== null) await store.publishRequests.isOvertaken(held);
  await store.publishRequests.approve(first.id, first.digest, bob);
  const second = await store.publishRequests.ask({ ...waits, wants: 'live revision' });
  await store.publishRequests.sendBack(second.id, bob, 'No.');
  const third = await store.publishRequests.ask(waits);
  await store.publishRequests.withdraw(third.id, ann);
  await store.stories.keep({ flow: 'new', hash: newest, by: 'ann', why: '', scenarios: {} });
  await store.stories.history('new');
  const told = await store.drafts.begin(contentOf(small), 'ann');
  await store.stories.keepOfDraft(told, newest, { by: 'ann', why: '' });
  await store.flowStandings.archive('new', 'ann', '');
  await store.flowStandings.bringBack('new');
  await store.flowStandings.letTakeCases('new');
  await store.flowStandings.read();
  await store.plans.put(hash, 1, '{}');
  await store.plans.get(hash, 1);
  await store.revisions.scenarios(hash);
  await store.releases.release('small', hash, 'ann', '');
  await store.releases.live('small');
  await store.releases.history('small');
  await store.catalogue.list();
  await store.catalogue.find('x');
  await store.heartbeats.beat({ worker: 'w', queue: 'q', activities: [] });
  await store.heartbeats.since(new Date(0));
  await store.people.upsert({
    id: 'pat',
    name: 'Pat',
    team: 'n',
    region: null,
    skills: [],
    roles: [],
    lead: null,
    active: true,
    hours: null,
  });
  await store.people.list();
  await store.people.list({ team: 'n' });
  await store.people.findMany(['pat']);
  await store.people.leadOf('pat');
  await store.people.loads();
  await store.people.loads('n');
  await store.teams.list();
  await store.teams.find('n');
  await store.secrets.ensure('s', 'v');
  await store.histories.archive('w', 'r', { revision: hash, semantics: 1, history: new Uint8Array() });
  await store.histories.get('w', 'r');
  await store.histories.exists('w', 'r');
  await store.histories.runsOf('w');
  await store.incidents.groups();
  for (const filter of [{}, { kind: 'k', code: 'c' }, { flow: 'f', node: 'n' }, { caseId }])
    await store.incidents.open(filter);
  await store.incidents.find('x');
  await store.incidents.byCase(caseId);
  await store.incidents.raiseFromOutside(caseId, 'no worker');
  await store.incidents.raisedFromOutside({ limit: 1 });
  await store.incidents.clearFromOutside(caseId);
  const cause = { kind: 'k', code: 'c', flow: 'f', node: 'n' };
  await store.incidents.anyOf(cause);
  const actor = { person: 'pat', teams: [], roles: [] };
  const stuck = incident(other, '3');
  await store.cases.recordProgress(report(other, 9, { revision: hash, incidentsRaised: [stuck] }));
  const { kind, code, flow, node } = stuck;
  const resolution = { way: 'retry' } as const;
  const act = await store.groupActs.begin({ cause: { kind, code, flow, node }, resolution, why: 'w', actor });
  await store.groupActs.find(act?.id ?? '');
  await store.groupActs.recent(24);
  await store.groupActs.claim('w', 1);
  await store.groupActs.hold(act?.id ?? '', 'w', 1, 'runs down');
  await store.groupActs.left(act?.id ?? '', 10);
  await store.groupActs.settle(act?.id ?? '', stuck.id, 'no');
  await store.groupActs.stop(act?.id ?? '');
  await store.groupActs.letGo(act?.id ?? '', 'w');
  await store.groupActs.finish(act?.id ?? '');
  await store.audit.record({ who: 'pat', act: 'signed in', subject: 's' });
  await store.audit.record({ who: 'pat', act: 'signed in', subject: 's' });
  for (const filter of [
    {},
    { who: 'pat' },
    { act: 'signed in' },
    { caseId },
    { subject: 's' },
    { who: 'pat', act: 'signed in' },
    { who: 'pat', caseId },
    { act: 'signed in', caseId },
    { who: 'pat', act: 'signed in', caseId },
    { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' },
  ] as const) {
    const page = await store.audit.list(filter, { limit: 1 });
    if (page.next !== null) await store.audit.list(filter, { limit: 1, cursor: page.next });
  }
  await askOfPrivacy(store, mention.profileId);
}
