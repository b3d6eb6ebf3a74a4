import { z } from 'zod';
import { FeelSchema, NameSchema, PortSchema, VariableNameSchema } from './base.schema.ts';
import { BOUNDS } from './bounds.ts';
import { WaitSchema } from './wait.schema.ts';

const MillisecondsSchema = z.int().min(1).meta({ format: 'milliseconds' });

export const RepeatSchema = z.strictObject({
  over: FeelSchema,
  as: NameSchema,
  atMost: z.int().min(1).max(BOUNDS.atOnce),
  collect: VariableNameSchema.exactOptional(),
  until: FeelSchema.exactOptional(),
});

export const BoundaryEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    id: PortSchema,
    name: NameSchema,
    kind: z.literal('error'),
    code: NameSchema.meta({ format: 'error code' }).exactOptional(),
    result: VariableNameSchema.exactOptional(),
  }),
  z.strictObject({
    id: PortSchema,
    name: NameSchema,
    kind: z.literal('timer'),
    wait: WaitSchema,
    interrupting: z.boolean(),
    again: z.strictObject({ atMost: z.int().min(1).max(BOUNDS.attempts) }).exactOptional(),
  }),
]);

const retryShape = {
  maximumAttempts: z.int().min(1).max(BOUNDS.attempts),
  initialIntervalMs: MillisecondsSchema,
  backoffCoefficient: z.number().min(1).max(100),
  maximumIntervalMs: MillisecondsSchema,
};
const limitsShape = { startToCloseMs: MillisecondsSchema, scheduleToCloseMs: MillisecondsSchema };

/** As drawn: any part may be left to the activity's contract. */
export const RetryPolicySchema = z.strictObject({
  maximumAttempts: retryShape.maximumAttempts.exactOptional(),
  initialIntervalMs: retryShape.initialIntervalMs.exactOptional(),
  backoffCoefficient: retryShape.backoffCoefficient.exactOptional(),
  maximumIntervalMs: retryShape.maximumIntervalMs.exactOptional(),
});
export const TimeLimitsSchema = z.strictObject({
  startToCloseMs: limitsShape.startToCloseMs.exactOptional(),
  scheduleToCloseMs: limitsShape.scheduleToCloseMs.exactOptional(),
});

/** As a contract states them: complete. */
export const CompleteRetryPolicySchema = z.strictObject(retryShape);
export const CompleteTimeLimitsSchema = z.strictObject(limitsShape);

/** What tasks carry beside their own work, ready to be spread into the schema of one kind. */
export const taskShape = {
  repeat: RepeatSchema.exactOptional(),
  boundary: z.array(BoundaryEventSchema).max(BOUNDS.ways).exactOptional(),
};
