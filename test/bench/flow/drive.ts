import type { Client } from '@temporalio/client';
import { RawValue } from '@temporalio/common';
import type { CaseStatus } from '../../../definitions/model/case.ts';
import type { IncomingMention } from '../../../definitions/model/mention.ts';
import { startRequest, workflowIdOf } from '../../../engine/runs/start-request.ts';
import type { Store } from '../../../engine/store/store.ts';
import type { Runs } from '../../../engine/runs/runs.ts';
import type { Actor } from '../../../engine/workflows/messages.ts';
import { RUNS, type Kind } from './case-processes.ts';

export interface Bench {
  readonly store: Store;
  readonly client: Client;
  readonly runs: Runs;
  readonly revision: string;
}

export interface Round {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
}

const AT_ONCE = 40;
const LOOK_MS = 40;
const COMPLAINT = 'I waited the whole day and your technician never came. Third time! What now?';
const THANKS = 'All is well now, thank you, it is fixed.';
const agent: Actor = { person: 'first-person', teams: ['care-desk'], roles: ['lead'] };

/**
 * Carries so many cases through: heard, answered by a person, put right. `asked` resolves for a case once its task is
 * open. Captures stand outside of the measured time: both kinds share them.
 */
export async function driveRound(bench: Bench, kind: Kind, count: number): Promise<Round> {
  const { store, client } = bench;
  const cases = await captureAll(store, kind, count);
  const watch = watchCases(store);
  const latenciesMs: number[] = [];
  const queue = [...cases];
  const began = performance.now();
  const carry = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const at = performance.now();
      await tell(bench, kind, next.caseId, 1);
      await watch.until(next.caseId, 'person');
      const [task] = await store.tasks.openOf(next.caseId);
      if (task === undefined) throw new Error('a person is asked, but there is no task');
      const handle = client.workflow.getHandle(workflowIdOf(next.caseId));
      const text = await store.texts.put({
        caseId: next.caseId,
        kind: 'answer',
        text: 'I am sorry. He comes today.',
        by: agent.person,
      });
      const answers = {
        text,
        way: 'here',
        remedy: 'credit',
        amount: 20,
        months: 0,
        step: 'technician pickup',
      };
      await bench.runs.answerTask({
        caseId: next.caseId,
        taskId: task.id,
        version: task.version,
        answers,
        actor: agent,
      });
      // The customer thanks for an answer that was sent.
      await watch.until(next.caseId, 'waiting');
      await store.mentions.capture([said(next.thread, THANKS)]);
      await tell(bench, kind, next.caseId, 2);
      await handle.result();
      latenciesMs.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, carry));
  const seconds = (performance.now() - began) / 1000;
  watch.stop();
  return { perSecond: count / seconds, latenciesMs };
}

/** Opens cases and leaves each at the person who is asked. */
export async function openCases(bench: Bench, kind: Kind, count: number): Promise<void> {
  const queue = await captureAll(bench.store, kind, count);
  const ids = new Set(queue.map(({ caseId }) => caseId));
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift())
        await tell(bench, kind, next.caseId, 1);
    }),
  );
  const watch = watchCases(bench.store);
  await Promise.all([...ids].map((caseId) => watch.until(caseId, 'person')));
  watch.stop();
}

/** Asks the store about all cases that are waited for in one question, again and again. */
function watchCases(store: Store): {
  until(caseId: string, status: CaseStatus): Promise<void>;
  stop(): void;
} {
  const waiting = new Map<string, { readonly status: CaseStatus; readonly resolve: () => void }>();
  let stopped = false;
  const look = async (): Promise<void> => {
    for (const { id, status } of await store.cases.findMany([...waiting.keys()])) {
      const waited = waiting.get(id);
      if (waited === undefined || waited.status !== status) continue;
      waiting.delete(id);
      waited.resolve();
    }
  };
  const watching = async (): Promise<void> => {
    while (!stopped) {
      await look();
      // Many cases are asked about less often, so that asking does not become the load.
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS + waiting.size));
    }
  };
  void watching();
  return {
    until: (caseId, status) => new Promise((resolve) => waiting.set(caseId, { status, resolve })),
    stop: () => void (stopped = true),
  };
}

let counter = 0;
function said(thread: string, text: string): IncomingMention {
  counter += 1;
  return {
    channel: 'tweet',
    externalId: `${thread}-${counter}`,
    threadId: thread,
    direction: 'inbound',
    author: { externalId: `author-${thread}` },
    text,
    brand: 'cableco',
    occurredAt: new Date().toISOString(),
  };
}

async function captureAll(
  store: Store,
  kind: Kind,
  count: number,
): Promise<{ caseId: string; thread: string }[]> {
  const found: { caseId: string; thread: string }[] = [];
  for (let from = 0; from < count; from += 100) {
    const batch = Array.from({ length: Math.min(100, count - from) }, () =>
      said(`${kind}-${counter}-${process.pid}`, COMPLAINT),
    );
    const verdicts = await store.mentions.capture(batch);
    verdicts.forEach((verdict, index) => {
      const thread = batch[index]?.threadId ?? '';
      if (verdict.status === 'captured' && verdict.caseId !== null)
        found.push({ caseId: verdict.caseId, thread });
    });
  }
  return found;
}

async function tell({ client, revision }: Bench, kind: Kind, caseId: string, seq: number): Promise<void> {
  const { workflow, taskQueue } = RUNS[kind];
  const request = startRequest({
    start: { caseId },
    revision,
    seq,
    taskQueue,
    brand: 'cableco',
    channel: 'tweet',
  });
  const [start] = request.args;
  // The hand-written workflow has no revision to expand; it only hands the hash on to its activities.
  const plain = RawValue.fromPayload({
    metadata: { encoding: Buffer.from('json/plain') },
    data: Buffer.from(JSON.stringify({ $revision: revision })),
  });
  await client.workflow.signalWithStart(
    workflow,
    kind === 'interpreted' ? request : { ...request, args: [start, plain] },
  );
}
