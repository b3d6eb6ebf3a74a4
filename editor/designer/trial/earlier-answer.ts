import type { Json } from '../../../definitions/flow/json.ts';
import type { Scenario, TaskAnswer } from '../../../definitions/scenario/scenario.ts';
import type { Question } from '../../../engine/simulate/result.ts';

type Asked = Pick<Question, 'key' | 'index'>;

/** What an activity answered to a question, or the last time before it; undefined: it never did. */
export function answerBefore(
  { activities = {} }: Scenario,
  { key, index }: Asked,
): { readonly output?: Json; readonly code?: string } | undefined {
  const all = Object.hasOwn(activities, key) ? (activities[key] ?? []) : [];
  const answer = all[index] ?? all.at(-1);
  if (answer === undefined) return undefined;
  if ('output' in answer) return { output: answer.output };
  return index < all.length ? { code: answer.failure.code } : undefined;
}

/** The same of a person. */
export function taskAnswerBefore({ tasks = {} }: Scenario, { key, index }: Asked): TaskAnswer | undefined {
  const all = Object.hasOwn(tasks, key) ? (tasks[key] ?? []) : [];
  const answer = all === 'nobody' ? undefined : (all[index] ?? all.findLast((one) => one !== 'nobody'));
  return answer === 'nobody' ? undefined : answer;
}
