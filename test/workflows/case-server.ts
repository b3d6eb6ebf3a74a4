import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { pino } from 'pino';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Case } from '../../definitions/model/case.ts';
import type { IncomingMention } from '../../definitions/model/mention.ts';
import type { Task } from '../../definitions/model/task.ts';
import { SEMANTICS } from '../../engine/interpreter/state.ts';
import { connectRuns } from '../../engine/runs/connect.ts';
import { startDelivery } from '../../engine/runs/delivery.ts';
import { ensureNamespace } from '../../engine/runs/namespace.ts';
import { startRounds, type Rounds } from '../../engine/runs/rounds.ts';
import type { Runs } from '../../engine/runs/runs.ts';
import { workflowIdOf } from '../../engine/runs/start-request.ts';
import { openStore, type Store } from '../../engine/store/store.ts';
import { createActivities } from '../../workers/sdk/create-activities.ts';
import type { ChannelRegistry } from '../../workers/sdk/channel.ts';
import type { ActivityDeps } from '../../workers/sdk/context.ts';
import type { ActivityDefinition } from '../../workers/sdk/define-activity.ts';
import { workflowBundle, type WorkflowBundle } from '../../workers/host/bundle.ts';
import { createCaseWorker } from '../../workers/host/case-worker.ts';
import { bareDeps } from './bare-deps.ts';

export const NAMESPACE = 'earshot-test';
/** Between two signs of life of a test's worker. */
export const BEAT_MS = 250;
export const silent = pino({ level: 'silent' });

export function temporalAddress(): string {
  return process.env['TEMPORAL_ADDRESS'] ?? '127.0.0.1:7233';
}

let runtimeInstalled = false;
let bundled: Promise<WorkflowBundle> | null = null;

/** The bundle is the same for every test of a file: built once. */
export function bundleOnce(): Promise<WorkflowBundle> {
  bundled ??= workflowBundle();
  return bundled;
}

export interface CaseServerOptions {
  readonly flow: Flow;
  readonly called?: readonly Flow[];
  readonly tables?: readonly DecisionTable[];
  readonly calendars?: Revision['calendars'];
  readonly wordLists?: Revision['wordLists'];
  readonly activities?: readonly ActivityDefinition[];
  /** What is answered on; absent: nothing is. */
  readonly channels?: (store: Store) => ChannelRegistry;
  /** What else activities reach for. */
  readonly deps?: (store: Store) => Partial<ActivityDeps>;
  /** Contracts that the flow names but no worker offers. */
  readonly missing?: readonly ActivityContract[];
  readonly historyLimit?: number;
  /** Default: one that all tests share. */
  readonly namespace?: string;
  /** Of the worker: most workflow tasks and most activities at the same time. */
  readonly atOnce?: { readonly workflowTasks: number; readonly activities: number };
}

/** A store, a worker and the delivery between them, on real servers, for one flow. */
export interface CaseServer {
  readonly store: Store;
  readonly runs: Runs;
  readonly client: Client;
  readonly revision: string;
  readonly taskQueue: string;
  readonly databaseName: string;
  /** Stores one inbound mention (delivery carries it on) and answers its case. */
  hear(mention?: Partial<IncomingMention>): Promise<string>;
  capture(batch: readonly IncomingMention[]): Promise<readonly (string | null)[]>;
  /** Waits until the case as stored is so. */
  until(caseId: string, holds: (found: Case) => boolean, forMs?: number): Promise<Case>;
  /** Waits until the case is closed and its run has ended. */
  closed(caseId: string): Promise<Case>;
  openTask(caseId: string): Promise<Task>;
  /** Starts one that offers these activities; by default those of the options. */
  startWorker(activities?: readonly ActivityDefinition[]): Promise<void>;
  stopWorker(): Promise<void>;
  historyEvents(caseId: string, runId?: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

export function mention(fields: Partial<IncomingMention> = {}): IncomingMention {
  const id = randomBytes(6).toString('hex');
  return {
    channel: 'tweet',
    externalId: id,
    threadId: id,
    direction: 'inbound',
    author: { externalId: `author-${id}` },
    text: 'Nobody came.',
    brand: 'cableco',
    occurredAt: new Date().toISOString(),
    ...fields,
  };
}

export async function openCaseServer(options: CaseServerOptions): Promise<CaseServer> {
  if (!runtimeInstalled) Runtime.install({ logger: new DefaultLogger('ERROR') });
  runtimeInstalled = true;
  const address = temporalAddress();
  const { namespace = NAMESPACE } = options;
  const suffix = randomBytes(5).toString('hex');
  const taskQueue = `test-${suffix}`;
  const database = `earshot_test_${suffix}`;
  const store = await openStore({ uri: process.env.MONGODB_URI ?? '', database });
  const runs = await connectRuns({
    address,
    namespace,
    taskQueue,
    store,
    flow: options.flow.id,
    ...(options.historyLimit === undefined ? {} : { historyLimit: options.historyLimit }),
  });
  const offered = options.activities ?? [];
  const revision: Revision = {
    schema: 1,
    semantics: SEMANTICS,
    flow: options.flow,
    called: Object.fromEntries((options.called ?? []).map((flow) => [flow.id, flow])),
    tables: Object.fromEntries((options.tables ?? []).map((table) => [table.id, table])),
    wordLists: options.wordLists ?? {},
    calendars: options.calendars ?? {},
    activities: Object.fromEntries(
      [...offered.map(({ contract }) => contract), ...(options.missing ?? [])].map((contract) => [
        contract.name,
        contract,
      ]),
    ),
  };
  const { hash } = await store.revisions.put(revision, { author: 'test', why: 'a test' });
  await store.releases.release(options.flow.id, hash, 'test', 'a test');
  const connection = await Connection.connect({ address });
  await ensureNamespace(connection, namespace);
  const client = new Client({ connection, namespace });
  const native = await NativeConnection.connect({ address });
  const delivery = startDelivery({ store, runs, logger: silent });
  let worker: { readonly it: Worker; readonly heart: Rounds; readonly ended: Promise<void> } | null = null;

  const server: CaseServer = {
    store,
    runs,
    client,
    revision: hash,
    taskQueue,
    databaseName: database,
    async hear(fields) {
      const [caseId] = await server.capture([mention(fields)]);
      if (!caseId) throw new Error('the mention got no case');
      return caseId;
    },
    async capture(batch) {
      const verdicts = await store.mentions.capture(batch);
      delivery.poke();
      return verdicts.map((verdict) => {
        if (verdict.status === 'rejected') throw new Error(`${verdict.field}: ${verdict.reason}`);
        return verdict.caseId;
      });
    },
    async until(caseId, holds, forMs = 20_000) {
      const end = Date.now() + forMs;
      for (;;) {
        const found = await store.cases.find(caseId);
        if (found !== null && holds(found)) return found;
        if (Date.now() > end) throw new Error(`The case did not become so: ${JSON.stringify(found)}`);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async closed(caseId) {
      const found = await server.until(caseId, ({ status }) => status === 'closed');
      await client.workflow.getHandle(workflowIdOf(caseId)).result();
      return found;
    },
    async openTask(caseId) {
      await server.until(caseId, (found) => found.status === 'person');
      const [task] = await store.tasks.openOf(caseId);
      if (task === undefined) throw new Error('no task is open');
      return task;
    },
    async startWorker(offers = offered) {
      const { bundle, buildId } = await bundleOnce();
      const activities = createActivities(offers, {
        ...bareDeps(store),
        ...(options.channels !== undefined && { channels: options.channels(store) }),
        ...options.deps?.(store),
      });
      const it = await createCaseWorker({
        connection: native,
        namespace,
        taskQueue,
        store,
        activities,
        bundle,
        buildId,
        versioned: false,
        ...(options.atOnce === undefined ? {} : { atOnce: options.atOnce }),
      });
      const heart = startRounds({
        name: 'the sign of life',
        restMs: BEAT_MS,
        logger: silent,
        round: () =>
          store.heartbeats.beat({ worker: taskQueue, queue: taskQueue, activities: Object.keys(activities) }),
      });
      worker = { it, heart, ended: it.run() };
    },
    async stopWorker() {
      await worker?.heart.stop();
      worker?.it.shutdown();
      await worker?.ended;
      worker = null;
    },
    async historyEvents(caseId, runId) {
      const history = await client.workflow.getHandle(workflowIdOf(caseId), runId).fetchHistory();
      return (history.events ?? []).map((event) => {
        const kind = Object.keys(event).find(
          (key) => key.endsWith('EventAttributes') && event[key as keyof typeof event] !== null,
        );
        return (kind ?? '').replace('EventAttributes', '');
      });
    },
    async close() {
      await delivery.stop();
      await server.stopWorker();
      for await (const run of client.workflow.list({
        query: `TaskQueue = '${taskQueue}' AND ExecutionStatus = 'Running'`,
      })) {
        await client.workflow
          .getHandle(run.workflowId)
          .terminate('the test is over')
          .catch(() => undefined);
      }
      await runs.close();
      await connection.close();
      await native.close();
      await store.dropDatabase();
      await store.close();
    },
  };
  await server.startWorker();
  return server;
}
