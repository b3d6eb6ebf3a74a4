import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { membersOf, typeOfSchema } from '../../../definitions/check/schema-type.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { nodeIn } from '../../../definitions/flow/drawn.ts';
import { isJsonObject, type Json, type JsonObject } from '../../../definitions/flow/json.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import type { Scenario } from '../../../definitions/scenario/scenario.ts';
import type { Question, SimulationResult } from '../../../engine/simulate/result.ts';
import { answerBefore, taskAnswerBefore } from '../trial/earlier-answer.ts';
import { trialOf, withActivityAnswer, withMessage, withTaskAnswer } from '../trial/trial.ts';

type Asked = Pick<SimulationResult, 'activities' | 'tasks' | 'at' | 'virtualMs'>;
interface Drawn {
  readonly content: Pick<DraftContent, 'flow' | 'called'>;
  readonly activities: Readonly<Record<string, ActivityContract>>;
}

/** What a story is asked before some moment, the latest first; and when it began. */
interface Before {
  readonly startMs: number;
  readonly activities: readonly Asked['activities'][number][];
  readonly tasks: readonly Question[];
}

function before({ activities, tasks, at, virtualMs }: Asked, until: number): Before {
  return {
    startMs: Date.parse(at) - virtualMs,
    activities: activities.filter((asked) => asked.at <= until).toReversed(),
    tasks: tasks.filter((asked) => asked.at <= until).toReversed(),
  };
}

/** The story with these values wherever something of that name is given: at its start, or by who answers. */
export function withValues(story: Scenario, asked: Asked, until: number, values: JsonObject): Scenario {
  const { startMs, activities, tasks } = before(asked, until);
  const known = Object.fromEntries(
    Object.entries(values).filter(([name]) => Object.hasOwn(story.variables, name)),
  );
  let trial = trialOf({ ...story, variables: { ...story.variables, ...known } });
  for (const one of activities) {
    const output = answerBefore(story, one)?.output;
    const next = isJsonObject(output) ? overlaid(output, values) : output;
    if (next !== undefined && next !== output)
      trial = withActivityAnswer(trial, one, { output: next }, one.at - startMs);
  }
  for (const one of tasks) {
    const answer = taskAnswerBefore(story, one);
    const next = answer === undefined ? undefined : overlaid(answer.answers, values);
    if (answer !== undefined && next !== undefined && next !== answer.answers)
      trial = withTaskAnswer(trial, one, { ...answer, answers: next }, one.at - startMs);
  }
  return trial.scenario;
}

function overlaid(output: JsonObject, values: JsonObject): JsonObject {
  const known = Object.entries(values).filter(([name]) => Object.hasOwn(output, name));
  return known.length === 0 ? output : { ...output, ...Object.fromEntries(known) };
}

/** The same story with one thing answered, or given, otherwise; or with one message more. What was asked last comes first. */
export function* otherwise(
  story: Scenario,
  asked: Asked,
  until: number,
  { content, activities: contracts }: Drawn,
  messages: Iterable<string>,
): Generator<Scenario> {
  const trial = trialOf(story);
  const { startMs, activities, tasks } = before(asked, until);
  for (const one of tasks) {
    const node = nodeIn(content, one.place);
    const atMs = one.at - startMs;
    yield withTaskAnswer(trial, one, 'nobody', atMs).scenario;
    const answer = taskAnswerBefore(story, one);
    if (node?.kind !== 'userTask' || answer === undefined) continue;
    for (const { name, type } of node.form)
      for (const value of others(answer.answers[name] ?? null, type))
        yield withTaskAnswer(trial, one, { ...answer, answers: { ...answer.answers, [name]: value } }, atMs)
          .scenario;
  }
  for (const one of activities) {
    const contract = Object.hasOwn(contracts, one.activity) ? contracts[one.activity] : undefined;
    const atMs = one.at - startMs;
    for (const code of [...(contract?.errors ?? []), 'timeout', 'erased'])
      yield withActivityAnswer(trial, one, { failure: { code } }, atMs).scenario;
    const output = answerBefore(story, one)?.output;
    if (contract === undefined || !isJsonObject(output)) continue;
    for (const [name, schema] of Object.entries(membersOf(contract.output)))
      for (const value of others(output[name] ?? null, typeOfSchema(schema)))
        yield withActivityAnswer(trial, one, { output: { ...output, [name]: value } }, atMs).scenario;
  }
  for (const name of messages) yield withMessage(trial, name, Math.max(0, until - startMs)).scenario;
  for (const { name, type, input } of content.flow.variables)
    if (input === true)
      for (const value of others(story.variables[name] ?? null, type))
        yield { ...story, variables: { ...story.variables, [name]: value } };
}

/** A few other values of a type. */
function others(value: Json, type: ValueType): readonly Json[] {
  switch (type.type) {
    case 'boolean':
      return [value !== true];
    case 'string':
      return (type.allowed ?? []).filter((one) => one !== value);
    case 'number':
      return typeof value === 'number' ? [0, value + 1, value * 10 + 1, -1] : [0, 1, 100];
    default:
      return [];
  }
}
