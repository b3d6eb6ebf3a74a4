import { z } from 'zod';
import type { ActivityContract, EffectKind, JsonSchema } from '../../definitions/activity/contract.ts';
import type { ActivityIcon } from '../../definitions/activity/icons.ts';
import type { Json } from '../../definitions/flow/json.ts';
import type { RetryPolicy, TimeLimits } from '../../definitions/flow/task.ts';
import { ActivityProblem } from './activity-problem.ts';
import type { ActivityContext } from './context.ts';

/** Any other text; as a type of its own it leaves an editor the names to offer. */
type OtherIcon = string & Record<never, never>;

/** What an engineer writes down of an activity. Input and output hold facts and ids, never a text of people. */
export interface ActivitySpec<I extends z.ZodObject, O extends z.ZodObject> {
  /** camelCase; drawings know it by this. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** One of those that pages can draw; with any other name its steps have the sign of all activities. */
  readonly icon?: ActivityIcon | OtherIcon;
  readonly input: I;
  readonly output: O;
  readonly effect: EffectKind;
  /** Codes it may fail with for good, beside `erased`, `invalid input` and `timeout`. */
  readonly errors?: readonly string[];
  readonly retry?: RetryPolicy;
  readonly limits?: TimeLimits;
  run(input: z.output<I>, context: ActivityContext): Promise<z.input<O>>;
}

/** An activity as a worker offers it. */
export interface ActivityDefinition {
  readonly contract: ActivityContract;
  /** Checks the call's input, runs, checks the output. Fails with ActivityProblem 'invalid input' or what `run` throws. */
  perform(context: ActivityContext): Promise<Json>;
}

const RETRY = {
  maximumAttempts: 10,
  initialIntervalMs: 500,
  backoffCoefficient: 2,
  maximumIntervalMs: 60_000,
};

/** Reading and writing in our own store is quick and runs within the workflow's worker; what goes outside has longer. */
function limitsFor(effect: EffectKind): Required<TimeLimits> {
  const own = effect === 'none' || effect === 'own';
  return own
    ? { startToCloseMs: 2_000, scheduleToCloseMs: 60_000 }
    : { startToCloseMs: 20_000, scheduleToCloseMs: 86_400_000 };
}

/**
 * Makes an activity out of what an engineer wrote down. Its contract (with JSON Schemas of input and output) is
 * published in the catalogue and becomes part of every revision that uses it. Throws at start on a name that is not
 * camelCase.
 */
export function defineActivity<I extends z.ZodObject, O extends z.ZodObject>(
  spec: ActivitySpec<I, O>,
): ActivityDefinition {
  if (!/^[a-z][a-zA-Z0-9]*$/.test(spec.name))
    throw new Error(`The activity '${spec.name}' needs a name in camelCase.`);
  const contract: ActivityContract = {
    name: spec.name,
    title: spec.title,
    description: spec.description,
    ...(spec.icon === undefined ? {} : { icon: spec.icon }),
    input: schemaOf(spec.input, 'input'),
    output: schemaOf(spec.output, 'output'),
    effect: spec.effect,
    errors: spec.errors ?? [],
    retry: { ...RETRY, ...(spec.effect === 'once' ? { maximumAttempts: 1 } : {}), ...spec.retry },
    limits: { ...limitsFor(spec.effect), ...spec.limits },
  };
  return {
    contract,
    async perform(context) {
      const input = spec.input.safeParse(context.call.input);
      if (!input.success) throw new ActivityProblem('invalid input', { retry: false, happened: 'no' });
      const output = spec.output.parse(await spec.run(input.data, context));
      return JsonOutput.parse(output);
    },
  };
}

const JsonOutput: z.ZodType<Json> = z.json();
const JsonSchemaDocument: z.ZodType<JsonSchema> = z.record(z.string(), z.json());

function schemaOf(schema: z.ZodObject, io: 'input' | 'output'): JsonSchema {
  return JsonSchemaDocument.parse(z.toJSONSchema(schema, { io }));
}
