import type { JsonObject } from '../../definitions/flow/json.ts';
import type { FormField } from '../../definitions/flow/user-task.ts';
import type { Task } from '../../definitions/model/task.ts';
import type { FieldError } from '../../definitions/model/views/problem.ts';
import type { AnswerReceipt } from '../../definitions/model/views/task.ts';
import { giveAnswer, isBlank, type GivenAnswer } from '../runs/give-answer.ts';
import { RunsProblem } from '../runs/runs.ts';
import type { Store } from '../store/store.ts';
import { mayAnswer } from '../workflows/answer-check.ts';
import { overLimit } from '../../definitions/model/reply-length.ts';
import { ApiProblem } from './api-problem.ts';
import type { Caller } from './caller.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { reasonAgainst } from './field-value.ts';
import { replyLimitOf } from './reply-limit.ts';

/**
 * Answers a task: its texts are stored first, the run is told their ids, and what it says is the receipt. A task
 * that somebody answered before gives that outcome again and changes nothing.
 */
export async function answerTask(
  deps: Deps,
  task: Task,
  given: Omit<GivenAnswer, 'actor'>,
  caller: Caller,
): Promise<AnswerReceipt> {
  const { store } = deps;
  const recorded = await recordedOutcome(deps, task);
  if (recorded !== null) return recorded;
  refuseUnlessTheirs(task, given.version, caller);
  const errors = [...formErrors(task.form, given.answers), ...(await tooLong(store, task, given.answers))];
  if (errors.length > 0) {
    throw new ApiProblem(
      'ill-formed',
      'Some fields do not fit the form.',
      'Correct the fields named in errors.',
      { errors },
    );
  }
  try {
    const { answeredBy, already } = await giveAnswer(deps, task, { ...given, actor: caller.actor });
    const directory = await readDirectory(store);
    return { taskId: task.id, answeredBy: directory.person(answeredBy), already };
  } catch (error) {
    if (!(error instanceof RunsProblem) || error.code === 'unreachable') throw error;
    const outcome = await recordedOutcome(deps, (await store.tasks.find(task.id)) ?? task);
    if (outcome !== null) return outcome;
    throw fieldProblem(error) ?? error;
  }
}

async function recordedOutcome({ store }: Deps, task: Task): Promise<AnswerReceipt | null> {
  if (task.status === 'open') return null;
  if (task.status === 'answered' && task.answeredBy !== null) {
    const directory = await readDirectory(store);
    return { taskId: task.id, answeredBy: directory.person(task.answeredBy), already: true };
  }
  throw new ApiProblem(
    'closed',
    task.status === 'cancelled'
      ? 'This is not asked any more.'
      : 'This was answered outside of Earshot, on the channel itself.',
    'Look at the case again.',
  );
}

function refuseUnlessTheirs(task: Task, version: number, caller: Caller): void {
  if (task.version !== version) {
    throw new ApiProblem(
      'stale',
      'What is asked was changed meanwhile.',
      'Look at it again, then answer anew.',
    );
  }
  if (task.takenBy !== null && task.takenBy !== caller.person.id) {
    throw new ApiProblem(
      'stale',
      'Somebody else has taken this.',
      'Ask them to give it back or to hand it over.',
    );
  }
  refuseUnlessAsked(task, caller);
}

/** Throws 'not allowed' unless the task is asked of the caller, of their team or role, of anybody, or they lead. */
export function refuseUnlessAsked(task: Task, { actor }: Caller): void {
  if (mayAnswer(task, actor)) return;
  throw new ApiProblem(
    'not allowed',
    'This was not given to you or your team.',
    'Have it handed over to you.',
  );
}

/** What does not fit the form, field by field; empty when all does. */
export function formErrors(form: readonly FormField[], answers: JsonObject): readonly FieldError[] {
  const unknown = Object.keys(answers)
    .filter((name) => !form.some((field) => field.name === name))
    .map((field) => ({ field, reason: 'The form has no such field.' }));
  const wrong = form.flatMap(({ name, required, type }) => {
    const value = answers[name];
    if (isBlank(value)) return required === true ? [{ field: name, reason: 'This is needed.' }] : [];
    const reason = reasonAgainst(value, type);
    return reason === null ? [] : [{ field: name, reason }];
  });
  return [...unknown, ...wrong];
}

function fieldProblem(error: RunsProblem): ApiProblem | null {
  if (error.reason !== 'ill-formed' || error.field === null) return null;
  return new ApiProblem(
    'ill-formed',
    'The case does not take a field as it is.',
    'Correct the field named in errors.',
    {
      errors: [{ field: error.field, reason: 'The case does not take this value.' }],
    },
  );
}

/** A reply that the channel would not take. */
async function tooLong(store: Store, task: Task, answers: JsonObject): Promise<readonly FieldError[]> {
  const limit = await replyLimitOf(store, await store.mentions.byCase(task.caseId));
  const found = overLimit(limit, task.form, answers);
  if (found === null) return [];
  const characters = found.over === 1 ? 'character' : 'characters';
  const reason = `This is ${found.over} ${characters} too long: the channel takes ${found.limit}.`;
  return [{ field: found.field, reason }];
}
