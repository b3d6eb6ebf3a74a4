import { z } from 'zod';
import { EditSchema } from '../../definitions/edit/edit.schema.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { ScenariosSchema } from '../../definitions/scenario/scenario.schema.ts';
import { HashSchema, IdSchema, NamedSchema, WhySchema } from './page.schema.ts';

const Name = z.string().trim().min(1, 'give it a name').max(BOUNDS.nameCharacters);
const Version = z.number().int().positive();

export const RenameDraftBodySchema = z.strictObject({ version: Version, name: Name });
/** What a draft of a flow that has revisions begins with; absent: what is live, or else the newest. */
export const BeginDraftBodySchema = z.strictObject({
  revision: HashSchema.exactOptional(),
  /** The version of the draft that goes for it; absent: there is none. */
  instead: Version.exactOptional(),
});
export const DiscardDraftBodySchema = z.strictObject({ version: Version });
export const ReleaseDraftBodySchema = z.strictObject({
  version: Version,
  why: WhySchema,
  /** Which draft of the flow is meant; absent: whichever there is. */
  born: IdSchema.exactOptional(),
  /** Release it although a scenario does not come out as it should. */
  anyway: z.boolean().exactOptional(),
});

export const DraftRowSchema = z.object({
  flowId: z.string(),
  name: z.string(),
  version: z.number().int(),
  by: NamedSchema,
  at: z.string(),
});
const RevisionShape = RevisionSchema.shape;
export const DraftContentSchema = z.strictObject({
  flow: RevisionShape.flow,
  called: RevisionShape.called,
  tables: RevisionShape.tables,
  wordLists: RevisionShape.wordLists,
  calendars: RevisionShape.calendars,
  scenarios: ScenariosSchema,
});
/** An empty flow; or a copy of another; or what a file holds, with all that belongs to it. */
export const NewFlowBodySchema = z.strictObject({
  name: Name,
  copyOf: z
    .union([z.strictObject({ revision: HashSchema }), z.strictObject({ draft: IdSchema })])
    .exactOptional(),
  content: DraftContentSchema.exactOptional(),
});
export const DraftContentViewSchema = z.object({
  born: IdSchema,
  version: Version,
  content: DraftContentSchema,
});
/** So many edits go at once; what an analyst did in a day without a connection comes in several. */
const MOST_EDITS = 200;
export const AddEditsBodySchema = z.strictObject({
  base: Version,
  /** Which draft of the flow they are meant for, as its content says; absent: whichever there is. */
  born: IdSchema.exactOptional(),
  edits: z
    .array(EditSchema)
    .min(1)
    .max(MOST_EDITS)
    .refine((edits) => new Set(edits.map(({ id }) => id)).size === edits.length, {
      error: 'Each edit has an id of its own.',
    }),
});
export const TakenEditSchema = EditSchema.extend({ version: Version, by: NamedSchema, at: z.string() });
export const AddedEditsSchema = z.discriminatedUnion('taken', [
  z.object({ taken: z.literal(true), version: Version }),
  z.object({
    taken: z.literal(false),
    version: Version,
    known: z.array(IdSchema).readonly(),
    since: z.array(TakenEditSchema).readonly().nullable(),
  }),
]);
export const EditsQuerySchema = z.object({
  after: z.coerce.number().int().nonnegative(),
  born: IdSchema.exactOptional(),
});
export const EditsSinceSchema = z.object({ since: z.array(TakenEditSchema).readonly().nullable() });
export const DraftVisitorsSchema = z.object({ others: z.array(NamedSchema).readonly() });
export const FindingSchema = z.object({
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  flow: NamedSchema,
  step: NamedSchema.nullable(),
});
export const DraftViewSchema = DraftRowSchema.extend({
  revision: RevisionSchema,
  findings: z.array(FindingSchema),
  mayRelease: z.boolean(),
});
