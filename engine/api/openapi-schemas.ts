import { z } from 'zod';
import { JsonObjectSchema, JsonSchema } from '../../definitions/flow/json.schema.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { RevisionSchema } from '../../definitions/flow/revision.schema.ts';
import { ValueTypeSchema } from '../../definitions/flow/value-type.schema.ts';
import { CaseDetailSchema } from './case-detail.schema.ts';
import { CaseRowSchema, PositionViewSchema, TrailViewSchema } from './case.schema.ts';
import { ConversationEntrySchema } from './conversation.schema.ts';
import { ReleaseRowSchema, RevisionRowSchema } from './flow.schema.ts';
import { IncidentRowSchema } from './incident.schema.ts';
import { IncomingMentionSchema } from './mention.schema.ts';
import { NamedSchema } from './page.schema.ts';
import { PersonViewSchema, TeamViewSchema } from './people.schema.ts';
import { ProblemSchema } from './problem.schema.ts';
import { TaskDetailSchema, TaskRowSchema } from './task.schema.ts';

/** Schemas that go by a name of their own in the OpenAPI document. */
const NAMED: { readonly [name: string]: z.ZodType } = {
  CaseDetail: CaseDetailSchema,
  CaseRow: CaseRowSchema,
  ConversationEntry: ConversationEntrySchema,
  IncidentRow: IncidentRowSchema,
  IncomingMention: IncomingMentionSchema,
  Json: JsonSchema,
  JsonObject: JsonObjectSchema,
  Named: NamedSchema,
  PersonView: PersonViewSchema,
  PositionView: PositionViewSchema,
  Problem: ProblemSchema,
  ReleaseRow: ReleaseRowSchema,
  Revision: RevisionSchema,
  RevisionRow: RevisionRowSchema,
  TaskDetail: TaskDetailSchema,
  TaskRow: TaskRowSchema,
  TeamView: TeamViewSchema,
  TrailView: TrailViewSchema,
  ValueType: ValueTypeSchema,
};

/** JSON Schemas of one document, each shared one kept once under `components.schemas`. */
export interface OpenapiSchemas {
  /** The JSON Schema of what is read ('input') or answered ('output'); its parts are added to the components. */
  schemaOf(schema: z.ZodType, io: 'input' | 'output', title: string): JsonObject;
  components(): JsonObject;
}

export function createOpenapiSchemas(): OpenapiSchemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(NAMED)) registry.add(schema, { id });
  const kept = new Map<string, Json>();
  return {
    schemaOf(schema, io, title) {
      const written = z.toJSONSchema(schema, {
        io,
        metadata: registry,
        unrepresentable: 'any',
        target: 'draft-2020-12',
      });
      const {
        $defs = {},
        $schema: _dialect,
        id: _id,
        ...body
      } = JsonObjectSchema.parse(JSON.parse(JSON.stringify(written)));
      // Read and answered forms of one name may differ (defaults, strictness), and unnamed ones belong to their parent.
      const nameOf = (def: string) =>
        def in NAMED ? `${def}${io === 'input' ? 'Input' : ''}` : `${title}.${def}`;
      if (typeof $defs === 'object' && $defs !== null && !Array.isArray($defs)) {
        for (const [def, part] of Object.entries($defs))
          kept.set(nameOf(def), renamed(withoutId(part), nameOf, title));
      }
      const whole = renamed(body, nameOf, title);
      if (JSON.stringify(whole).includes(`"#/components/schemas/${title}"`)) kept.set(title, whole);
      return JsonObjectSchema.parse(whole);
    },
    components: () => Object.fromEntries([...kept].sort(([a], [b]) => a.localeCompare(b))),
  };
}

function withoutId(part: Json): Json {
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
  return Object.fromEntries(Object.entries(part).filter(([key]) => key !== 'id'));
}

/** References within one schema become references into the document. */
function renamed(value: Json, nameOf: (def: string) => string, title: string): Json {
  if (Array.isArray(value)) return value.map((item: Json) => renamed(item, nameOf, title));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]: [string, Json]) => {
      if (key !== '$ref' || typeof part !== 'string') return [key, renamed(part, nameOf, title)];
      const name = part === '#' ? title : nameOf(part.replace('#/$defs/', ''));
      return [key, `#/components/schemas/${name}`];
    }),
  );
}
