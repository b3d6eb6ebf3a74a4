import { REPLY_WAYS } from '../../definitions/model/reply-length.ts';
import { z } from 'zod';
import { BROKEN_STEPS } from '../../definitions/model/case.ts';
import { IdSchema } from './cast.schema.ts';
import { DurationSchema } from './duration.schema.ts';

/** Set where the visitor is asked; the rest is what is answered when all answers come by themselves. */
const forVisitor = z.literal(true).exactOptional();
const MentionId = z.string();

/** What a customer says. `after` counts from what it answers: our reply, or the satisfaction question. */
const SaySchema = z.strictObject({
  after: DurationSchema,
  /** The mention whose author and thread it comes from; left out: the one the case begins with. */
  to: MentionId.exactOptional(),
  text: z.string().min(1),
});
export type Say = z.infer<typeof SaySchema>;

/** What a colleague answers a task 'answer', `after` it was opened. `{me}` is their first name. */
const AnswerSchema = z.strictObject({
  after: DurationSchema,
  /** Left out: whoever owns the case. A rung: whoever owns it once it was moved up so often; `after` counts from then. */
  by: z.strictObject({ rung: z.number().int().positive() }).exactOptional(),
  text: z.string().min(1),
  way: z.enum(REPLY_WAYS).exactOptional(),
  /** Left out: what the tables suggest. */
  remedy: z.enum(['none', 'apology', 'credit', 'premium channel', 'new visit']).exactOptional(),
  amount: z.number().exactOptional(),
  step: z.enum(BROKEN_STEPS).exactOptional(),
  forVisitor,
});
export type ScriptedAnswer = z.infer<typeof AnswerSchema>;

const TurnSchema = z.strictObject({
  answer: AnswerSchema,
  /** When the answer goes beyond what one colleague may give: a lead signs it as it is, so long after being asked. */
  signOff: z.strictObject({ after: DurationSchema, forVisitor }).exactOptional(),
  /** What the customer says to it, in order, each counted from our reply; none: silence. */
  customer: z.array(SaySchema),
  /** What the customer says to the satisfaction question; left out: silence. */
  whenAsked: SaySchema.exactOptional(),
});
export type Turn = z.infer<typeof TurnSchema>;

/**
 * How looking up the customer gets stuck and comes free again: a line of a CRM's file is broken from the start,
 * `repair` puts it right, and from then on 'try again' works. Both count from when it got stuck.
 */
const StuckSchema = z.strictObject({
  repair: z.strictObject({
    after: DurationSchema,
    crm: z.string(),
    file: z.string(),
    from: z.string(),
    to: z.string(),
    by: IdSchema,
  }),
  again: z.strictObject({ after: DurationSchema, by: IdSchema, why: z.string(), forVisitor }),
});
export type Stuck = z.infer<typeof StuckSchema>;

/** How one case goes: the nth task 'answer' is answered by the nth turn. */
export const DialogueSchema = z.strictObject({
  begins: MentionId,
  /** The task 'confirm': which account it is, `after` it was asked. */
  confirm: z.strictObject({ after: DurationSchema, account: z.string(), forVisitor }).exactOptional(),
  stuck: StuckSchema.exactOptional(),
  /** A colleague sees that it is another case's matter and links it there, `after` it was heard. */
  joins: z.strictObject({ to: MentionId, after: DurationSchema, why: z.string() }).exactOptional(),
  turns: z.array(TurnSchema),
  ends: z.enum(['put right', 'silent', 'unresolved', 'continued']),
});
export type Dialogue = z.infer<typeof DialogueSchema>;

/** What happens where no dialogue says anything, so that nothing waits for ever. */
export const OtherwiseSchema = z.strictObject({
  /** Texts by language, then by topic; 'none' and 'en' stand in for those that are missing. */
  answer: z.strictObject({
    after: DurationSchema,
    language: z.record(z.string(), z.object({ none: z.string() }).catchall(z.string())),
  }),
  signOff: z.strictObject({ after: DurationSchema }),
  /** Nobody can tell who it is. */
  confirm: z.strictObject({ after: DurationSchema }),
  /** Tried again once; stuck again, it is given up. */
  stuck: z.strictObject({
    after: DurationSchema,
    why: z.string(),
    giveUp: z.strictObject({ after: DurationSchema, why: z.string() }),
  }),
});
export type Otherwise = z.infer<typeof OtherwiseSchema>;
