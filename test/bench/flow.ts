/**
 * `npm run -s bench:flow -- --json`: mention care as drawn against the same written by hand for Temporal: the same
 * activities, store, retries and waits, on the same servers, in turns. `--rounds`, `--runs` (of each kind in a round)
 * and `--open` (cases held open for the memory figure) make it shorter or longer.
 */
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { Client, Connection } from '@temporalio/client';
import { z } from 'zod';
import { ensureFirstPerson } from '../../engine/local/first-people.ts';
import { releaseShippedFlow } from '../../engine/local/release-shipped.ts';
import { ensureNamespace } from '../../engine/runs/namespace.ts';
import { connectRuns } from '../../engine/runs/connect.ts';
import { openStore } from '../../engine/store/store.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { startScript } from './capture/child-line.ts';
import { KINDS, startCaseProcess, type CaseProcess, type Kind } from './flow/case-processes.ts';
import { quantile } from './quantile.ts';
import { driveRound, openCases, type Bench, type Round } from './flow/drive.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
    runs: { type: 'string', default: '120' },
    open: { type: 'string', default: '2000' },
  },
});
const rounds = Number(values.rounds);
const runs = Number(values.runs);
const open = Number(values.open);

// Workers and servers are processes of their own: without this they would keep a bench that failed from ending.
process.on('unhandledRejection', fail);
process.on('uncaughtException', fail);

const servers = await startScript('engine/local/servers-main.ts');
const { mongodbUri, temporalAddress } = z
  .object({ mongodbUri: z.string(), temporalAddress: z.string() })
  .parse(servers.said);
const suffix = randomBytes(5).toString('hex');
const database = `earshot_bench_${suffix}`;
const namespace = `bench-${suffix}`;
const store = await openStore({ uri: mongodbUri, database });
await store.catalogue.publish(
  'bench',
  shippedActivities.map(({ contract }) => contract),
);
await ensureFirstPerson(store);
const released = await releaseShippedFlow(store);
if (released === null) throw new Error('the bench needs a store of its own');
const connection = await Connection.connect({ address: temporalAddress });
await ensureNamespace(connection, namespace);
const runsOfBench = await connectRuns({ address: temporalAddress, namespace, taskQueue: 'unused', store });
const bench: Bench = {
  store,
  runs: runsOfBench,
  client: new Client({ connection, namespace }),
  revision: released.hash,
};
const start = (kind: Kind): Promise<CaseProcess> =>
  startCaseProcess({ kind, mongodbUri, database, temporalAddress, namespace });

interface MeasuredRound extends Round {
  readonly workerMsPerCase: number;
}
const measured: { [kind in Kind]: MeasuredRound[] } = { interpreted: [], handWritten: [] };
const workers = { interpreted: await start('interpreted'), handWritten: await start('handWritten') };
// The first cases of a fresh process are slower, whoever runs them: both get warm before anything counts.
for (const kind of KINDS) await driveRound(bench, kind, runs);
for (let round = 0; round < rounds; round += 1) {
  // Whoever goes first meets a quieter server: they take turns at that too.
  for (const kind of round % 2 === 0 ? KINDS : [...KINDS].reverse()) measured[kind].push(await timed(kind));
}
const historyEvents = {
  interpreted: await eventsOfOne('interpreted'),
  handWritten: await eventsOfOne('handWritten'),
};
for (const kind of KINDS) await workers[kind].stop();

const workerMemoryMb: { [kind: string]: { empty: number; open: number; kbPerCase: number } } = {};
for (const kind of open > 0 ? KINDS : []) {
  const worker = await start(kind);
  await openCases(bench, kind, 100);
  const before = await worker.memory();
  await openCases(bench, kind, open);
  const after = await worker.memory();
  const mb = (bytes: number): number => Math.round(bytes / 2 ** 20);
  workerMemoryMb[kind] = {
    empty: mb(before),
    open: mb(after),
    kbPerCase: Math.round((after - before) / open / 1024),
  };
  await worker.stop();
}

const perRound = Array.from({ length: rounds }, (_, round) => {
  const [ours, theirs] = KINDS.map((kind) => measured[kind][round]);
  if (ours === undefined || theirs === undefined) throw new Error('a round is missing');
  const [p99, p99ByHand] = [quantile(ours.latenciesMs, 0.99), quantile(theirs.latenciesMs, 0.99)];
  return {
    interpreted: {
      perSecond: rounded(ours.perSecond),
      p50Ms: rounded(quantile(ours.latenciesMs, 0.5)),
      p99Ms: rounded(p99),
      workerMsPerCase: rounded(ours.workerMsPerCase),
    },
    handWritten: {
      perSecond: rounded(theirs.perSecond),
      p50Ms: rounded(quantile(theirs.latenciesMs, 0.5)),
      p99Ms: rounded(p99ByHand),
      workerMsPerCase: rounded(theirs.workerMsPerCase),
    },
    throughputRatio: rounded(ours.perSecond / theirs.perSecond),
    p99Ratio: rounded(p99 / p99ByHand),
  };
});
const outcome = {
  throughputRatio: quantile(
    perRound.map((round) => round.throughputRatio),
    0.5,
  ),
  p99Ratio: quantile(
    perRound.map((round) => round.p99Ratio),
    0.5,
  ),
  historyEvents,
  workerMemoryMb,
  rounds: perRound,
};
process.stdout.write(`${values.json ? JSON.stringify(outcome) : JSON.stringify(outcome, null, 2)}\n`);

await store.dropDatabase();
await store.close();
await connection.close();
await servers.stop();
process.exit(0);

/** A round, and the processor time that the worker took for each of its cases. */
async function timed(kind: Kind): Promise<MeasuredRound> {
  const before = await workers[kind].processorMs();
  const round = await driveRound(bench, kind, runs);
  return { ...round, workerMsPerCase: ((await workers[kind].processorMs()) - before) / runs };
}

/** Events of the history of the last case of a kind that was carried through. */
async function eventsOfOne(kind: Kind): Promise<number> {
  const type = kind === 'interpreted' ? 'caseWorkflow' : 'handWrittenCase';
  for await (const run of bench.client.workflow.list({
    query: `WorkflowType = '${type}' AND ExecutionStatus = 'Completed'`,
  })) {
    const history = await bench.client.workflow.getHandle(run.workflowId, run.runId).fetchHistory();
    return history.events?.length ?? 0;
  }
  throw new Error(`no case of ${kind} was carried through`);
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function fail(problem: unknown): never {
  console.error(problem);
  process.exit(1);
}
