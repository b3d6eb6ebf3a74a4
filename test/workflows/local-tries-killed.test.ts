import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunsProblem } from '../../engine/runs/runs.ts';
import type { Actor } from '../../engine/workflows/messages.ts';
import { openCaseServer, type CaseServer } from './case-server.ts';
import { drawing, end, start } from './drawing.ts';
import { answered, ask, askHere, tries } from './tried-activities.ts';

const lead: Actor = { person: 'lea', teams: [], roles: ['lead'] };

describe('a worker that is killed while it tries a step again and again', () => {
  let server: CaseServer;
  beforeAll(async () => {
    server = await openCaseServer({
      flow: drawing('killed', { nodes: [start, ask('ask'), end()], edges: ['start > ask', 'ask > end'] }),
      activities: [askHere],
    });
    await server.stopWorker();
  });
  afterAll(() => server.close());

  /** Hears of a case, and kills its worker once the step was tried, and is tried again. */
  async function leftByKilled(): Promise<string> {
    const setting = JSON.stringify({ database: server.databaseName, taskQueue: server.taskQueue });
    const child = fork(fileURLToPath(new URL('worker-until-killed.ts', import.meta.url)), [setting], {
      execArgv: ['--import', 'tsx'],
    });
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    const caseId = await server.hear();
    await server.until(
      caseId,
      ({ retries, positions }) => retries.length > 0 && positions.length > 0,
      40_000,
    );
    child.kill('SIGKILL');
    await gone;
    expect(tries.get(caseId)).toBeUndefined();
    return caseId;
  }

  it('leaves a case that can be cancelled, and that nothing changes any more', async () => {
    const caseId = await leftByKilled();
    await server.startWorker();
    // Until Temporal has given the killed one up nobody hears of it, and whoever cancels is told to come back.
    await expect
      .poll(
        () =>
          server.runs.cancelCase({ caseId, actor: lead, reason: 'none' }).then(
            () => 'cancelled',
            (problem: unknown) => (problem instanceof RunsProblem ? problem.code : problem),
          ),
        { timeout: 45_000 },
      )
      .toBe('cancelled');
    answered.add(caseId);
    const done = await server.closed(caseId);
    expect(done).toMatchObject({ outcome: null, retries: [], positions: [] });
    const events = await server.historyEvents(caseId);
    expect(events.at(-1)).toBe('workflowExecutionCompleted');
    await server.stopWorker();
  });

  it('leaves a case that another worker takes on', async () => {
    const caseId = await leftByKilled();
    answered.add(caseId);
    await server.startWorker();
    const done = await server.until(caseId, ({ status }) => status === 'closed', 40_000);
    expect(done).toMatchObject({ outcome: 'done', retries: [] });
  });
});
