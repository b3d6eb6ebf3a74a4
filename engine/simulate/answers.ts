import type { Place } from '../interpreter/command.ts';
import type { ActivityAnswer, Scenario, TaskAnswer } from '../../definitions/scenario/scenario.ts';

/** What a scenario says when it is asked. */
export interface Said<T> {
  /** Under which of its keys; where there is none, the most exact one that there could be. */
  readonly key: string;
  /** The how manieth time it is asked under that key, from 0. */
  readonly index: number;
  /** Undefined: it does not say. */
  readonly answer: T | undefined;
}

/** Gives a scenario's answers one after the other; the last of a list is given again and again. */
export class Answers {
  readonly #scenario: Scenario;
  readonly #givenOnce: ReadonlySet<string>;
  readonly #asked = new Map<string, number>();

  /** `givenOnce`: keys of which the last answer is given once, too. */
  constructor(scenario: Scenario, givenOnce: ReadonlySet<string> = new Set()) {
    this.#scenario = scenario;
    this.#givenOnce = givenOnce;
  }

  /** The next answer for the step, else for the activity. */
  ofActivity(place: Place, activity: string): Said<ActivityAnswer> {
    const all = this.#scenario.activities ?? {};
    const key = [...keysOf(place), activity].find((each) => Object.hasOwn(all, each)) ?? exactKey(place);
    return this.#next('activity', key, all[key] ?? []);
  }

  ofTask(place: Place): Said<TaskAnswer | 'nobody'> {
    const all = this.#scenario.tasks ?? {};
    const key = keysOf(place).find((each) => Object.hasOwn(all, each)) ?? exactKey(place);
    const answers = Object.hasOwn(all, key) ? (all[key] ?? []) : [];
    return this.#next('task', key, answers === 'nobody' ? [answers] : answers);
  }

  #next<T>(of: 'activity' | 'task', key: string, answers: readonly T[]): Said<T> {
    const index = this.#asked.get(`${of} ${key}`) ?? 0;
    this.#asked.set(`${of} ${key}`, index + 1);
    const again = this.#givenOnce.has(key) ? undefined : answers.at(-1);
    return { key, index, answer: answers[index] ?? again };
  }
}

function keysOf(place: Place): readonly string[] {
  return [exactKey(place), place.node];
}

function exactKey({ flow, node }: Place): string {
  return `${flow}/${node}`;
}
