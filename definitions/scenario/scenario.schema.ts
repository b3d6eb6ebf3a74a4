import { z } from 'zod';
import { parseDaysAndTime } from '../feel/value/duration.ts';
import { IdSchema, recordOf } from '../flow/base.schema.ts';
import { BOUNDS } from '../flow/bounds.ts';
import { JsonObjectSchema, JsonSchema } from '../flow/json.schema.ts';
import { SIMULATION_STATUSES, type Scenario, type Scenarios } from './scenario.ts';

const Name = z.string().min(1).max(500);
const Duration = z
  .string()
  .refine(
    (text) => (parseDaysAndTime(text)?.nanos ?? -1n) >= 0n,
    'A duration such as PT2H or P3D is wanted.',
  );
const AfterMs = z.number().int().nonnegative().exactOptional();
const Failure = z.strictObject({ code: Name, message: z.string().max(2000).exactOptional() });

const ActivityAnswerSchema = z.union([
  z.strictObject({ output: JsonSchema, afterMs: AfterMs }),
  z.strictObject({ failure: Failure, afterMs: AfterMs }),
]);
const TaskAnswerSchema = z.strictObject({ answers: JsonObjectSchema, after: Duration, by: Name });
const Nobody = z.literal('nobody');
const MessageSchema = z.strictObject({ name: Name, after: Duration, facts: JsonObjectSchema });
const ExpectationSchema = z.strictObject({
  status: z.enum(SIMULATION_STATUSES).exactOptional(),
  outcome: z.string().nullable().exactOptional(),
  pathIncludes: z.array(Name).exactOptional(),
  pathExcludes: z.array(Name).exactOptional(),
  virtualTime: Duration.exactOptional(),
  variables: JsonObjectSchema.exactOptional(),
});

/** A scenario file's JSON. */
export const ScenarioSchema = z.strictObject({
  name: Name,
  start: z.iso.datetime({ offset: true }),
  variables: JsonObjectSchema,
  activities: z.record(z.string(), z.array(ActivityAnswerSchema).min(1)).exactOptional(),
  tasks: z
    .record(z.string(), z.union([Nobody, z.array(z.union([Nobody, TaskAnswerSchema])).min(1)]))
    .exactOptional(),
  messages: z.array(MessageSchema).max(1000).exactOptional(),
  until: Duration.exactOptional(),
  expect: ExpectationSchema.exactOptional(),
}) satisfies z.ZodType<Scenario>;

/** Scenarios by id. */
export const ScenariosSchema = recordOf(
  IdSchema,
  ScenarioSchema,
  BOUNDS.parts,
) satisfies z.ZodType<Scenarios>;

/** A scenario out of a file's JSON, or what is wrong with it, field by field. */
export function readScenario(
  json: unknown,
):
  | { readonly scenario: Scenario }
  | { readonly issues: readonly { readonly field: string; readonly reason: string }[] } {
  const read = ScenarioSchema.safeParse(json);
  if (read.success) return { scenario: read.data };
  return {
    issues: read.error.issues.map(({ path, message }) => ({ field: path.join('.'), reason: message })),
  };
}
