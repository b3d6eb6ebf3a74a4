import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startArchive } from '../../engine/runs/archive.ts';
import { workflowIdOf } from '../../engine/runs/start-request.ts';
import { CASE_WORKFLOW } from '../../engine/workflows/messages.ts';
import { caseDataConverter } from '../../workers/host/case-worker.ts';
import { revisionSource } from '../../workers/host/revision-source.ts';
import {
  bundleOnce,
  openCaseServer,
  silent,
  temporalAddress,
  type CaseServer,
} from '../workflows/case-server.ts';
import { anything, drawing, end, node, start } from '../workflows/drawing.ts';
import { probeActivities } from '../workflows/probe-activities.ts';

const namespace = `archive-${randomBytes(5).toString('hex')}`;
let server: CaseServer;
let archive: ReturnType<typeof startArchive>;
beforeAll(async () => {
  server = await openCaseServer({
    namespace,
    flow: drawing('archived', {
      variables: [anything('got')],
      nodes: [
        start,
        node('serviceTask', 'twice', { activity: 'doubleOutside', input: { value: '21' }, result: 'got' }),
        end(),
      ],
      edges: ['start > twice', 'twice > end'],
    }),
    activities: probeActivities().all,
  });
  archive = startArchive({ address: temporalAddress(), namespace, store: server.store, logger: silent });
});
afterAll(async () => {
  await archive.stop();
  await server.close();
});

it('keeps every closed run, with a history that replays', async () => {
  // What is not a case, or names no revision, is left alone and holds up nobody.
  await server.client.workflow.start('somethingElse', {
    taskQueue: 'nobody',
    workflowId: 'else',
    args: [1, 2],
  });
  await server.client.workflow.getHandle('else').terminate();
  await server.client.workflow.start(CASE_WORKFLOW, {
    taskQueue: 'nobody',
    workflowId: 'odd',
    args: [1, {}],
  });
  await server.client.workflow.getHandle('odd').terminate();
  const caseId = await server.hear();
  await server.closed(caseId);
  await server.hear({ threadId: 'still open' });

  const workflowId = workflowIdOf(caseId);
  // Temporal's list of closed runs follows by a moment.
  await expect
    .poll(
      async () => {
        await archive.round();
        return (await server.store.histories.runsOf(workflowId)).length;
      },
      { timeout: 20_000 },
    )
    .toBe(1);
  for (const other of ['else', 'odd']) expect(await server.store.histories.runsOf(other)).toEqual([]);

  const [run] = await server.store.histories.runsOf(workflowId);
  expect(run).toMatchObject({ revision: server.revision, semantics: 1 });
  const kept = await server.store.histories.get(workflowId, run?.runId ?? '');
  const history: unknown = JSON.parse(gunzipSync(kept?.history ?? new Uint8Array()).toString());
  const { bundle: workflowBundle } = await bundleOnce();
  const replays = Worker.runReplayHistories(
    { workflowBundle, dataConverter: caseDataConverter(revisionSource(server.store)) },
    (async function* () {
      yield { workflowId, history };
    })(),
  );
  const problems: (string | null)[] = [];
  for await (const { error } of replays) problems.push(error?.message ?? null);
  expect(problems).toEqual([null]);
});

it('keeps a run once, however often it looks', async () => {
  const caseId = await server.hear();
  await server.closed(caseId);
  await Promise.all([archive.round(), archive.round()]);
  await archive.round();
  await expect
    .poll(() => server.store.histories.runsOf(workflowIdOf(caseId)).then((runs) => runs.length))
    .toBeLessThan(2);
});
