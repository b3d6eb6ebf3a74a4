import { randomBytes } from 'node:crypto';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import type { Info } from '@temporalio/activity';
import { MockActivityEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Retry } from '../../definitions/model/case.ts';
import { openStore, type Store } from '../../engine/store/store.ts';
import { ActivityProblem } from '../../workers/sdk/activity-problem.ts';
import { callOf, depsOf } from '../../workers/sdk/activity-kit.ts';
import { createActivities } from '../../workers/sdk/create-activities.ts';
import { defineActivity } from '../../workers/sdk/define-activity.ts';
import { openWire, type Wire } from '../setup/wire.ts';
import { mention } from '../workflows/case-server.ts';
import { MONGODB_URI, openTestStore, type TestStore } from './test-store.ts';

let test: TestStore;
let wire: Wire;
/** The store as the worker has it: by a wire that can be cut. */
let store: Store;
beforeAll(async () => {
  test = await openTestStore();
  wire = await openWire(MONGODB_URI);
  store = await openStore({ uri: wire.uri, database: test.database });
});
afterAll(async () => {
  await store.close();
  wire.cut();
  await test.drop();
});

const down = new ActivityProblem('customer system unavailable', { retry: true, happened: 'no' });
/** As Temporal tells a worker: ten tries within an hour. */
const policy = {
  maximumAttempts: 10,
  initialInterval: 500,
  backoffCoefficient: 2,
  maximumInterval: 60_000,
};
const info = (more: Partial<Info> = {}): Partial<Info> => ({
  attempt: 1,
  retryPolicy: policy,
  scheduledTimestampMs: Date.now(),
  scheduleToCloseTimeoutMs: 3_600_000,
  ...more,
});

async function newCase(): Promise<string> {
  const [verdict] = await test.store.mentions.capture([
    mention({ externalId: randomBytes(6).toString('hex') }),
  ]);
  if (verdict?.status !== 'captured' || verdict.caseId === null) throw new Error('not captured');
  return verdict.caseId;
}

const logged: string[] = [];
/** One try of an activity that does `run`; answers what the run of the case would be told. */
function tried(
  caseId: string,
  about: Partial<Info>,
  run: () => Promise<Record<string, never>>,
  on: Store = store,
): Promise<unknown> {
  const lookUp = defineActivity({
    name: 'lookUp',
    title: 'Look up',
    description: 'Looks somebody up.',
    input: z.strictObject({}),
    output: z.object({}),
    effect: 'none',
    run,
  });
  const log = { info: () => undefined, error: (_facts: object, what: string) => void logged.push(what) };
  const offered = createActivities([lookUp], depsOf(on, { log }))['lookUp'];
  const call = callOf('lookUp', { caseId, flow: 'care', node: 'look up', reported: 0 });
  return new MockActivityEnvironment(about)
    .run(async () => offered?.(call))
    .catch((thrown: unknown) => thrown);
}
const fails = () => Promise.reject(down);
const works = () => Promise.resolve({});

async function noted(caseId: string): Promise<readonly Retry[]> {
  return (await test.store.cases.find(caseId))?.retries ?? [];
}
const becomes = (caseId: string, retries: object[]) =>
  expect.poll(() => noted(caseId), { timeout: 10_000 }).toMatchObject(retries);

describe('a try that fails and is followed by another', () => {
  it('is noted, until one works', async () => {
    const caseId = await newCase();
    await tried(caseId, info(), fails);
    const told = { flow: 'care', node: 'look up', activity: 'lookUp', code: 'customer system unavailable' };
    await becomes(caseId, [{ scope: '0', visit: 1, item: 0, ...told }]);
    const [first] = await noted(caseId);
    await tried(caseId, info({ attempt: 2 }), () => Promise.reject(new Error('a slip')));
    await becomes(caseId, [{ code: 'fault', since: first?.since ?? '' }]);
    await tried(caseId, info({ attempt: 3 }), works);
    await becomes(caseId, []);
  });

  it('is not noted, or no more, when no other follows', async () => {
    const gone = () => Promise.reject(new ActivityProblem('erased', { retry: false }));
    const late = { scheduledTimestampMs: Date.now() - 3_599_900 };
    const slow = () =>
      Promise.reject(new ActivityProblem('not taken', { retry: true, retryAfterMs: 7_200_000 }));
    for (const [about, run] of [
      [{}, gone],
      [{ attempt: 10 }, fails],
      [late, fails],
      [{}, slow],
    ] as const) {
      const caseId = await newCase();
      await tried(caseId, info(), fails);
      await becomes(caseId, [{ code: 'customer system unavailable' }]);
      await tried(caseId, info({ attempt: 2, ...about }), run);
      await becomes(caseId, []);
    }
  });

  it('is over as well when the run has given it up', async () => {
    const caseId = await newCase();
    await tried(caseId, info(), fails);
    await becomes(caseId, [{ node: 'look up' }]);
    const given = await tried(caseId, info({ attempt: 2 }), () =>
      Promise.reject(new CancelledFailure('CANCELLED')),
    );
    expect(given).toBeInstanceOf(CancelledFailure);
    await becomes(caseId, []);
  });

  it('is told while the next is under way, also when it did not live to say how it failed', async () => {
    const caseId = await newCase();
    let finish: (output: Record<string, never>) => void = () => undefined;
    const trying = tried(caseId, info({ attempt: 2 }), () => new Promise((resolve) => (finish = resolve)));
    await becomes(caseId, [{ node: 'look up', code: 'timeout' }]);
    finish({});
    await trying;
    await becomes(caseId, []);
  });
});

describe('noting that an activity is tried again', () => {
  it('asks nothing of the store for a first try that works', async () => {
    const asked: string[] = [];
    const cases = new Proxy(store.cases, {
      get(target, name, receiver) {
        asked.push(String(name));
        return Reflect.get(target, name, receiver);
      },
    });
    const caseId = await newCase();
    await tried(caseId, info(), works, { ...store, cases });
    expect(asked).toEqual([]);
    await tried(caseId, info({ attempt: 2 }), works, { ...store, cases });
    await expect.poll(() => asked).toEqual(['noteRetry', 'clearRetry']);
  });

  it('changes nothing in how a failure is seen while the store is what is down', async () => {
    const caseId = await newCase();
    wire.cut();
    logged.length = 0;
    const began = performance.now();
    const failure = await tried(caseId, info(), fails);
    const output = await tried(caseId, info({ attempt: 2 }), works);
    expect(performance.now() - began).toBeLessThan(1_000);
    if (!(failure instanceof ApplicationFailure)) throw new Error('it did not fail');
    expect(failure).toMatchObject({
      type: 'customer system unavailable',
      message: 'customer system unavailable',
      nonRetryable: false,
    });
    expect(output).toEqual({});
    await expect
      .poll(() => logged, { timeout: 20_000 })
      .toContain('could not note that an activity is tried again');
    await wire.mend();
    expect(await noted(caseId)).toEqual([]);
  });
});
