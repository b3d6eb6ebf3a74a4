import mongoose from 'mongoose';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { workflowIdOf } from '../../engine/runs/start-request.ts';
import { startWatcher } from '../../engine/runs/watcher.ts';
import type { StuckRun } from '../../engine/store/incidents.ts';
import type { Actor } from '../../engine/workflows/messages.ts';
import { defineActivity } from '../../workers/sdk/define-activity.ts';
import {
  NAMESPACE,
  openCaseServer,
  silent,
  temporalAddress,
  type CaseServer,
  type CaseServerOptions,
} from '../workflows/case-server.ts';
import { anything, drawing, end, node, start } from '../workflows/drawing.ts';

/** Instead of half a minute. */
const GRACE_MS = 1_500;
const LIMIT_MS = 60_000;
const anna: Actor = { person: 'anna', teams: [], roles: [] };

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A case server, and one who looks after it. */
async function watched(options: CaseServerOptions) {
  const server = await openCaseServer(options);
  closing.push(() => server.close());
  const { store, runs, taskQueue } = server;
  const watcher = startWatcher({
    address: temporalAddress(),
    namespace: NAMESPACE,
    taskQueue,
    store,
    runs,
    logger: silent,
    graceMs: GRACE_MS,
  });
  closing.push(() => watcher.stop());
  return { server, watcher };
}

/** Looks again and again until the case's incidents from outside are so. */
async function untilStuck(
  { server, watcher }: Awaited<ReturnType<typeof watched>>,
  caseId: string,
  expected: readonly Partial<StuckRun>[],
): Promise<void> {
  await expect
    .poll(
      async () => {
        await watcher.round();
        return server.store.incidents.byCase(caseId);
      },
      { timeout: LIMIT_MS, interval: 300 },
    )
    .toMatchObject(expected);
}

const ask = node('userTask', 'ask', { form: [], assignment: {} });
const asking = drawing('asking', { nodes: [start, ask, end()], edges: ['start > ask', 'ask > end'] });

async function answer(server: CaseServer, caseId: string): Promise<void> {
  const { id: taskId, version } = await server.openTask(caseId);
  await server.runs.answerTask({ caseId, taskId, version, answers: {}, actor: anna });
}

describe('a case that cannot say itself that it is stuck', { timeout: 3 * LIMIT_MS }, () => {
  it('is shown while its revision is missing from the store, and goes on once that is put back', async () => {
    const all = await watched({ flow: asking });
    const { server } = all;
    const database = mongoose.createConnection(process.env['MONGODB_URI'] ?? '', {
      dbName: server.databaseName,
    });
    const revisions = database.collection<{ _id: string }>('revisions');
    closing.push(() => database.close());
    const kept = await revisions.findOneAndDelete({ _id: server.revision });
    const caseId = await server.hear();
    await untilStuck(all, caseId, [{ code: 'engine fault', status: 'open', fromOutside: true }]);
    expect(await server.store.cases.find(caseId)).toMatchObject({ status: 'stuck' });

    if (kept === null) throw new Error('there was no revision');
    await revisions.insertOne(kept);
    await server.until(caseId, ({ status }) => status === 'person', LIMIT_MS);
    await untilStuck(all, caseId, [{ status: 'cleared' }]);
    await answer(server, caseId);
    await server.closed(caseId);
  });

  it('is shown while there is no worker, and goes on once there is one', async () => {
    const all = await watched({ flow: asking });
    const { server } = all;
    await server.stopWorker();
    const caseId = await server.hear();
    await untilStuck(all, caseId, [{ code: 'no worker', status: 'open', fromOutside: true }]);
    expect(await server.store.cases.find(caseId)).toMatchObject({ status: 'stuck' });
    await server.startWorker();
    await server.until(caseId, ({ status }) => status === 'person');
    await untilStuck(all, caseId, [{ status: 'cleared' }]);
  });

  it('is shown at the step that no worker offers, although nothing arrived and no timer is due', async () => {
    const wrapGift = defineActivity({
      name: 'wrapGift',
      title: 'Wrap the gift',
      description: 'Offered by another worker.',
      input: z.object({}),
      output: z.object({}),
      effect: 'keyed',
      retry: { maximumAttempts: 0, initialIntervalMs: 200, maximumIntervalMs: 1_000 },
      run: async () => ({}),
    });
    const all = await watched({
      flow: drawing('gift', {
        variables: [anything('gift')],
        nodes: [
          start,
          ask,
          node('serviceTask', 'wrap', { activity: 'wrapGift', input: {}, result: 'gift' }),
          end(),
        ],
        edges: ['start > ask', 'ask > wrap', 'wrap > end'],
      }),
      missing: [wrapGift.contract],
    });
    const { server } = all;
    const caseId = await server.hear();
    await answer(server, caseId);
    await untilStuck(all, caseId, [{ code: 'no worker', flow: 'gift', node: 'wrap', status: 'open' }]);
    expect(await server.store.cases.find(caseId)).toMatchObject({ status: 'stuck' });
    await server.stopWorker();
    await server.startWorker([wrapGift]);
    await server.closed(caseId);
    await untilStuck(all, caseId, [{ status: 'cleared' }]);
  });

  it('is not shown for resting, nor for an answer that was refused', async () => {
    const all = await watched({ flow: asking });
    const { server, watcher } = all;
    const caseId = await server.hear();
    const { id: taskId } = await server.openTask(caseId);
    const stale = { caseId, taskId, version: 7, answers: {}, actor: anna };
    await expect(server.runs.answerTask(stale)).rejects.toMatchObject({ reason: 'stale' });
    const owing = () => server.store.cases.late('did not report', new Date()).then(({ items }) => items);
    expect(await owing()).toMatchObject([{ caseId }]);
    await expect.poll(() => watcher.round().then(owing), { timeout: LIMIT_MS, interval: 300 }).toEqual([]);
    expect(await server.store.incidents.byCase(caseId)).toEqual([]);
  });
});

describe('a case whose run was ended behind our back', { timeout: 3 * LIMIT_MS }, () => {
  const done: string[] = [];
  const send = defineActivity({
    name: 'sendOnce',
    title: 'Send',
    description: 'Counts what was sent.',
    input: z.object({}),
    output: z.object({}),
    effect: 'keyed',
    async run(_input, { effect, call, key }) {
      const perform = (): Promise<{ externalId: string; output: object }> => {
        done.push(call.caseId);
        return Promise.resolve({ externalId: key, output: {} });
      };
      await effect({
        kind: 'keyed',
        recall: () => ({}),
        perform: async () => ({ ...(await perform()), output: {} }),
      });
      return {};
    },
  });
  const sending = drawing('sending', {
    variables: [anything('sent')],
    nodes: [
      start,
      node('serviceTask', 'send', { activity: 'sendOnce', input: {}, result: 'sent' }),
      ask,
      end(),
    ],
    edges: ['start > send', 'send > ask', 'ask > end'],
  });

  it('is started again without anybody asking, loses nothing, and sends nothing twice', async () => {
    const all = await watched({ flow: sending, activities: [send] });
    const { server, watcher } = all;
    const caseId = await server.hear({ threadId: 'thread' });
    const before = await server.openTask(caseId);
    await server.client.workflow.getHandle(workflowIdOf(caseId)).terminate('behind our back');
    await expect
      .poll(
        async () => {
          await watcher.round();
          return (await server.store.tasks.openOf(caseId)).map(({ id }) => id);
        },
        { timeout: LIMIT_MS, interval: 300 },
      )
      .toEqual([expect.not.stringMatching(before.id)]);
    expect(await server.store.tasks.find(before.id)).toMatchObject({ status: 'cancelled' });
    expect(done.filter((id) => id === caseId)).toHaveLength(1);

    // What comes later still reaches it, and it ends as drawn.
    await server.hear({ threadId: 'thread', text: 'Still nobody.' });
    await server.until(caseId, (found) => found.lastSeq === 2 && found.seenSeq === 2);
    await answer(server, caseId);
    expect(await server.closed(caseId)).toMatchObject({ outcome: 'done', lastSeq: 2, seenSeq: 2 });
    expect((await server.store.cases.trail(caseId)).map(({ n }) => n)).toEqual(
      (await server.store.cases.trail(caseId)).map((_, index) => index + 1),
    );
  });

  it('is started again by whoever answers, and asks them anew', async () => {
    const { server } = await watched({ flow: sending, activities: [send] });
    const caseId = await server.hear();
    const { id: taskId, version } = await server.openTask(caseId);
    await server.client.workflow.getHandle(workflowIdOf(caseId)).terminate('behind our back');
    const given = { caseId, taskId, version, answers: {}, actor: anna };
    await expect(server.runs.answerTask(given)).rejects.toMatchObject({ reason: 'started again' });
    await expect
      .poll(() => server.store.tasks.openOf(caseId).then((tasks) => tasks.map(({ id }) => id)), {
        timeout: LIMIT_MS,
      })
      .toEqual([expect.not.stringMatching(taskId)]);
    await answer(server, caseId);
    await server.closed(caseId);
    expect(done.filter((id) => id === caseId)).toHaveLength(1);
  });
});
