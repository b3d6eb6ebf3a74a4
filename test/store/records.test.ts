import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../engine/store/store.ts';
import { freshStore, mongoUri, type Fresh } from './fresh-store.ts';

let fresh: Fresh;
beforeAll(async () => {
  fresh = await freshStore();
});
afterAll(() => fresh.dispose());

const customer = {
  crm: 'crm',
  accountNumber: '42',
  name: 'Ann',
  email: null,
  phone: null,
  birthDate: null,
  address: null,
  locality: null,
  postcode: null,
  region: 'north',
  since: '2019-01-01',
  products: ['fibre'],
  extra: { 'a.b': 1 },
};

describe('customers and links', () => {
  it('keep a customer under one id whatever the CRM says of it now', async () => {
    const { customers } = fresh.store;
    const all = await Promise.all(Array.from({ length: 5 }, () => customers.upsert(customer)));
    expect(new Set(all.map((each) => each.id)).size).toBe(1);
    const moved = await customers.upsert({ ...customer, region: 'south' });
    expect(moved).toEqual({ ...customer, id: all[0]?.id, region: 'south' });
    expect(await customers.byAccount('crm', '42')).toEqual(moved);
  });
});

describe('people', () => {
  it('have a lead of their own or of their team, and a load', async () => {
    const { people, teams } = fresh.store;
    const person = {
      team: 'north',
      region: null,
      skills: ['bills'],
      roles: ['agent' as const],
      active: true,
      hours: null,
    };
    const hours = { offset: '-05:00', open: [{ days: ['Mon' as const], from: '07:30', to: '16:00' }] };
    await teams.upsert({ id: 'north', name: 'North', region: 'north', skills: [], lead: 'boss', hours });
    await people.upsert({ ...person, id: 'pat', name: 'Pat', lead: null });
    await people.upsert({ ...person, id: 'lou', name: 'Lou', lead: 'pat' });
    await people.upsert({ ...person, id: 'boss', name: 'Boss', lead: null });
    await people.upsert({ ...person, id: 'gone', name: 'Gone', lead: null, active: false });
    expect((await people.leadOf('lou'))?.id).toBe('pat');
    expect((await people.leadOf('pat'))?.id).toBe('boss');
    expect(await people.leadOf('boss')).toBeNull();
    expect((await people.list({ team: 'north' })).map((each) => each.id)).toEqual(['boss', 'lou', 'pat']);
    expect(await people.list({ inactiveToo: true })).toHaveLength(4);
    expect(await people.loads('north')).toEqual(
      new Map([
        ['boss', 0],
        ['lou', 0],
        ['pat', 0],
      ]),
    );
    expect(await teams.list()).toMatchObject([{ hours }]);
    await people.upsert({ ...person, id: 'pat', name: 'Pat', lead: null, hours });
    expect(await people.find('pat')).toMatchObject({ hours });
    expect(await people.find('lou')).toMatchObject({ hours: null });
  });
});

describe('records', () => {
  it('keep a secret that two installers set at once as one', async () => {
    const { secrets } = fresh.store;
    const values = await Promise.all(['a', 'b', 'c'].map((value) => secrets.ensure('sign-in', value)));
    expect(new Set(values).size).toBe(1);
    expect(await secrets.get('sign-in')).toBe(values[0]);
  });

  it('keep an archived history byte for byte, once', async () => {
    const { histories } = fresh.store;
    const history = Uint8Array.from({ length: 300 }, (_, n) => n % 256);
    await histories.archive('case/1', 'run', { revision: 'r', semantics: 1, history });
    await histories.archive('case/1', 'run', { revision: 'other', semantics: 2, history: new Uint8Array() });
    const kept = await histories.get('case/1', 'run');
    expect(kept).toMatchObject({ revision: 'r', semantics: 1 });
    expect([...(kept?.history ?? [])]).toEqual([...history]);
    expect(await histories.exists('case/1', 'run')).toBe(true);
    expect(await histories.exists('case/1', 'other')).toBe(false);
    expect(await histories.runsOf('case/1')).toHaveLength(1);
  });

  it('list acts newest first, by who, what, case and time', async () => {
    const { store, clock } = fresh;
    for (const [n, who] of ['pat', 'lou', 'pat'].entries()) {
      clock.now = new Date(Date.UTC(2026, 2, 3, 9, n));
      await store.audit.record({
        who,
        act: 'took a task',
        caseId: `c${n}`,
        subject: `t${n}`,
        detail: { $odd: 1 },
      });
    }
    const subjects = async (filter: Parameters<typeof store.audit.list>[0]) =>
      (await store.audit.list(filter)).items.map((entry) => entry.subject);
    expect(await subjects({})).toEqual(['t2', 't1', 't0']);
    expect(await subjects({ who: 'pat' })).toEqual(['t2', 't0']);
    expect(await subjects({ caseId: 'c1' })).toEqual(['t1']);
    expect(await subjects({ from: '2026-03-03T09:01:00Z', to: '2026-03-03T09:02:00Z' })).toEqual(['t1']);
  });

  it('list acts in the order in which they were done, also while the time of a story stands still', async () => {
    const held = new Date('2026-03-02T10:00:00.000Z');
    let machineMs = held.getTime();
    const now = () => new Date(machineMs++);
    const told = await openStore({ uri: mongoUri(), database: fresh.database, now, storyNow: () => held });
    const subjects = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];
    for (const subject of subjects) await told.audit.record({ who: 'teller', act: 'took a task', subject });
    const { items } = await told.audit.list({ who: 'teller' });
    expect(items.map(({ subject }) => subject)).toEqual(subjects.toReversed());
    expect(new Set(items.map(({ at }) => at)).size).toBe(1);
    await told.close();
  });

  it('keep one reply and one remedy under a key', async () => {
    const { replies, remedies } = fresh.store;
    const reply = {
      key: 'act 1',
      caseId: 'c',
      conversationId: 'v',
      channel: 'tweet',
      text: 'Sorry',
      kind: 'answer',
      status: 'draft',
      by: 'pat',
    } as const;
    const [one, two] = await Promise.all([
      replies.create(reply),
      replies.create({ ...reply, text: 'Other' }),
    ]);
    expect(one).toEqual(two);
    expect(await replies.mark(one?.id ?? '', 'sent', { externalId: 'x' })).toMatchObject({
      status: 'sent',
      externalId: 'x',
    });
    expect((await replies.outbox({ channel: 'tweet' })).items).toHaveLength(1);
    expect(await replies.byKey('act 1')).toMatchObject({ id: one?.id });
    const remedy = {
      key: 'act 2',
      caseId: 'c',
      kind: 'credit',
      amount: 10,
      months: null,
      by: 'pat',
    } as const;
    await remedies.record(remedy);
    await remedies.record(remedy);
    expect(await remedies.byCase('c')).toHaveLength(1);
  });

  it('keep texts until they are erased', async () => {
    const { texts } = fresh.store;
    const id = await texts.put({ caseId: 'c', kind: 'note', text: 'Call back at noon', by: 'pat' });
    expect(await texts.get(id)).toEqual({ text: 'Call back at noon' });
    expect(await texts.byCase('c', 'note')).toMatchObject([{ id, by: 'pat' }]);
    await texts.erase(id);
    expect(await texts.get(id)).toEqual({ erased: true });
    expect(await texts.byCase('c')).toEqual([]);
    expect(await texts.get('none')).toBeNull();
  });

  it('know which workers live and which activities they offer', async () => {
    const { store, clock } = fresh;
    await store.heartbeats.beat({ worker: 'w1', queue: 'q', activities: ['lookUp'] });
    expect(await store.heartbeats.since(clock.now)).toMatchObject([
      { worker: 'w1', activities: ['lookUp'], build: null },
    ]);
    expect(await store.heartbeats.since(new Date(clock.now.getTime() + 1))).toEqual([]);
    const contract = {
      name: 'lookUp',
      title: 'Look up',
      description: '',
      input: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' },
      output: {},
      effect: 'none' as const,
      errors: [],
      retry: { maximumAttempts: 3, initialIntervalMs: 1, backoffCoefficient: 2, maximumIntervalMs: 10 },
      limits: { startToCloseMs: 1_000, scheduleToCloseMs: 10_000 },
    };
    await store.catalogue.publish('w1', [contract]);
    await store.catalogue.publish('w2', [contract]);
    expect(await store.catalogue.list()).toMatchObject([{ contract, worker: 'w2' }]);
  });

  it('keep the kind of a channel as it was declared', async () => {
    const { channels } = fresh.store;
    await channels.declare({ name: 'helpdesk', kind: 'email' });
    expect(await channels.find('helpdesk')).toEqual({ name: 'helpdesk', kind: 'email', longestReply: null });
    expect(await channels.list()).toEqual([{ name: 'helpdesk', kind: 'email', longestReply: null }]);
    await channels.declare({ name: 'helpdesk', kind: 'tweet' });
    expect(await channels.find('helpdesk')).toMatchObject({ longestReply: 280 });
    await channels.declare({ name: 'helpdesk', kind: 'tweet', longestReply: 4_000 });
    expect(await channels.find('helpdesk')).toMatchObject({ longestReply: 4_000 });
    await channels.declare({ name: 'helpdesk', kind: 'tweet', longestReply: null });
    expect(await channels.find('helpdesk')).toMatchObject({ longestReply: null });
    await channels.declare({ name: 'helpdesk', kind: 'tweet' });
    expect(await channels.find('helpdesk')).toMatchObject({ longestReply: 280 });
  });
});
