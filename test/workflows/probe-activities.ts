import { z } from 'zod';
import { ActivityProblem } from '../../workers/sdk/activity-problem.ts';
import { defineActivity, type ActivityDefinition } from '../../workers/sdk/define-activity.ts';

/** Activities for tests, each doing one thing that an activity may do. `calls` says how often which was called. */
export function probeActivities(): {
  readonly all: readonly ActivityDefinition[];
  readonly calls: string[];
  mend(): void;
} {
  const calls: string[] = [];
  let mended = false;
  const value = z.object({ value: z.number() });
  const double = defineActivity({
    name: 'double',
    title: 'Double',
    description: 'Twice the value, within the worker.',
    input: value,
    output: value,
    effect: 'none',
    run: async ({ value: given }) => {
      calls.push('double');
      return { value: given * 2 };
    },
  });
  const doubleOutside = defineActivity({
    name: 'doubleOutside',
    title: 'Double outside',
    description: 'Twice the value, as a task of its own.',
    input: value,
    output: value,
    effect: 'keyed',
    run: async ({ value: given }) => {
      calls.push('doubleOutside');
      return { value: given * 2 };
    },
  });
  const refuse = defineActivity({
    name: 'refuse',
    title: 'Refuse',
    description: 'Fails for good until it is mended.',
    input: value,
    output: value,
    effect: 'keyed',
    errors: ['refused'],
    retry: { maximumAttempts: 2, initialIntervalMs: 10 },
    run: async ({ value: given }) => {
      calls.push('refuse');
      if (!mended && given !== 7) throw new ActivityProblem('refused', { retry: true });
      return { value: given };
    },
  });
  const leak = defineActivity({
    name: 'leak',
    title: 'Leak',
    description: 'Throws what somebody wrote.',
    input: z.object({}),
    output: z.object({}),
    effect: 'keyed',
    retry: { maximumAttempts: 1 },
    run: async () => {
      throw new Error('the secret words of Mrs Miller');
    },
  });
  const dawdle = defineActivity({
    name: 'dawdle',
    title: 'Dawdle',
    description: 'Takes its time, as a task of its own.',
    input: z.object({ ms: z.number() }),
    output: z.object({}),
    effect: 'keyed',
    run: async ({ ms }) => {
      calls.push('dawdle');
      await new Promise((resolve) => setTimeout(resolve, ms));
      return {};
    },
  });
  return { all: [double, doubleOutside, refuse, leak, dawdle], calls, mend: () => void (mended = true) };
}
