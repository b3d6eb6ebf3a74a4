import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { Task } from '../../definitions/model/task.ts';
import type { Store } from '../store/store.ts';
import type { Actor, TaskReceipt } from '../workflows/messages.ts';
import { RunsProblem, type Runs } from './runs.ts';

/** An answer of a person, its texts as they were written. */
export interface GivenAnswer {
  readonly version: number;
  readonly answers: JsonObject;
  readonly actor: Actor;
}

/** Where answers go. */
export type AnswerDeps = { readonly store: Store; readonly runs: Runs };

/**
 * Gives a run the answer of a task: texts are stored first and travel as their ids, and the record says who chose
 * what. Answers who answered; one who comes second changes nothing. Throws the run's RunsProblem when it is refused.
 */
export async function giveAnswer(
  { store, runs }: AnswerDeps,
  task: Task,
  { version, answers: written, actor }: GivenAnswer,
): Promise<Pick<TaskReceipt, 'answeredBy' | 'already'>> {
  const { answers, textIds } = await storeTexts(store, task, written, actor.person);
  const forget = () => Promise.all(textIds.map((id) => store.texts.erase(id)));
  try {
    const { answeredBy, already } = await runs.answerTask({
      caseId: task.caseId,
      taskId: task.id,
      version,
      answers,
      actor,
    });
    if (already) await forget();
    else await record(store, task, written, actor);
    return { answeredBy, already };
  } catch (error) {
    // Unreachable: the answer may have been taken all the same, so its texts stay.
    if (!(error instanceof RunsProblem) || error.code === 'unreachable') throw error;
    // A run that ends with somebody's answer refuses the next one; what became of the task stands in the store.
    const now = (await store.tasks.find(task.id)) ?? task;
    const isOurs = now.status === 'answered' && holdsAnswer(now, textIds, actor.person);
    if (isOurs) await record(store, task, written, actor);
    else await forget();
    if (now.status !== 'answered' || now.answeredBy === null) throw error;
    return { answeredBy: now.answeredBy, already: !isOurs };
  }
}

/** Nothing, or nothing but spaces: left out. */
export function isBlank(value: Json | undefined): value is null | undefined | '' {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

/** Whether the recorded answer is the one given here: by its texts, whose ids nobody else has. */
function holdsAnswer(task: Task, textIds: readonly string[], person: string): boolean {
  const [first] = textIds;
  if (first === undefined) return task.answeredBy === person;
  return Object.values(task.answers ?? {}).includes(first);
}

async function storeTexts(
  store: Store,
  task: Task,
  given: JsonObject,
  by: string,
): Promise<{ answers: JsonObject; textIds: readonly string[] }> {
  const textIds: string[] = [];
  const answers: Record<string, Json> = {};
  for (const { name, type } of task.form) {
    const value = given[name];
    if (isBlank(value)) answers[name] = null;
    else if (type.type !== 'text' || typeof value !== 'string') answers[name] = value;
    else {
      const id = await store.texts.put({ caseId: task.caseId, kind: 'answer', text: value, by });
      textIds.push(id);
      answers[name] = id;
    }
  }
  return { answers, textIds };
}

/** The record names what was chosen; what was written stands with the case, where it can be erased. */
async function record(store: Store, task: Task, answers: JsonObject, { person }: Actor): Promise<void> {
  const chosen = task.form.flatMap(({ name, type }) => {
    const value = answers[name];
    return type.type === 'text' || value === undefined ? [] : [[name, value] as const];
  });
  await store.audit.record({
    who: person,
    act: 'answered a task',
    caseId: task.caseId,
    subject: task.id,
    detail: { task: task.name, chosen: Object.fromEntries(chosen) },
  });
}
