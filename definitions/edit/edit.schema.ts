import { z } from 'zod';
import { IdSchema, NameSchema } from '../flow/base.schema.ts';
import { BOUNDS } from '../flow/bounds.ts';
import { nestsAtMost } from '../flow/json-depth.ts';
import { isJsonObject, type Json, type JsonObject } from '../flow/json.ts';
import type { Change } from './change.ts';
import { EDIT_BOUNDS, type Edit } from './edit.ts';

const AddressSchema = z.string().regex(/^\//).max(EDIT_BOUNDS.addressCharacters);
const KeySchema = z.string().max(EDIT_BOUNDS.keyCharacters);
/** Kept as it is, with whatever names its members have; how deep it is, is looked at before anything goes into it. */
const ValueSchema = z.custom<Json>((value) => nestsAtMost(value, BOUNDS.depth) && isJson(value), {
  error: `This is no JSON, or nests deeper than ${BOUNDS.depth} levels.`,
});
const ItemSchema = z.custom<JsonObject>(
  (value) => isJsonObject(value) && nestsAtMost(value, BOUNDS.depth) && isJson(value),
  { error: `This is no object of JSON, or nests deeper than ${BOUNDS.depth} levels.` },
);

export const ChangeSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('set'),
    thing: AddressSchema,
    field: KeySchema,
    before: ValueSchema.exactOptional(),
    after: ValueSchema.exactOptional(),
  }),
  z.strictObject({
    do: z.literal('add'),
    list: AddressSchema,
    key: KeySchema,
    item: ItemSchema,
    after: KeySchema.nullable(),
  }),
  z.strictObject({
    do: z.literal('remove'),
    list: AddressSchema,
    key: KeySchema,
    item: ItemSchema,
    after: KeySchema.nullable(),
  }),
  z.strictObject({
    do: z.literal('move'),
    list: AddressSchema,
    key: KeySchema,
    from: KeySchema.nullable(),
    to: KeySchema.nullable(),
  }),
]) satisfies z.ZodType<Change>;

/**
 * An edit from outside. What its values may be is not said here, but for how deep they are: whether the content has its
 * shape still when it is made is what `misshapen` says.
 */
export const EditSchema = z.strictObject({
  id: IdSchema,
  label: NameSchema,
  changes: z.array(ChangeSchema).max(EDIT_BOUNDS.changes),
}) satisfies z.ZodType<Edit>;

/** A text that has no UTF-8 has no canonical JSON either, so it could be drawn but never published. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function isJson(value: unknown): boolean {
  if (typeof value === 'string') return !LONE_SURROGATE.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (value === null || typeof value === 'boolean') return true;
  if (Array.isArray(value)) return value.every(isJson);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return false;
  return Object.entries(value).every(([name, member]) => isJson(name) && isJson(member));
}
