import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunEvent } from '../../engine/interpreter/event.ts';
import { link } from '../../engine/interpreter/link.ts';
import { scenarioOf, type TakenScenario } from '../../engine/simulate/scenario-of.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import type { Actor } from '../../engine/workflows/messages.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { outboxChannel } from '../../workers/channels/outbox/channel.ts';
import { channelRegistry } from '../../workers/sdk/channel.ts';
import { published } from '../library/published.ts';
import { mention, openCaseServer, type CaseServer } from './case-server.ts';

const anna: Actor = { person: 'anna-kowalski', teams: ['field-north'], roles: ['agent'] };
const { revision } = published();
const program = link(revision);

let server: CaseServer;
beforeAll(async () => {
  server = await openCaseServer({
    flow: revision.flow,
    called: Object.values(revision.called),
    tables: Object.values(revision.tables),
    wordLists: revision.wordLists,
    calendars: revision.calendars,
    activities: shippedActivities,
    channels: ({ replies }) => channelRegistry([], outboxChannel(replies)),
  });
  const { store } = server;
  const hours = null;
  await store.teams.upsert({
    id: 'field-north',
    name: 'Field North',
    region: null,
    skills: ['field'],
    lead: anna.person,
    hours,
  });
  await store.people.upsert({
    id: anna.person,
    name: 'Anna Kowalski',
    team: 'field-north',
    region: null,
    skills: ['field'],
    roles: ['agent', 'lead'],
    lead: null,
    active: true,
    hours,
  });
});
afterAll(() => server.close());

/** The scenario of a case as it stands in the store, and the way that the store says it took. */
async function taken(
  caseId: string,
): Promise<{ readonly it: TakenScenario; readonly way: readonly string[] }> {
  const parts = await server.store.cases.told(caseId);
  const told = parts.map((part) => {
    expect(part.revision).toBe(server.revision);
    const events: readonly RunEvent[] = JSON.parse(part.events);
    return { program, events };
  });
  const it = scenarioOf(told, 'Taken');
  if (it === null) throw new Error('Nothing was kept of the case.');
  const way = (await server.store.cases.trail(caseId)).filter(
    ({ what, detail }) => what === 'entered' && detail?.['turn'] === undefined,
  );
  return { it, way: way.map(({ node }) => node) };
}

describe('a case of the flow that ships, taken as a scenario', () => {
  it('passes what the case passed that was put aside', async () => {
    const caseId = await server.hear({
      text: 'Now hiring! Apply now at https://shop.example/jobs/kowalski',
    });
    await server.closed(caseId);
    const { it: noise, way } = await taken(caseId);
    expect(noise).toMatchObject({ isSameWay: true, leftOut: [] });
    expect(way.length).toBeGreaterThan(3);
    expect(simulate(program, noise.scenario).path).toEqual(way);
    expect(noise.scenario.expect?.outcome).toBe((await server.store.cases.find(caseId))?.outcome);
    expect(JSON.stringify(noise.scenario)).not.toMatch(new RegExp(`kowalski|${caseId}`, 'i'));
  });

  it('passes what one passed in which a colleague was asked and answered, and holds nobody’s words', async () => {
    const text = 'Your technician never came again, I am Rosa Delgado, account 84912234, rosa@mail.example';
    const author = { externalId: 'rosa.delgado', name: 'Rosa Delgado', handle: '@rosadelgado' };
    const caseId = await server.hear({ text, author, threadId: 'rosa' });
    const asked = await server.openTask(caseId);
    const reply = await server.store.texts.put({
      caseId,
      kind: 'answer',
      text: 'Dear Rosa, we are sorry.',
      by: anna.person,
    });
    const answers = Object.fromEntries(
      asked.form.flatMap(({ name, type, required }) => {
        if (type.type === 'text') return [[name, reply]];
        const value = type.type === 'string' ? type.allowed?.[0] : undefined;
        return required === true && value !== undefined ? [[name, value]] : [];
      }),
    );
    await server.runs.answerTask({ caseId, taskId: asked.id, version: asked.version, answers, actor: anna });
    await server.until(caseId, ({ status }) => status === 'waiting');
    // They write again, and are asked nothing any more: it is put right.
    await server.capture([mention({ text: 'Thank you, it works now!', author, threadId: 'rosa' })]);
    await server.until(caseId, ({ seenSeq, owesReport }) => seenSeq > 1 && !owesReport);
    const { it: care, way } = await taken(caseId);
    expect(way).toContain(asked.node);
    expect(care.isSameWay).toBe(true);
    expect(simulate(program, care.scenario).path).toEqual(way);
    expect(care.scenario.tasks?.[`${asked.flow}/${asked.node}`]).toMatchObject([{ by: expect.any(String) }]);
    expect(Object.values(care.scenario.activities ?? {}).flat()).toContainEqual(
      expect.objectContaining({
        output: expect.objectContaining({ topic: 'missed visit', missedVisit: true }),
      }),
    );
    expect(care.scenario.messages).toMatchObject([{ name: 'mention' }]);
    const whole = JSON.stringify(care.scenario);
    for (const word of ['Rosa', 'Delgado', '84912234', 'mail.example', 'kowalski', reply, caseId])
      expect(whole.toLowerCase()).not.toContain(word.toLowerCase());
  });
});
