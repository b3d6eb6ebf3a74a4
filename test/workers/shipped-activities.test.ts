import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { ActivityCall } from '../../definitions/activity/contract.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import type { IncomingMention } from '../../definitions/model/mention.ts';
import type { Person } from '../../definitions/model/people.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { createActivities, type ActivityFunctions } from '../../workers/sdk/create-activities.ts';
import type { CrmRecord } from '../../workers/sdk/crm.ts';
import { CrmProblem } from '../../workers/sdk/crm/crm-problem.ts';
import { defineCrm } from '../../workers/sdk/define-crm.ts';
import { callOf, depsOf } from '../../workers/sdk/activity-kit.ts';
import { openOutsideWorld, type OutsideWorld } from './outside-world.ts';
import { erase } from '../store/erase.ts';
import { openTestStore, type TestStore } from './test-store.ts';

const HOUR_MS = 3_600_000;
let test: TestStore;
let world: OutsideWorld;
let offered: ActivityFunctions;
let revision: string;
let threads = 0;

const record = (accountNumber: string, more: Partial<CrmRecord> = {}): CrmRecord => ({
  crm: 'billing',
  accountNumber,
  name: 'Ana',
  email: null,
  phone: null,
  birthDate: null,
  address: null,
  locality: null,
  postcode: null,
  region: 'North',
  since: '2014-03-01',
  products: ['Internet', 'TV'],
  extra: {},
  ...more,
});
const records = [
  record('44170092', { email: 'ana@example.com' }),
  record('55280103', { email: 'ana@example.com', region: 'South' }),
  record('66390214', { email: 'bert@example.com' }),
];
const billing = defineCrm({
  name: 'billing',
  searchBy: ['email', 'accountNumber'],
  freshness: 'live',
  search: async ({ email, accountNumber }) => {
    if (email === 'spilt@example.com') throw new CrmProblem('billing', 'unreadable record');
    return {
      items: records.filter((one) =>
        email === undefined ? one.accountNumber === accountNumber : one.email === email,
      ),
    };
  },
});

const person = (id: string, more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  team: 'north-field',
  region: 'North',
  skills: ['field service'],
  roles: ['agent'],
  lead: 'lea',
  active: true,
  hours: null,
  ...more,
});

beforeAll(async () => {
  [test, world] = await Promise.all([openTestStore(), openOutsideWorld()]);
  const { flow, wordLists } = mentionCare();
  const kept = await test.store.revisions.put(
    { schema: 1, semantics: 1, flow, called: {}, tables: {}, wordLists, calendars: {}, activities: {} },
    { author: 'test', why: 'test' },
  );
  revision = kept.hash;
  await test.store.teams.upsert({
    id: 'north-field',
    name: 'North field service',
    region: 'North',
    skills: ['field service'],
    lead: 'theo',
    hours: null,
  });
  await test.store.teams.upsert({
    id: 'care',
    name: 'Care',
    region: null,
    skills: ['care'],
    lead: null,
    hours: null,
  });
  for (const one of [
    person('amy'),
    person('ben'),
    person('lea', { roles: ['agent', 'lead'], lead: 'theo' }),
    person('theo', { roles: ['lead'], lead: null }),
  ]) {
    await test.store.people.upsert(one);
  }
  const webhooks = new Map([['crm', { url: `${world.url}/keyed`, secret: 'a secret' }]]);
  offered = createActivities(shippedActivities, depsOf(test.store, { crms: [billing], webhooks }));
});
afterAll(() => Promise.all([test.drop(), world.close()]));

/** A case of its own, of these mentions. */
async function caseOf(...texts: readonly (string | Partial<IncomingMention>)[]): Promise<string> {
  threads += 1;
  const thread = `thread-${threads}`;
  const batch = texts.map((given, index): IncomingMention => ({
    channel: 'tweet',
    externalId: `${thread}-${index}`,
    threadId: thread,
    direction: 'inbound',
    author: { externalId: `author-${threads}` },
    text: typeof given === 'string' ? given : 'Nobody came',
    brand: 'cableco',
    occurredAt: new Date(Date.now() - HOUR_MS + index * 1000).toISOString(),
    ...(typeof given === 'string' ? {} : given),
  }));
  const [verdict] = await test.store.mentions.capture(batch);
  if (verdict?.status !== 'captured' || verdict.caseId === null)
    throw new Error(`not captured: ${JSON.stringify(verdict)}`);
  return verdict.caseId;
}

async function run(
  activity: string,
  caseId: string,
  input: ActivityCall['input'] = {},
  more: Partial<ActivityCall> = {},
): Promise<{ readonly [name: string]: Json }> {
  const perform = offered[activity];
  if (perform === undefined) throw new Error(`${activity} is not offered`);
  const at = new Date(Date.now() + 1000).toISOString();
  return z
    .record(z.string(), z.json())
    .parse(await perform(callOf(activity, { caseId, revision, input, at, ...more })));
}

describe('reading the facts of a case', () => {
  it('answers what its texts say', async () => {
    const id = await caseOf('Took the day off, the technician never came');
    expect(await run('deriveFacts', id)).toMatchObject({
      missedVisit: true,
      brokenStep: 'technician pickup',
      mentions: 1,
      isReply: false,
    });
  });

  it('fails with erased when they wished their texts gone', async () => {
    const id = await caseOf('Nobody came');
    const [profile] = await test.store.profiles.byCase(id);
    await erase(test.store, profile?.id ?? '');
    await expect(run('deriveFacts', id)).rejects.toMatchObject({ type: 'erased', nonRetryable: true });
  });

  it('sees of a thread out of the past only what had been said by then', async () => {
    const at = (day: number): string => `2017-10-0${day}T10:00:00.000Z`;
    const id = await caseOf(
      { text: 'Nobody came', occurredAt: at(1) },
      { text: 'All fixed now, thank you', occurredAt: at(3) },
    );
    expect(await run('deriveFacts', id, {}, { at: at(2) })).toMatchObject({ mentions: 1, thanks: false });
    expect(await run('deriveFacts', id, { since: at(2) }, { at: at(4) })).toMatchObject({
      mentions: 2,
      saysPutRight: true,
      missedVisit: true,
    });
  });
});

describe('looking a customer up', () => {
  it('finds nobody by what anybody can claim', async () => {
    const id = await caseOf({
      author: { externalId: 'x1', email: 'bert@example.com' },
      text: 'My account is 66390214',
    });
    expect(await run('lookUpCustomer', id)).toMatchObject({
      known: false,
      certainty: 'none',
      contactsThisMonth: 1,
    });
  });

  it('is sure by a verified e-mail, and remembers it', async () => {
    const mail = { channel: 'email', author: { externalId: 'bert', email: 'bert@example.com' } };
    const id = await caseOf(mail);
    expect(await run('lookUpCustomer', id)).toMatchObject({
      known: true,
      certainty: 'sure',
      region: 'North',
      products: 2,
    });
    expect(await run('lookUpCustomer', id)).toMatchObject({ known: true });
    const [profile] = await test.store.profiles.byCase(id);
    const links = await test.store.links.ofProfile(profile?.id ?? '');
    expect(links.map((link) => link.how)).toEqual(['verified email']);
    expect((await test.store.cases.find(id))?.region).toBe('North');
  });

  it('takes what a colleague noted of a speaker as told in private, and the region where no record says one', async () => {
    const spoke = (noted: JsonObject) =>
      caseOf({
        channel: 'phone',
        author: { externalId: JSON.stringify(noted) },
        text: 'No.',
        extra: { noted },
      });
    const known = await spoke({ accountNumber: '6639-0214', region: 'South' });
    expect(await run('lookUpCustomer', known)).toMatchObject({ certainty: 'sure', region: 'North' });
    const unknown = await spoke({ accountNumber: '1', region: 'South' });
    expect(await run('lookUpCustomer', unknown)).toMatchObject({ known: false, region: 'South' });
    const inPublic = await caseOf({ text: 'No.', extra: { noted: { accountNumber: '66390214' } } });
    expect(await run('lookUpCustomer', inPublic)).toMatchObject({ known: false });
  });

  it('leaves two records that both fit to a person, whose word settles it', async () => {
    const id = await caseOf({ channel: 'email', author: { externalId: 'ana', email: 'ana@example.com' } });
    expect(await run('lookUpCustomer', id)).toMatchObject({ known: false, certainty: 'conflict' });
    const account = await test.store.texts.put({
      caseId: id,
      kind: 'answer',
      text: ' 5528-0103 ',
      by: 'amy',
    });
    expect(await run('lookUpCustomer', id, { account })).toMatchObject({
      certainty: 'sure',
      region: 'South',
    });
  });
});

describe('a customer record that cannot be read', () => {
  it('is not tried again: somebody has to put it right in the customer system', async () => {
    const id = await caseOf({ channel: 'email', author: { externalId: 's', email: 'spilt@example.com' } });
    await expect(run('lookUpCustomer', id)).rejects.toMatchObject({
      type: 'customer record unreadable',
      nonRetryable: true,
    });
  });
});

describe('the owner of a case', () => {
  it('is of the region’s team with the skill, with the least open work', async () => {
    const [first, second] = [await caseOf('a'), await caseOf('b')];
    const input = { skill: 'field service', region: 'North' };
    expect(await run('assignOwner', first, input)).toEqual({
      team: 'north-field',
      person: 'amy',
      level: 'person',
    });
    expect(await run('assignOwner', second, input)).toEqual({
      team: 'north-field',
      person: 'ben',
      level: 'person',
    });
  });

  it('stays when it is to be kept', async () => {
    const id = await caseOf('c');
    await run('assignOwner', id, { skill: 'field service', region: 'North' });
    const owner = (await test.store.cases.find(id))?.owner;
    expect(await run('assignOwner', id, { skill: 'care', keep: true })).toMatchObject({ ...owner });
  });

  it('climbs one rung for each occasion, however often it is tried, and stops at the top', async () => {
    const id = await caseOf('d');
    await test.store.cases.assign(id, { team: 'north-field', person: 'amy' });
    const rung = (visit: number): Promise<unknown> =>
      run('escalateOwner', id, {}, { node: 'ask-next', visit });
    expect(await rung(1)).toMatchObject({ person: 'lea', level: 'lead' });
    expect(await rung(1)).toMatchObject({ person: 'lea' });
    expect(await rung(2)).toMatchObject({ person: 'theo', level: 'team lead' });
    expect(await rung(3)).toMatchObject({ person: 'theo', level: 'team lead' });
  });

  it('is a team even where nobody is in it', async () => {
    const id = await caseOf('e');
    expect(await run('assignOwner', id, { skill: 'care' })).toEqual({
      team: 'care',
      person: null,
      level: 'team',
    });
  });
});

describe('a reply', () => {
  it('stands in the outbox, once', async () => {
    const id = await caseOf('Nobody came');
    const text = await test.store.texts.put({
      caseId: id,
      kind: 'answer',
      text: 'We are so sorry.',
      by: 'amy',
    });
    const input = { kind: 'answer', text, by: 'amy' };
    const [once, again] = [await run('sendReply', id, input), await run('sendReply', id, input)];
    expect(again).toEqual(once);
    const replies = await test.store.replies.byCase(id);
    expect(replies).toMatchObject([{ text: 'We are so sorry.', status: 'sent', kind: 'answer', by: 'amy' }]);
  });

  it('is the corrected text where a lead changed it', async () => {
    const id = await caseOf('Nobody came');
    const put = (text: string): Promise<string> =>
      test.store.texts.put({ caseId: id, kind: 'answer', text, by: 'amy' });
    await run('sendReply', id, { kind: 'answer', text: await put('first'), correction: await put('better') });
    expect(await test.store.replies.byCase(id)).toMatchObject([{ text: 'better' }]);
  });

  it('to history is kept back', async () => {
    const id = await caseOf({ occurredAt: '2017-10-01T10:00:00.000Z' });
    expect(await run('sendReply', id, { kind: 'satisfaction question' })).toMatchObject({ sent: false });
    expect(await test.store.replies.byCase(id)).toMatchObject([{ status: 'suppressed', reason: 'history' }]);
    expect(await test.store.effects.byCase(id)).toMatchObject([{ state: 'suppressed' }]);
  });

  it('that Earshot gives by itself is in their language', async () => {
    const id = await caseOf('Muchas gracias, excelente servicio el de hoy');
    await run('sendReply', id, { kind: 'thanks' });
    const [reply] = await test.store.replies.byCase(id);
    expect(reply?.text).toContain('Gracias por tomarse el tiempo');
  });

  it('fails with erased when its text is gone', async () => {
    const id = await caseOf('Nobody came');
    const text = await test.store.texts.put({ caseId: id, kind: 'answer', text: 'x', by: 'amy' });
    await test.store.texts.erase(text);
    await expect(run('sendReply', id, { kind: 'answer', text })).rejects.toMatchObject({ type: 'erased' });
  });
});

describe('what is kept and passed on', () => {
  it('is a remedy, once', async () => {
    const id = await caseOf('Nobody came');
    const input = { kind: 'credit', amount: 20, months: 0, by: 'amy' };
    await run('recordRemedy', id, input);
    await run('recordRemedy', id, input);
    expect(await test.store.remedies.byCase(id)).toMatchObject([
      { kind: 'credit', amount: 20, months: null, by: 'amy' },
    ]);
    expect(await run('recordRemedy', id, { kind: 'none' }, { visit: 2 })).toEqual({ recorded: false });
  });

  it('is praise, told to the team once', async () => {
    const id = await caseOf('Great service');
    await test.store.cases.assign(id, { team: 'care' });
    await run('tellTeam', id, { about: 'praise' });
    expect(await run('tellTeam', id, { about: 'praise' })).toEqual({ told: true, team: 'care' });
    expect((await test.store.audit.list({ caseId: id, act: 'team was told' })).items).toHaveLength(1);
  });

  it('is an event to another system, under a key that it can refuse', async () => {
    const id = await caseOf('Nobody came');
    const input = { target: 'crm', event: 'case.opened', facts: { priority: 'high' } };
    expect(await run('sendWebhook', id, input)).toEqual({ delivered: true });
    expect(await run('sendWebhook', id, input)).toEqual({ delivered: true });
    expect(world.happened.filter((key) => key.startsWith(id))).toHaveLength(1);
    await expect(run('sendWebhook', id, { ...input, target: 'nowhere' }, { visit: 2 })).rejects.toMatchObject(
      { type: 'unknown target' },
    );
  });
});
