import { MockActivityEnvironment } from '@temporalio/testing';
import { ApplicationFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runsLocally } from '../../definitions/activity/contract.ts';
import { shippedActivities } from '../../workers/activities/shipped.ts';
import { ActivityProblem } from '../../workers/sdk/activity-problem.ts';
import { channelRegistry, defineChannel } from '../../workers/sdk/channel.ts';
import { createActivities } from '../../workers/sdk/create-activities.ts';
import { defineActivity, type ActivityDefinition } from '../../workers/sdk/define-activity.ts';
import { callOf, depsOf } from '../../workers/sdk/activity-kit.ts';
import { openTestStore, type TestStore } from './test-store.ts';

let test: TestStore;
beforeAll(async () => {
  test = await openTestStore();
});
afterAll(() => test.drop());

const greet = (run: () => Promise<{ length: number }>): ActivityDefinition =>
  defineActivity({
    name: 'greet',
    title: 'Greet',
    description: 'Greets somebody.',
    input: z.strictObject({ name: z.string() }),
    output: z.object({ length: z.number().int() }),
    effect: 'none',
    run,
  });

async function failure(
  run: () => Promise<{ length: number }>,
  input = { name: 'Ana' } as Record<string, string | number>,
): Promise<ApplicationFailure> {
  const { greet: offered } = createActivities([greet(run)], depsOf(test.store));
  const error: unknown = await offered?.(callOf('greet', { input })).catch((thrown: unknown) => thrown);
  if (!(error instanceof ApplicationFailure)) throw new Error('it did not fail');
  return error;
}

describe('an activity', () => {
  it('publishes its input and output as JSON Schema', () => {
    const { contract } = greet(async () => ({ length: 3 }));
    expect(contract.input).toMatchObject({
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' } },
    });
    expect(contract.output).toMatchObject({ type: 'object', properties: { length: { type: 'integer' } } });
    expect(runsLocally(contract)).toBe(true);
  });

  it('refuses input that is not of its schema, for good', async () => {
    expect(await failure(async () => ({ length: 1 }), { name: 7 })).toMatchObject({
      type: 'invalid input',
      nonRetryable: true,
    });
    expect(await failure(async () => ({ length: 1 }), { name: 'a', more: 1 })).toMatchObject({
      type: 'invalid input',
    });
  });

  it('fails with a code and nothing that anybody wrote', async () => {
    const secret = 'Ana Ruiz, 12 Elm Street';
    for (const error of [
      new Error(secret),
      new ActivityProblem('refused', { retry: false }),
      new TypeError(secret),
    ]) {
      const failed = await failure(() => Promise.reject(error));
      const all = JSON.stringify([failed.message, failed.stack, failed.details, failed.type, failed.cause]);
      expect(all).not.toContain('Elm');
      expect(all).not.toContain('test/workers');
      expect(failed.message).toBe(failed.type);
    }
  });

  it('says whether trying again may help', async () => {
    expect(await failure(() => Promise.reject(new Error('a fault')))).toMatchObject({
      type: 'fault',
      nonRetryable: false,
    });
    const gone = new ActivityProblem('erased', { retry: false });
    expect(await failure(() => Promise.reject(gone))).toMatchObject({ type: 'erased', nonRetryable: true });
  });

  it('that throws what it should not is given up after some seconds where it runs locally', async () => {
    const fault = () => Promise.reject(new Error('a slip'));
    const { greet: offered } = createActivities([greet(fault)], depsOf(test.store));
    const tried = async (attempt: number): Promise<unknown> =>
      new MockActivityEnvironment({ attempt })
        .run(async () => offered?.(callOf('greet', { input: { name: 'Ana' } })))
        .catch((thrown: unknown) => thrown);
    expect(await tried(5)).toMatchObject({ type: 'fault', nonRetryable: false });
    expect(await tried(6)).toMatchObject({ type: 'fault', nonRetryable: true });
    const away = createActivities(
      [{ ...greet(fault), contract: { ...greet(fault).contract, effect: 'searchable' } }],
      depsOf(test.store),
    )['greet'];
    const far = await new MockActivityEnvironment({ attempt: 9 })
      .run(async () => away?.(callOf('greet', { input: { name: 'Ana' } })))
      .catch((thrown: unknown) => thrown);
    expect(far).toMatchObject({ type: 'fault', nonRetryable: false });
  });

  it('needs a name in camelCase, and one of its own', () => {
    const shape = {
      title: '',
      description: '',
      input: z.strictObject({}),
      output: z.object({}),
      effect: 'none',
      run: async () => ({}),
    } as const;
    expect(() => defineActivity({ ...shape, name: 'send-reply' })).toThrow('camelCase');
    const twice = defineActivity({ ...shape, name: 'twice' });
    expect(() => createActivities([twice, twice], depsOf(test.store))).toThrow("'twice'");
  });
});

describe('the activities that ship', () => {
  it('run within the worker when they only read and write in our own store', () => {
    const local = shippedActivities
      .filter(({ contract }) => runsLocally(contract))
      .map(({ contract }) => contract.name);
    expect(local).toEqual([
      'deriveFacts',
      'lookUpCustomer',
      'assignOwner',
      'escalateOwner',
      'recordRemedy',
      'tellTeam',
    ]);
  });

  it('answer facts and ids, never a free text', () => {
    const texts = shippedActivities.flatMap(({ contract }) => {
      const properties = z.record(z.string(), z.looseObject({})).parse(contract.output['properties']);
      return Object.keys(properties).filter((name) => /text|name|handle|email|phone/i.test(name));
    });
    expect(texts).toEqual([]);
  });
});

describe('channels', () => {
  const channel = defineChannel({
    name: 'forum',
    kind: 'forum',
    guarantee: 'once',
    send: async () => ({ externalId: '1' }),
  });
  const otherwise = defineChannel({ ...channel, name: 'outbox' });

  it('are found by name, and another stands in for one that cannot answer', () => {
    const registry = channelRegistry([channel], otherwise);
    expect(registry.forSending('forum').name).toBe('forum');
    expect(registry.forSending('tweet').name).toBe('outbox');
  });

  it('have names of their own', () => {
    expect(() => channelRegistry([channel, channel], otherwise)).toThrow("'forum'");
  });
});
