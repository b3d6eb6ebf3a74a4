import { z } from 'zod';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { RetryPolicy, TaskExtras } from '../../definitions/flow/task.ts';
import { ActivityProblem } from '../../workers/sdk/activity-problem.ts';
import { defineActivity } from '../../workers/sdk/define-activity.ts';
import { node } from './drawing.ts';

/** How often each case's step was tried; and those cases that the other side answers by now. */
export const tries = new Map<string, number>();
export const answered = new Set<string>();

/** Tried within the workflow's worker, until the other side answers. */
export const askHere = defineActivity({
  name: 'askHere',
  title: 'Ask',
  description: 'Asks the other side.',
  input: z.object({}),
  output: z.object({}),
  effect: 'none',
  retry: { maximumAttempts: 0, initialIntervalMs: 150, backoffCoefficient: 1, maximumIntervalMs: 150 },
  run: async (_input, { call: { caseId } }) => {
    tries.set(caseId, (tries.get(caseId) ?? 0) + 1);
    if (!answered.has(caseId)) throw new ActivityProblem('unreachable', { retry: true });
    return {};
  },
});
/** Says nothing on the first try; every later one is held until the other side answers it. */
export const held = new Map<string, { readonly answer: () => void; readonly answered: Promise<void> }>();
export const askAndHold = defineActivity({
  name: 'askAndHold',
  title: 'Ask and hold',
  description: 'Asks the other side, and waits.',
  input: z.object({}),
  output: z.object({}),
  effect: 'none',
  retry: { maximumAttempts: 0, initialIntervalMs: 150, backoffCoefficient: 1, maximumIntervalMs: 150 },
  run: async (_input, { call: { caseId } }) => {
    tries.set(caseId, (tries.get(caseId) ?? 0) + 1);
    if (tries.get(caseId) === 1) throw new ActivityProblem('unreachable', { retry: true });
    if (!held.has(caseId)) {
      let answer: () => void = () => undefined;
      const given = new Promise<void>((resolve) => (answer = resolve));
      held.set(caseId, { answer, answered: given });
    }
    await held.get(caseId)?.answered;
    return {};
  },
});
export const refuse = defineActivity({
  name: 'refuse',
  title: 'Refuse',
  description: 'Fails for good.',
  input: z.object({}),
  output: z.object({}),
  effect: 'keyed',
  run: async () => {
    throw new ActivityProblem('refused', { retry: false });
  },
});

export const ask = (id: string, extras: TaskExtras & { readonly retry?: RetryPolicy } = {}): FlowNode =>
  node('serviceTask', id, { activity: 'askHere', input: {}, ...extras });
export const wait = (id: string, time: string): FlowNode =>
  node('intermediateCatchEvent', id, { wait: { kind: 'duration', for: `duration("${time}")` } });
export const split = (id: string): FlowNode => node('parallelGateway', id, {});
