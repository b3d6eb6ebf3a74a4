import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { ActivityAnswer, Scenario, TaskAnswer } from '../../../definitions/scenario/scenario.ts';
import type { Question, Telling } from '../../../engine/simulate/result.ts';
import { asDuration } from './as-duration.ts';

/** A story that a draft is tried with: all that was said of it so far, and how far time has come. */
export interface Trial {
  readonly scenario: Scenario;
  readonly telling: Telling;
  /** What somebody wrote, as the analyst typed it; null where the story tells facts alone. */
  readonly said: string | null;
}

/** A story that is told already. What it leaves open is asked for. */
export function trialOf(scenario: Scenario): Trial {
  return { scenario, telling: { givenOnce: new Set(), passedMs: 0, goesOn: true }, said: null };
}

/** A story that begins with what somebody wrote. Everything is asked for, and time passes only as it is let. */
export function trialOfMention(said: string, start: string, variables: JsonObject): Trial {
  const name = said.length > 60 ? `${said.slice(0, 59).trimEnd()}…` : said;
  return {
    scenario: { name, start, variables },
    telling: { givenOnce: new Set(), passedMs: 0, goesOn: false },
    said,
  };
}

/**
 * The trial with what an activity answers, in place of what it answered then. `atMs`: when that is, since the start;
 * time that was let pass after that has to pass anew.
 */
export function withActivityAnswer(
  trial: Trial,
  { key, index }: Pick<Question, 'key' | 'index'>,
  answer: ActivityAnswer,
  atMs: number,
): Trial {
  const { activities = {} } = trial.scenario;
  const before = listAt(activities, key);
  const after = put(before, index, answer, before.at(-1) ?? answer);
  return answered(trial, key, before.length === 0, atMs, { activities: { ...activities, [key]: after } });
}

/** The same for what a person answers, or that nobody does. */
export function withTaskAnswer(
  trial: Trial,
  { key, index }: Pick<Question, 'key' | 'index'>,
  answer: TaskAnswer | 'nobody',
  atMs: number,
): Trial {
  const { tasks = {} } = trial.scenario;
  const known = Object.hasOwn(tasks, key) ? (tasks[key] ?? []) : [];
  const before = known === 'nobody' ? [known] : known;
  const isOwn = before.length === 0 || trial.telling.givenOnce.has(key);
  // A task that was asked and left alone before this one had no answer.
  const after = put(before, index, answer, isOwn ? 'nobody' : (before.at(-1) ?? 'nobody'));
  return answered(trial, key, before.length === 0, atMs, { tasks: { ...tasks, [key]: after } });
}

/** A message comes so much later than all that it is to come after. */
const A_MOMENT_MS = 1000;

/** The trial with a message that comes now, so long after the start. Time comes as far. */
export function withMessage(trial: Trial, name: string, nowMs: number): Trial {
  const { scenario, telling } = trial;
  const afterMs = nowMs + A_MOMENT_MS;
  const message = { name, after: asDuration(afterMs), facts: {} };
  return {
    ...trial,
    scenario: { ...scenario, messages: [...(scenario.messages ?? []), message] },
    telling: { ...telling, passedMs: Math.max(telling.passedMs, afterMs) },
  };
}

/** The trial in which time has come so far since the start. */
export function passedUntil(trial: Trial, passedMs: number): Trial {
  return { ...trial, telling: { ...trial.telling, passedMs } };
}

/** The story as it can be kept: told again, it stops where the trial has come. */
export function scenarioOf({ scenario, telling }: Trial, isOver: boolean): Scenario {
  return telling.goesOn || isOver ? scenario : { ...scenario, until: asDuration(telling.passedMs) };
}

function answered(
  trial: Trial,
  key: string,
  isNew: boolean,
  atMs: number,
  part: Pick<Scenario, 'activities'> | Pick<Scenario, 'tasks'>,
): Trial {
  const { scenario, telling } = trial;
  return {
    ...trial,
    scenario: { ...scenario, ...part },
    telling: {
      ...telling,
      givenOnce: isNew ? new Set([...telling.givenOnce, key]) : telling.givenOnce,
      passedMs: Math.min(telling.passedMs, atMs),
    },
  };
}

function listAt<T>(lists: { readonly [key: string]: readonly T[] }, key: string): readonly T[] {
  return Object.hasOwn(lists, key) ? (lists[key] ?? []) : [];
}

function put<T>(list: readonly T[], index: number, item: T, between: T): readonly T[] {
  const before = Array.from({ length: index }, (_, at) => list[at] ?? between);
  return [...before, item, ...list.slice(index + 1)];
}
