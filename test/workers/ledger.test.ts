import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ApplicationFailure } from '@temporalio/common';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Json } from '../../definitions/flow/json.ts';
import { createActivities } from '../../workers/sdk/create-activities.ts';
import { effectKey } from '../../definitions/activity/effect-key.ts';
import { callOf, depsOf } from '../../workers/sdk/activity-kit.ts';
import { acting, type Knowledge } from './acting.ts';
import { openOutsideWorld, type OutsideWorld } from './outside-world.ts';
import { MONGODB_URI, openTestStore, type TestStore } from './test-store.ts';

let test: TestStore;
let world: OutsideWorld;
beforeEach(async () => {
  [test, world] = await Promise.all([openTestStore(), openOutsideWorld()]);
});
afterEach(async () => {
  await Promise.all([test.drop(), world.close()]);
});

/** A worker in a process of its own, killed right before or after it touched the world. */
async function killed(KIND: Knowledge, WHEN: 'before' | 'after'): Promise<void> {
  const script = fileURLToPath(new URL('killed-while-acting.ts', import.meta.url));
  const env = { ...process.env, KIND, WHEN, WORLD: world.url, MONGODB_URI, DATABASE: test.database };
  const child = spawn(process.execPath, ['--import', 'tsx', script], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
}

/** The next attempt of the same call, by another worker, an hour later. */
function later(kind: Knowledge): Promise<Json> {
  const now = (): Date => new Date(Date.now() + 3_600_000);
  const { act } = createActivities([acting(kind, world.url)], depsOf(test.store, { now }));
  return act?.(callOf('act')) ?? Promise.reject(new Error('not offered'));
}

const key = effectKey(callOf('act'));
const stateOf = async (): Promise<string | undefined> => (await test.store.effects.find(key))?.state;

async function failureOf(attempt: Promise<Json>): Promise<ApplicationFailure> {
  const failure = await attempt.then(
    () => null,
    (error: unknown) => error,
  );
  if (!(failure instanceof ApplicationFailure)) throw new Error('it did not fail as it should');
  return failure;
}

describe('an act on the world, its worker killed', () => {
  it('is sent again under its key when the other side refuses a repeated one', async () => {
    await killed('keyed', 'after');
    expect(await stateOf()).toBe('intended');
    expect(await later('keyed')).toEqual({ came: 'acted' });
    expect(world.received).toHaveLength(2);
    expect(world.happened).toEqual([key]);
    expect(await stateOf()).toBe('done');
  });

  it('is searched for when it can be found, and not done again', async () => {
    await killed('searchable', 'after');
    expect(await later('searchable')).toEqual({ came: 'found' });
    expect(world.received).toEqual([key]);
  });

  it('is done when the search finds that it did not happen', async () => {
    await killed('searchable', 'before');
    expect(await later('searchable')).toEqual({ came: 'acted' });
    expect(world.received).toEqual([key]);
  });

  it.each(['before', 'after'] as const)(
    'killed %s it, is put before a person when nobody can tell',
    async (when) => {
      await killed('once', when);
      const happened = world.received.length;
      const failure = await failureOf(later('once'));
      expect(failure).toMatchObject({ type: 'unknown effect', nonRetryable: true });
      expect(await stateOf()).toBe('unknown');
      await failureOf(later('once'));
      expect(world.received).toHaveLength(happened);
    },
  );

  it('is done again only after a person allowed it', async () => {
    await killed('once', 'before');
    await failureOf(later('once'));
    await test.store.effects.allowAgain(key);
    expect(await later('once')).toEqual({ came: 'acted' });
    expect(world.received).toEqual([key]);
  });

  it('waits while the lease of another attempt may still run', async () => {
    await killed('keyed', 'after');
    const { act } = createActivities([acting('keyed', world.url)], depsOf(test.store));
    const failure = await failureOf(act?.(callOf('act')) ?? Promise.resolve(null));
    expect(failure).toMatchObject({ type: 'held', nonRetryable: false });
    expect(world.received).toHaveLength(1);
  });
});

describe('an act on the world', () => {
  it('is done once for one occasion, however often it is asked for', async () => {
    expect(await later('once')).toEqual({ came: 'acted' });
    expect(await later('once')).toEqual({ came: 'acted' });
    expect(world.received).toHaveLength(1);
  });

  it('is done anew for the next visit of the same step', async () => {
    const { act } = createActivities([acting('once', world.url)], depsOf(test.store));
    await act?.(callOf('act'));
    await act?.(callOf('act', { visit: 2 }));
    expect(world.received).toHaveLength(2);
  });
});
