import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { z } from 'zod';
import type { WayOut } from '../../engine/interpreter/event.ts';
import { workflowIdOf } from '../../engine/runs/start-request.ts';
import type { Actor } from '../../engine/workflows/messages.ts';
import { defineActivity } from '../../workers/sdk/define-activity.ts';
import { openCaseServer, type CaseServer } from './case-server.ts';
import { anything, drawing, end, node, number, start } from './drawing.ts';
import { probeActivities } from './probe-activities.ts';
import { recordHistory } from './record-history.ts';

const lead: Actor = { person: 'lea', teams: [], roles: ['lead'] };
const probes = probeActivities();

let server: CaseServer;
beforeAll(async () => {
  server = await openCaseServer({
    flow: drawing('stuck', {
      variables: [number('n', 1), anything('got')],
      nodes: [
        start,
        node('serviceTask', 'try', { activity: 'refuse', input: { value: 'n' }, result: 'got' }),
        end(),
      ],
      edges: ['start > try', 'try > end'],
    }),
    activities: probes.all,
  });
});
afterAll(() => server.close());

async function stuckCase(): Promise<{ caseId: string; incidentId: string }> {
  const caseId = await server.hear();
  await server.until(caseId, (found) => found.status === 'stuck');
  const [incident] = await server.store.incidents.byCase(caseId);
  if (incident === undefined) throw new Error('nothing is stuck');
  expect(incident).toMatchObject({ node: 'try', code: 'refused', status: 'open' });
  return { caseId, incidentId: incident.id };
}

describe('a run that cannot go on alone', () => {
  const ways: [string, WayOut, object][] = [
    [
      'goes on with a corrected value',
      { way: 'correct', variables: { n: 7 } },
      { outcome: 'done', facts: { got: { value: 7 } } },
    ],
    [
      'goes on with a value put in by hand',
      { way: 'skip', value: { value: 99 } },
      { outcome: 'done', facts: { got: { value: 99 } } },
    ],
    ['is cancelled', { way: 'cancel' }, { outcome: null }],
  ];
  for (const [name, resolution, expected] of ways) {
    it(name, async () => {
      const { caseId, incidentId } = await stuckCase();
      await server.runs.resolveIncident({ caseId, incidentId, resolution, actor: lead });
      const done = await server.closed(caseId);
      expect(done).toMatchObject(expected);
      expect((await server.store.incidents.byCase(caseId)).map((incident) => incident.status)).toEqual([
        'cleared',
      ]);
      await recordHistory(server, caseId, `stuck-${resolution.way}`);
    });
  }

  it('tries again when the cause is mended', async () => {
    const { caseId, incidentId } = await stuckCase();
    probes.mend();
    await server.runs.resolveIncident({ caseId, incidentId, resolution: { way: 'retry' }, actor: lead });
    expect(await server.closed(caseId)).toMatchObject({ outcome: 'done', facts: { got: { value: 1 } } });
    await recordHistory(server, caseId, 'stuck-retry');
  });
});

describe('a failure', () => {
  it('leaves by the drawn way, and what somebody wrote stays out of the history', async () => {
    const leaking = await openCaseServer({
      flow: drawing('leaking', {
        variables: [anything('error')],
        nodes: [
          start,
          node('serviceTask', 'leak', {
            activity: 'leak',
            input: {},
            boundary: [{ id: 'failed', name: 'failed', kind: 'error', result: 'error' }],
          }),
          end('end', 'well'),
          end('bad', 'failed'),
        ],
        edges: ['start > leak', 'leak > end', 'leak.failed > bad'],
      }),
      activities: probes.all,
    });
    try {
      const caseId = await leaking.hear({ text: 'I am Mrs Miller and nobody came.' });
      const done = await leaking.closed(caseId);
      expect(done).toMatchObject({
        outcome: 'failed',
        facts: { error: { code: 'fault', activity: 'leak' } },
      });
      const history = historyToJSON(
        await leaking.client.workflow.getHandle(workflowIdOf(caseId)).fetchHistory(),
      );
      const seen = [
        history,
        ...[...history.matchAll(/"data":\s*"([^"]+)"/g)].map((found) =>
          Buffer.from(found[1] ?? '', 'base64').toString(),
        ),
      ].join('\n');
      expect(seen).not.toContain('Miller');
      expect(seen).not.toContain('.ts:');
      await recordHistory(leaking, caseId, 'boundary-error');
    } finally {
      await leaking.close();
    }
  });
});

describe('a step within the run that no worker offers', () => {
  it('is stuck, and goes on once a worker offers it and somebody says so', async () => {
    const late = defineActivity({
      name: 'comeLate',
      title: 'Come late',
      description: 'Is offered later.',
      input: z.object({}),
      output: z.object({ came: z.boolean() }),
      effect: 'none',
      run: () => Promise.resolve({ came: true }),
    });
    const its = await openCaseServer({
      flow: drawing('late', {
        variables: [anything('got')],
        nodes: [
          start,
          node('serviceTask', 'late', { activity: 'comeLate', input: {}, result: 'got' }),
          end(),
        ],
        edges: ['start > late', 'late > end'],
      }),
      activities: [],
      missing: [late.contract],
    });
    try {
      const caseId = await its.hear();
      await its.until(caseId, ({ status }) => status === 'stuck');
      const [incident] = await its.store.incidents.byCase(caseId);
      expect(incident).toMatchObject({ kind: 'activity failed', code: 'NotFoundError' });
      await its.stopWorker();
      await its.startWorker([late]);
      const retry = {
        caseId,
        incidentId: incident?.id ?? '',
        resolution: { way: 'retry' },
        actor: lead,
      } as const;
      await its.runs.resolveIncident(retry);
      expect(await its.closed(caseId)).toMatchObject({ outcome: 'done', facts: { got: { came: true } } });
    } finally {
      await its.close();
    }
  });
});
