import { z } from 'zod';
import { JsonObjectSchema, JsonSchema } from '../../definitions/flow/json.schema.ts';
import { readDuration } from '../interpreter/instant.ts';
import { SIMULATION_STATUSES, type Scenario } from './scenario.ts';

const Name = z.string().min(1).max(500);
const Duration = z
  .string()
  .refine((text) => (readDuration(text) ?? -1) >= 0, 'A duration such as PT2H or P3D is wanted.');
const AfterMs = z.number().int().nonnegative().optional();
const Failure = z.strictObject({ code: Name, message: z.string().max(2000).optional() });

const ActivityAnswerSchema = z.union([
  z.strictObject({ output: JsonSchema, afterMs: AfterMs }),
  z.strictObject({ failure: Failure, afterMs: AfterMs }),
]);
const TaskAnswerSchema = z.strictObject({ answers: JsonObjectSchema, after: Duration, by: Name });
const MessageSchema = z.strictObject({ name: Name, after: Duration, facts: JsonObjectSchema });
const ExpectationSchema = z.strictObject({
  status: z.enum(SIMULATION_STATUSES).optional(),
  outcome: z.string().nullable().optional(),
  pathIncludes: z.array(Name).optional(),
  pathExcludes: z.array(Name).optional(),
  virtualTime: Duration.optional(),
  variables: JsonObjectSchema.optional(),
});

/** A scenario file's JSON. */
export const ScenarioSchema = z.strictObject({
  name: Name,
  start: z.iso.datetime({ offset: true }),
  variables: JsonObjectSchema,
  activities: z.record(z.string(), z.array(ActivityAnswerSchema).min(1)).optional(),
  tasks: z.record(z.string(), z.union([z.literal('nobody'), z.array(TaskAnswerSchema).min(1)])).optional(),
  messages: z.array(MessageSchema).max(1000).optional(),
  until: Duration.optional(),
  expect: ExpectationSchema.optional(),
});

/** A scenario out of a file's JSON, or what is wrong with it, field by field. */
export function readScenario(
  json: unknown,
):
  | { readonly scenario: Scenario }
  | { readonly issues: readonly { readonly field: string; readonly reason: string }[] } {
  const read = ScenarioSchema.safeParse(json);
  if (!read.success)
    return {
      issues: read.error.issues.map(({ path, message }) => ({ field: path.join('.'), reason: message })),
    };
  // Fields that a file leaves out are absent here too: zod's type says `undefined` for them, our own says nothing.
  const scenario: Scenario = withoutUndefined(read.data);
  return { scenario };
}

type WithoutUndefined<T> = T extends readonly (infer E)[]
  ? readonly WithoutUndefined<E>[]
  : T extends object
    ? { readonly [K in keyof T]: WithoutUndefined<Exclude<T[K], undefined>> }
    : T;

/** The value as it was read; only its type changes, since JSON knows no undefined. */
function withoutUndefined<T>(value: T): WithoutUndefined<T> {
  return value as WithoutUndefined<T>;
}
