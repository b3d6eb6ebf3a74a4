import type { FormField } from '../../definitions/flow/user-task.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { OpenTask } from './saved-run.ts';
import type { Actor, TaskAnswer } from './messages.ts';

/** Why an answer is refused before it enters the history; null when it may go in. */
export type Refusal = {
  readonly reason: 'stale' | 'unauthorised' | 'ill-formed';
  readonly field?: string;
} | null;

/** Judges an answer against the task as it stands and the form as drawn. */
export function refusalOfAnswer(answer: TaskAnswer, task: OpenTask, form: readonly FormField[]): Refusal {
  if (answer.version !== task.version) return { reason: 'stale' };
  if (!mayAnswer(task, answer.actor)) return { reason: 'unauthorised' };
  for (const name of Object.keys(answer.answers)) {
    if (!form.some((field) => field.name === name)) return { reason: 'ill-formed', field: name };
  }
  for (const field of form) {
    const value = answer.answers[field.name];
    const missing = value === undefined || value === null || value === '';
    if (missing ? field.required === true : !fits(value, field.type))
      return { reason: 'ill-formed', field: field.name };
  }
  return null;
}

/** Nobody named: anybody may. A lead or an admin may always: an owner who is ill must not hold a customer up. */
export function mayAnswer(task: OpenTask, actor: Actor): boolean {
  if (task.persons.length === 0 && task.teams.length === 0 && task.roles.length === 0) return true;
  return (
    task.persons.includes(actor.person) ||
    task.teams.some((team) => actor.teams.includes(team)) ||
    task.roles.some((role) => actor.roles.includes(role)) ||
    actor.roles.includes('lead') ||
    actor.roles.includes('admin')
  );
}

function fits(value: Json, type: ValueType): boolean {
  switch (type.type) {
    case 'string':
      return (
        typeof value === 'string' &&
        value.length <= 500 &&
        (type.allowed === undefined || type.allowed.includes(value))
      );
    case 'text':
      return typeof value === 'string' && value.length <= 64;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'boolean':
      return typeof value === 'boolean';
    case 'list':
      return Array.isArray(value) && value.length <= 500 && value.every((item: Json) => fits(item, type.of));
    case 'context':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(value).every(([name, item]: [string, Json]) => {
          const field = type.fields[name];
          return field !== undefined && fits(item, field);
        })
      );
    case 'any':
      return true;
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
    case 'time':
    case 'date and time':
    case 'days and time duration':
    case 'years and months duration':
      return typeof value === 'string' && value.length <= 64;
  }
}
