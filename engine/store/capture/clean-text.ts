import type { Json, JsonObject } from '../../../definitions/flow/json.ts';

const BROKEN = /[\0\p{Surrogate}]/u;
const ALL_BROKEN = /[\0\p{Surrogate}]/gu;

/** Whether a text holds a NUL or half a surrogate pair: BSON and UTF-8 would change or refuse it. */
export function isBroken(text: string): boolean {
  return BROKEN.test(text);
}

/** The text with U+FFFD in the place of each NUL and each half of a surrogate pair. */
export function cleanText(text: string): string {
  return isBroken(text) ? text.replace(ALL_BROKEN, '\uFFFD') : text;
}

/** The same for all texts and member names of a JSON object. */
export function cleanJson(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [cleanText(name), cleanMember(member)]),
  );
}

function cleanMember(value: Json): Json {
  if (typeof value === 'string') return cleanText(value);
  if (typeof value !== 'object' || value === null) return value;
  return isList(value) ? value.map(cleanMember) : cleanJson(value);
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
