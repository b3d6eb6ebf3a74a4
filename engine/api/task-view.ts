import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { FormField } from '../../definitions/flow/user-task.ts';
import type { Task } from '../../definitions/model/task.ts';
import type { TaskDetail, TaskRow } from '../../definitions/model/views/task.ts';
import type { TextStore } from '../store/texts.ts';
import { mayAnswer } from '../workflows/answer-check.ts';
import type { Actor } from '../workflows/messages.ts';
import type { CaseName } from './case-view.ts';
import type { Directory } from './directory.ts';

export function taskRow(task: Task, name: CaseName, directory: Directory): TaskRow {
  return {
    id: task.id,
    version: task.version,
    name: task.name,
    status: task.status,
    case: name,
    persons: task.persons.map((id) => directory.person(id)),
    teams: task.teams.map((id) => directory.team(id)),
    roles: task.roles,
    takenBy: directory.personOrNull(task.takenBy),
    openedAt: task.openedAt,
    dueAt: task.dueAt,
    priority: task.priority,
    closedAt: task.closedAt,
    answeredBy: directory.personOrNull(task.answeredBy),
  };
}

/** Whether this person may answer the task now: it is open, theirs by the drawing, and nobody else has taken it. */
export function mayAct(task: Task, actor: Actor): boolean {
  const free = task.takenBy === null || task.takenBy === actor.person;
  return task.status === 'open' && free && mayAnswer(task, actor);
}

interface Around {
  readonly name: CaseName;
  /** Most characters of one reply where it goes; null: no limit. */
  readonly textLimit: number | null;
  readonly directory: Directory;
  readonly actor: Actor;
  readonly texts: TextStore;
}

/** A task with its form. Texts stand in it as written; the run knows their ids alone. */
export async function taskDetail(
  task: Task,
  { name, textLimit, directory, actor, texts }: Around,
): Promise<TaskDetail> {
  const [suggested, answers] = await Promise.all([
    withTexts(task.suggested, task.form, texts),
    task.answers === null ? null : withTexts(task.answers, task.form, texts),
  ]);
  return {
    ...taskRow(task, name, directory),
    flow: task.flow,
    node: task.node,
    scope: task.scope,
    instructions: task.instructions,
    guide: task.guide,
    form: task.form,
    suggested,
    show: task.show,
    answers,
    mayAnswer: mayAct(task, actor),
    textLimit,
  };
}

async function withTexts(
  values: JsonObject,
  form: readonly FormField[],
  texts: TextStore,
): Promise<JsonObject> {
  const textFields = new Set(form.filter(({ type }) => type.type === 'text').map(({ name }) => name));
  const entries = Object.entries(values).map(async ([name, value]: [string, Json]) => {
    if (!textFields.has(name) || typeof value !== 'string') return [name, value] as const;
    const stored = await texts.get(value);
    // A suggestion may be a sentence of the drawing itself, and not the id of a text.
    if (stored === null) return [name, value] as const;
    return [name, 'erased' in stored ? null : stored.text] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}
