import type { Place } from '../interpreter/command.ts';
import type { ActivityAnswer, Scenario, TaskAnswer } from './scenario.ts';

/** Gives a scenario's answers one after the other; the last of a list is given again and again. */
export class Answers {
  readonly #scenario: Scenario;
  readonly #given = new Map<string, number>();

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  /** The next answer for the step, else for the activity. Undefined: the scenario has none. */
  ofActivity(place: Place, activity: string): ActivityAnswer | undefined {
    const all = this.#scenario.activities ?? {};
    const key = [...keysOf(place), activity].find((each) => Object.hasOwn(all, each));
    return key === undefined ? undefined : this.#next(`activity ${key}`, all[key] ?? []);
  }

  ofTask(place: Place): TaskAnswer | 'nobody' | undefined {
    const all = this.#scenario.tasks ?? {};
    const key = keysOf(place).find((each) => Object.hasOwn(all, each));
    const answers = key === undefined ? undefined : all[key];
    if (answers === undefined || answers === 'nobody') return answers;
    return this.#next(`task ${key ?? ''}`, answers);
  }

  #next<T>(key: string, answers: readonly T[]): T | undefined {
    const given = this.#given.get(key) ?? 0;
    this.#given.set(key, given + 1);
    return answers[Math.min(given, answers.length - 1)];
  }
}

function keysOf({ flow, node }: Place): readonly string[] {
  return [`${flow}/${node}`, node];
}
