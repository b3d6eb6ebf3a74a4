import { z } from 'zod';
import type { JsonObject, Json } from '../../../definitions/flow/json.ts';
import { JsonObjectSchema } from '../../../definitions/flow/json.schema.ts';
import type { NodeKind } from '../../../definitions/flow/node.ts';
import { NODE_SCHEMAS } from '../../../definitions/flow/node.schema.ts';
import { isList, isObject } from './json-change.ts';
import type { KnownInputs } from './known-inputs.ts';

/** A JSON Schema that a form is made of. */
export type FormSchema = JsonObject;

/** Names of members that tell the forms of a value apart by what they hold. */
const TELLING = ['kind', 'on', 'type'];

const made = new Map<NodeKind, FormSchema>();

/** The JSON Schema of one kind of node, as a form reads it; made once. */
export function schemaOfKind(kind: NodeKind): FormSchema {
  const known = made.get(kind);
  if (known !== undefined) return known;
  const {
    $schema: _,
    $defs: __,
    ...schema
  } = JsonObjectSchema.parse(JSON.parse(JSON.stringify(z.toJSONSchema(NODE_SCHEMAS[kind]))));
  const prepared = readable(schema);
  made.set(kind, prepared);
  return prepared;
}

/** The same with a field for each input that what the node does is known to take, and for each that it is given. */
export function schemaWithInputs(kind: NodeKind, known: KnownInputs | null): FormSchema {
  const schema = schemaOfKind(kind);
  return known === null ? schema : withInputs(schema, known);
}

function withInputs(schema: FormSchema, known: KnownInputs): FormSchema {
  return mapMembers(schema, (name, member) => {
    if (name === 'input' && isObject(member)) {
      const feel = member['additionalProperties'];
      if (!isObject(feel)) return member;
      const properties = Object.fromEntries(
        known.inputs.map((input) => [input.name, { ...feel, input: { ...input } }]),
      );
      return { ...member, properties };
    }
    // A decision by a table holds the table's inputs.
    if (isObject(member) && isList(member['anyOf']))
      return {
        ...member,
        anyOf: member['anyOf'].map((form) => (isObject(form) ? withInputs(form, known) : form)),
      };
    return member;
  });
}

function mapMembers(schema: FormSchema, change: (name: string, member: Json) => unknown): FormSchema {
  const properties = Object.entries(membersIn(schema)).map(([name, member]) => [name, change(name, member)]);
  return JsonObjectSchema.parse({ ...schema, properties: Object.fromEntries(properties) });
}

/** Without references (they lead to types of values alone, which are asked for by one field), forms told apart by name. */
function readable(schema: JsonObject): JsonObject {
  if ('$ref' in schema) return { type: 'object', format: schema['format'] ?? '' };
  const parts = Object.entries(schema).map(([key, part]): readonly [string, Json] => [key, inside(part)]);
  const forms = formsOf(schema);
  const telling = TELLING.find(
    (name) => forms.length > 0 && forms.every((form) => constOf(form, name) !== undefined),
  );
  return {
    ...Object.fromEntries(parts),
    ...(telling === undefined ? {} : { discriminator: { propertyName: telling } }),
  };
}

function inside(part: Json): Json {
  if (isList(part)) return part.map(inside);
  return isObject(part) ? readable(part) : part;
}

/** The forms that a value may have; none where it has but one. */
export function formsOf(schema: FormSchema): readonly FormSchema[] {
  const forms = schema['oneOf'] ?? schema['anyOf'];
  return isList(forms) ? forms.filter(isObject) : [];
}

/** Which of the forms a value has: the one whose fixed members it holds, and all whose required ones it holds. */
export function formOf(schema: FormSchema, value: Json | undefined): number {
  const held = isObject(value) ? value : {};
  return Math.max(
    0,
    formsOf(schema).findIndex((form) =>
      requiredIn(form).every((name) => {
        const fixed = constOf(form, name);
        return fixed === undefined
          ? TELLING.includes(name) || Object.hasOwn(held, name)
          : held[name] === fixed;
      }),
    ),
  );
}

/** What a form is called by: what tells it from the others. */
export function formName(form: FormSchema): string {
  const fixed = TELLING.map((name) => constOf(form, name)).find((value) => typeof value === 'string');
  return typeof fixed === 'string' ? fixed : (requiredIn(form)[0] ?? '');
}

export function constOf(schema: FormSchema, name: string): Json | undefined {
  const member = membersIn(schema)[name];
  return isObject(member) ? member['const'] : undefined;
}

export function membersIn(schema: FormSchema): JsonObject {
  const properties = schema['properties'];
  return isObject(properties) ? properties : {};
}

export function requiredIn(schema: FormSchema): readonly string[] {
  const required = schema['required'];
  return isList(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** The schema of one member of a value; of the form that the value has, if there are several. */
export function schemaAt(schema: FormSchema, step: string | number, value: Json | undefined): FormSchema {
  const forms = formsOf(schema);
  const form = forms.length === 0 ? schema : (forms[formOf(schema, value)] ?? schema);
  const items = form['items'];
  if (typeof step === 'number') return isObject(items) ? items : {};
  const member = membersIn(form)[step] ?? form['additionalProperties'];
  return isObject(member) ? member : {};
}
