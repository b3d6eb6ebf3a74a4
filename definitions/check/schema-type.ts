import type { JsonSchema } from '../activity/contract.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import type { ValueType } from '../flow/value-type.ts';

const ANY: ValueType = { type: 'any' };
/** Schemas nest as deep as their author likes; what lies deeper is not looked at. */
const DEEPEST = 20;

/**
 * The declared type that comes closest to what a JSON Schema (2020-12) admits, null aside; 'any' where there is none.
 * An object's known members become a context's fields.
 */
export function typeOfSchema(schema: Json | undefined, depth = 0): ValueType {
  if (!isObject(schema) || depth > DEEPEST) return ANY;
  const allowed = allowedStrings(schema);
  if (allowed !== undefined) return { type: 'string', allowed };
  const choices = schema['anyOf'] ?? schema['oneOf'];
  if (isList(choices)) {
    const [only, ...others] = choices.filter((choice) => !isNull(choice));
    return only !== undefined && others.length === 0 ? typeOfSchema(only, depth + 1) : ANY;
  }
  switch (typeName(schema)) {
    case 'string':
      return stringType(schema['format']);
    case 'number':
    case 'integer':
      return { type: 'number' };
    case 'boolean':
      return { type: 'boolean' };
    case 'array':
      return { type: 'list', of: typeOfSchema(schema['items'], depth + 1) };
    case 'object':
      return { type: 'context', fields: fieldsOf(schema, depth) };
    default:
      return ANY;
  }
}

/** The members that an object's schema names. */
export function membersOf(schema: JsonSchema): JsonObject {
  const properties = schema['properties'];
  return isObject(properties) ? properties : {};
}

/** The members that must be given. */
export function requiredOf(schema: JsonSchema): readonly string[] {
  const required = schema['required'];
  return isList(required) ? required.filter((name) => typeof name === 'string') : [];
}

/** Whether members beside the named ones mean something. */
export function takesOthers(schema: JsonSchema): boolean {
  const others = schema['additionalProperties'];
  return others === true || isObject(others) || schema['properties'] === undefined;
}

function fieldsOf(schema: JsonObject, depth: number): { readonly [name: string]: ValueType } {
  return Object.fromEntries(
    Object.entries(membersOf(schema)).map(([name, member]) => [name, typeOfSchema(member, depth + 1)]),
  );
}

function allowedStrings(schema: JsonObject): readonly string[] | undefined {
  const { const: only, enum: some } = schema;
  const values = only !== undefined ? [only] : isList(some) ? some.filter((value) => value !== null) : [];
  const strings = values.filter((value) => typeof value === 'string');
  return strings.length > 0 && strings.length === values.length ? strings : undefined;
}

function stringType(format: Json | undefined): ValueType {
  switch (format) {
    case 'date-time':
      return { type: 'date and time' };
    case 'date':
    case 'time':
      return { type: format };
    default:
      return { type: 'string' };
  }
}

function typeName(schema: JsonObject): Json | undefined {
  const type = schema['type'];
  if (!isList(type)) return type;
  const [only, ...others] = type.filter((name) => name !== 'null');
  return others.length === 0 ? only : undefined;
}

function isNull(schema: Json): boolean {
  return isObject(schema) && schema['type'] === 'null';
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
