import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { z } from 'zod';
import { NOTHING_SAID } from '../../definitions/model/customer.ts';
import { JsonObjectSchema } from '../../definitions/flow/json.schema.ts';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { peopleOf, teamsOf } from '../../engine/sample/cast.ts';
import { authorId, incomingMention } from '../../engine/sample/incoming.ts';
import type { Stuck } from '../../engine/sample/script.schema.ts';
import { sinceMorning } from '../../engine/sample/story-time.ts';
import { CRM_FOLDER, type Story } from '../../engine/sample/story.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { csvCrm } from '../../workers/crm/csv/csv-crm.ts';
import { createActivities } from '../../workers/sdk/create-activities.ts';
import { published } from '../library/published.ts';
import { callOf, depsOf } from '../../workers/sdk/activity-kit.ts';
import { openTestStore } from '../workers/test-store.ts';

/** A Monday, half past seven by the company's clock. */
export const MORNING = Date.parse('2026-03-02T12:30:00Z');
export const OFFSET = '-05:00';
const DAY_MS = 86_400_000;

/** The story in a store of its own, with its customer systems, and the activities that ship over them. */
export interface Heard {
  /** What an activity answers about the case that the mention begins; `texts` are put where people's answers stand. */
  ask(mention: string, activity: string, input?: JsonObject, texts?: JsonObject): Promise<JsonObject>;
  /** Puts the broken line of a customer system right. */
  repair(what: Stuck['repair']): Promise<void>;
  caseIdOf(mention: string): string;
  close(): Promise<void>;
}

/** Captures all sixty at their time, with people, teams and earlier links in place. */
export async function hear(story: Story): Promise<Heard> {
  const { store, drop } = await openTestStore();
  const crmFolder = await mkdtemp(join(tmpdir(), 'earshot-sample-'));
  await cp(CRM_FOLDER, crmFolder, { recursive: true });
  const { revision } = published();
  const { hash } = await store.revisions.put(revision, { author: 'test', why: 'test' });
  for (const team of teamsOf(story, OFFSET)) await store.teams.upsert(team);
  for (const person of peopleOf(story, OFFSET)) await store.people.upsert(person);

  const at = new Map(
    story.mentions.map((mention) => [mention.id, MORNING + sinceMorning(story, mention.at)]),
  );
  const cases = new Map<string, string>();
  for (const mention of story.mentions) {
    const said = new Date(at.get(mention.id) ?? 0);
    const [verdict] = await store.mentions.capture([incomingMention(story, mention, said.toISOString())], {
      receivedAt: said,
    });
    if (verdict?.status !== 'captured' || verdict.caseId === null)
      throw new Error(`${mention.id} was not captured: ${JSON.stringify(verdict)}`);
    cases.set(mention.id, verdict.caseId);
  }
  const crms = ['accounts', 'coastline'].map((name) => csvCrm({ name, folder: join(crmFolder, name) }));
  for (const { channel, author, crm, account, record: said, by, daysBefore } of story.links) {
    const value = account.replaceAll('-', '');
    const [record] =
      (await crms.find(({ name }) => name === crm)?.lookUp({ by: 'account number', value })) ?? [];
    const mention = story.mentions.find((one) => one.channel === channel && authorId(one) === author);
    const profile = await store.profiles.byExternalId(channel, author);
    if (record === undefined || mention === undefined || profile === null)
      throw new Error(`The earlier link of ${author} leads nowhere.`);
    expect(record, 'what the story knows of the account').toEqual({
      ...NOTHING_SAID,
      ...said,
      crm,
      accountNumber: account,
    });
    const customer = await store.customers.upsert(record);
    const when = new Date(MORNING - daysBefore * DAY_MS).toISOString();
    await store.links.link({
      profileId: profile.id,
      customerId: customer.id,
      how: 'confirmed by a person',
      evidence: {},
      by,
      at: when,
    });
  }

  const offered = createActivities(shippedActivities, depsOf(store, { crms }));
  const caseIdOf = (mention: string): string => cases.get(mention) ?? '';
  return {
    caseIdOf,
    async ask(mention, activity, input = {}, texts = {}) {
      const caseId = caseIdOf(mention);
      const stored = Object.entries(texts).map(async ([name, text]) => [
        name,
        await store.texts.put({ caseId, kind: 'answer', text: z.string().parse(text), by: 'test' }),
      ]);
      const given = { ...input, ...Object.fromEntries(await Promise.all(stored)) };
      const when = new Date((at.get(mention) ?? 0) + 1_000).toISOString();
      const perform = offered[activity];
      if (perform === undefined) throw new Error(`${activity} is not offered`);
      return JsonObjectSchema.parse(
        await perform(callOf(activity, { caseId, revision: hash, at: when, input: given })),
      );
    },
    async repair({ crm, file, from, to }) {
      const path = join(crmFolder, crm, file);
      const text = await readFile(path, 'utf8');
      if (!text.includes(from)) throw new Error(`Nothing to put right in ${file}.`);
      await writeFile(path, text.replace(from, to));
    },
    async close() {
      await drop();
      await rm(crmFolder, { recursive: true });
    },
  };
}
