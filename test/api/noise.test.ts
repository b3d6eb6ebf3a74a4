import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { Variable } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { openCaseServer, type CaseServer } from '../workflows/case-server.ts';
import { anything, drawing, end, node, start } from '../workflows/drawing.ts';
import { serve, type Served } from './served.ts';

const worth: DecisionTable = {
  id: 'worth',
  name: 'Worth an answer?',
  hitPolicy: 'first',
  inputs: [
    { id: 'complaint', name: 'complaint', type: { type: 'boolean' } },
    { id: 'own-words', name: 'own words', type: { type: 'number' } },
  ],
  outputs: [{ id: 'worth', name: 'worth', type: { type: 'string' }, default: '"answer"' }],
  rows: [
    { id: 'row-1', when: ['true', '-'], then: ['"answer"'] },
    { id: 'row-2', when: ['false', '< 6'], then: ['"noise"'], annotation: 'Says next to nothing.' },
  ],
};
const boolean = (name: string, more: Partial<Variable> = {}): Variable => ({
  name,
  type: { type: 'boolean' },
  initial: false,
  ...more,
});
const nodes: readonly FlowNode[] = [
  start,
  node('businessRuleTask', 'decide', {
    decision: { table: 'worth', input: { 'own words': 'words * 2' } },
    result: 'worth',
  }),
  node('exclusiveGateway', 'worth-it', {
    branches: [{ port: 'noise', name: 'noise', condition: 'worth = "noise" and not(brought back)' }],
    defaultPort: 'answer',
  }),
  end('aside', 'put aside'),
  node('userTask', 'ask', {
    form: [{ name: 'ok', label: 'Ok', type: { type: 'boolean' } }],
    assignment: { team: '"north"' },
    result: 'answer',
  }),
  end('right', 'put right'),
];
const edges = [
  'start > decide',
  'decide > worth-it',
  'worth-it.noise > aside',
  'worth-it.answer > ask',
  'ask > right',
];
const variables = [
  boolean('complaint'),
  boolean('reopened', { input: true }),
  boolean('history', { input: true }),
  { name: 'words', type: { type: 'number' }, initial: 2 } as const,
  { name: 'worth', type: { type: 'string' } } as const,
  anything('answer'),
];

let server: CaseServer;
let api: Served;
beforeAll(async () => {
  server = await openCaseServer({
    flow: drawing('care', {
      variables: [...variables, boolean('brought back', { input: true })],
      nodes,
      edges,
    }),
    tables: [worth],
  });
  api = await serve({ on: server });
});
afterAll(async () => {
  await api.close();
  await server.close();
});

const bringBack = (caseId: string, who = 'bob', why = 'It is a real question.') =>
  api.as(who).send('POST', `/api/cases/${caseId}/bring-back`, { why });

describe('what was put aside', () => {
  it('tells the rule that did it, and what the rule looked at', async () => {
    const caseId = await server.hear({
      text: 'https://example.org',
      author: { externalId: 'x', name: 'Dana' },
    });
    await server.closed(caseId);
    const { body } = await api.as('bob').get('/api/noise');
    expect(body).toMatchObject({
      items: [
        {
          case: { id: caseId },
          history: false,
          mentions: [{ author: 'Dana', text: 'https://example.org', kind: 'tweet' }],
          reason: {
            flow: 'care',
            called: 'care',
            node: 'decide',
            table: 'Worth an answer?',
            row: 2,
            note: 'Says next to nothing.',
            looked: [
              { name: 'complaint', test: 'false', value: false },
              { name: 'own words', test: '< 6', value: 4 },
            ],
          },
          stays: null,
        },
      ],
      next: null,
    });
  });

  it('is brought back by one word of a person: the same case asks for an answer, and who and why are kept', async () => {
    const caseId = await server.hear();
    await server.closed(caseId);
    expect((await bringBack(caseId, 'aldo')).status).toBe(403);
    expect((await bringBack(caseId, 'bob', ' ')).status).toBe(400);
    const both = await Promise.all([bringBack(caseId), bringBack(caseId)]);
    expect(both.map(({ status }) => status)).toContain(200);
    const task = await server.openTask(caseId);
    const found = await server.store.cases.find(caseId);
    expect(found).toMatchObject({
      status: 'person',
      outcome: null,
      facts: { 'brought back': true, reopened: false, history: false },
      lastSeq: 2,
    });
    const { items } = await server.store.audit.list({ caseId, act: 'brought a case back' });
    expect(items[0]).toMatchObject({ who: 'bob', why: 'It is a real question.' });
    expect((await api.as('bob').get(`/api/cases/${caseId}`)).body).toMatchObject({
      broughtBack: expect.arrayContaining([
        expect.objectContaining({ by: { id: 'bob', name: 'Bob' }, why: 'It is a real question.' }),
      ]),
    });
    expect((await bringBack(caseId)).body).toMatchObject({ code: 'conflict' });

    await api.as('bob').send('POST', `/api/tasks/${task.id}/answer`, {
      version: task.version,
      answers: { ok: true },
    });
    expect(await server.closed(caseId)).toMatchObject({ outcome: 'put right' });
    expect((await bringBack(caseId)).body).toMatchObject({ code: 'conflict' });
    expect((await bringBack('no such case')).status).toBe(404);
  });

  it('that came in as history stays history', async () => {
    const caseId = await server.hear({ occurredAt: '2025-01-01T09:00:00Z' });
    await server.closed(caseId);
    await bringBack(caseId);
    await server.openTask(caseId);
    const found = await server.store.cases.find(caseId);
    expect(found?.facts).toMatchObject({ history: true, 'brought back': true });
  });

  it('by a drawing that does not know of it is refused in words, and stays where it is', async () => {
    const older = await openCaseServer({
      flow: drawing('care', {
        variables: [...variables, boolean('brought back')],
        nodes,
        edges,
      }),
      tables: [worth],
    });
    const served = await serve({ on: older });
    try {
      const caseId = await older.hear();
      await older.closed(caseId);
      const { body } = await served.as('bob').get('/api/noise');
      expect(body).toMatchObject({ items: [{ stays: 'older drawing' }] });
      const refusal = await served.as('bob').send('POST', `/api/cases/${caseId}/bring-back`, { why: 'x' });
      expect(refusal.body).toMatchObject({ code: 'conflict', detail: expect.stringContaining('drawing') });
      expect(await older.store.cases.find(caseId)).toMatchObject({ status: 'closed', lastSeq: 1 });
    } finally {
      await served.close();
      await older.close();
    }
  });
});
