import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { workflowIdOf } from '../../engine/runs/start-request.ts';
import { caseDataConverter } from '../../workers/host/case-worker.ts';
import { revisionSource } from '../../workers/host/revision-source.ts';
import { defineActivity } from '../../workers/sdk/define-activity.ts';
import { bundleOnce, openCaseServer, type CaseServer } from './case-server.ts';
import { drawing, end, node, start } from './drawing.ts';
import { split, wait } from './tried-activities.ts';

/** Answers after a while, within the worker. */
const answerLater = defineActivity({
  name: 'answerLater',
  title: 'Answer later',
  description: 'Answers after a while.',
  input: z.object({ afterMs: z.number() }),
  output: z.object({}),
  effect: 'none',
  run: async ({ afterMs }) => {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    return {};
  },
});
const later = (id: string, afterMs: number) =>
  node('serviceTask', id, { activity: 'answerLater', input: { afterMs: String(afterMs) } });

describe('a case whose local activities end one after the other, while it waits', () => {
  let server: CaseServer;
  beforeAll(async () => {
    server = await openCaseServer({
      flow: drawing('timers-apart', {
        nodes: [
          start,
          split('split'),
          later('first', 100),
          later('second', 600),
          later('third', 1_100),
          wait('long', 'PT3H'),
          wait('shorter', 'PT2H'),
          wait('shortest', 'PT1H'),
          wait('soon', 'PT3S'),
          end(),
        ],
        edges: [
          'start > split',
          'split > first',
          'split > second',
          'split > third',
          'split > long',
          'long > end',
          'first > shorter',
          'shorter > end',
          'second > shortest',
          'shortest > end',
          'third > soon',
          'soon > end',
        ],
      }),
      activities: [answerLater],
    });
  });
  afterAll(() => server.close());

  it('is told the same again when all of them are over at once', async () => {
    const caseId = await server.hear();
    await expect
      .poll(async () => (await server.historyEvents(caseId)).filter((one) => one === 'timerFired').length, {
        timeout: 20_000,
      })
      .toBeGreaterThan(0);
    await server.runs.cancelCase({
      caseId,
      actor: { person: 'lea', teams: [], roles: ['lead'] },
      reason: 'none',
    });
    await server.closed(caseId);
    const { bundle } = await bundleOnce();
    const dataConverter = caseDataConverter(revisionSource(server.store));
    const workflowId = workflowIdOf(caseId);
    const history = await server.client.workflow.getHandle(workflowId).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: bundle, dataConverter }, history, workflowId);
  });
});
