import { typeOfSchema } from '../../definitions/check/schema-type.ts';
import { DaysAndTime, formatDaysAndTime } from '../../definitions/feel/value/duration.ts';
import { nodeIn } from '../../definitions/flow/drawn.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type {
  ActivityAnswer,
  Scenario,
  ScenarioMessage,
  TaskAnswer,
} from '../../definitions/scenario/scenario.ts';
import type { Place } from '../interpreter/command.ts';
import type { RunEvent } from '../interpreter/event.ts';
import type { Program } from '../interpreter/link.ts';
import { retold, type Asked, type Retold } from './retold.ts';
import { simulate } from './simulate.ts';
import { StandIns } from './stand-ins.ts';
import type { ToldEvents } from './told-events.ts';

/** A scenario that was taken from a case, and whether it passes the steps that the case passed, in their order, to its end. */
export interface TakenScenario {
  readonly scenario: Scenario;
  readonly isSameWay: boolean;
  /** What a person did that no scenario can tell: led a stuck step on, cancelled. */
  readonly leftOut: readonly RunEvent['type'][];
}

/** Later than any watch of a scenario. */
const NEVER_MS = 400 * 86_400_000;

/** What every case is begun with and is nobody's words (see engine/workflows/beginning.ts). */
const OWN_FACTS: { readonly [name: string]: ValueType } = {
  'case id': { type: 'string' },
  channel: { type: 'any' },
  brand: { type: 'any' },
};

/**
 * The scenario that a case's runs tell when they are told again: from its latest beginning what each step got, what
 * people answered and after what time, and what came. Words that may be somebody's own are stand-ins. Null: nothing
 * of a beginning is known.
 */
export function scenarioOf(told: readonly ToldEvents[], name: string): TakenScenario | null {
  const story = retold(told);
  if (story === null) return null;
  const scenario = scenarioOfStory(story, name);
  const again = simulate(story.program, scenario);
  const isSameWay =
    again.outcome === story.outcome &&
    again.path.length === story.path.length &&
    again.path.every((node, i) => node === story.path[i]);
  return {
    scenario: isSameWay && story.isOver ? { ...scenario, expect: expectedOf(story) } : scenario,
    isSameWay,
    leftOut: story.leftOut,
  };
}

function expectedOf({ outcome, path }: Retold): NonNullable<Scenario['expect']> {
  return { status: 'ended', outcome, pathIncludes: path };
}

function scenarioOfStory(story: Retold, name: string): Scenario {
  const { program, start, variables, asked, messages, end, isOver } = story;
  const words = new StandIns(program.revision);
  const { types } = program.root;
  const kept = Object.keys(OWN_FACTS).filter((fact) => fact !== 'case id' && Object.hasOwn(variables, fact));
  const activities: { [key: string]: ActivityAnswer[] } = {};
  const tasks: { [key: string]: TaskAnswer[] | 'nobody' } = {};
  for (const one of asked) {
    const key = `${one.place.flow}/${one.place.node}`;
    if (one.for === 'activity') (activities[key] ??= []).push(activityAnswer(one, program, words));
    else putTask(tasks, key, one, program, words);
  }
  return {
    name,
    start: new Date(start).toISOString(),
    variables: {
      ...words.ofFields(variables, types),
      ...Object.fromEntries(kept.map((fact) => [fact, variables[fact] ?? null])),
    },
    ...(Object.keys(activities).length > 0 && { activities }),
    ...(Object.keys(tasks).length > 0 && { tasks }),
    ...(messages.length > 0 && {
      messages: messages.map(({ name: message, at, facts }): ScenarioMessage => ({
        name: message,
        after: duration(at - start),
        facts: words.ofFields(facts, {}),
      })),
    }),
    ...(!isOver && { until: duration(end - start) }),
  };
}

function activityAnswer(
  { activity, at, answer }: Extract<Asked, { for: 'activity' }>,
  { revision }: Program,
  words: StandIns,
): ActivityAnswer {
  if (answer === undefined) return { failure: { code: 'timeout' }, afterMs: NEVER_MS };
  const afterMs = answer.at - at;
  // Only the code: a message may say anything.
  if ('failure' in answer) return { failure: { code: answer.failure.code }, afterMs };
  return { output: words.of(answer.output, typeOfSchema(revision.activities[activity]?.output)), afterMs };
}

function putTask(
  tasks: { [key: string]: TaskAnswer[] | 'nobody' },
  key: string,
  { at, answer, place }: Extract<Asked, { for: 'task' }>,
  program: Program,
  words: StandIns,
): void {
  const before = tasks[key];
  if (answer === undefined) {
    if (before === undefined) tasks[key] = 'nobody';
    else if (before !== 'nobody') before.push(unanswered(before));
    return;
  }
  const given: TaskAnswer = {
    answers: words.ofFields(answer.answers, fieldTypes(program, place)),
    after: duration(answer.at - at),
    by: String(words.of(answer.by)),
  };
  // Whoever was asked before did not answer.
  tasks[key] = before === 'nobody' ? [unanswered([]), given] : [...(before ?? []), given];
}

/** Nobody answers this one, though others before or after it were answered. */
function unanswered(others: readonly TaskAnswer[]): TaskAnswer {
  return { answers: {}, after: duration(NEVER_MS), by: others[0]?.by ?? 'nobody' };
}

function fieldTypes({ revision }: Program, place: Place): { readonly [name: string]: ValueType } {
  const node = nodeIn(revision, place);
  if (node?.kind !== 'userTask') return {};
  return Object.fromEntries(node.form.map((field) => [field.name, field.type]));
}

function duration(ms: number): string {
  return formatDaysAndTime(new DaysAndTime(BigInt(Math.max(0, ms)) * 1_000_000n));
}
