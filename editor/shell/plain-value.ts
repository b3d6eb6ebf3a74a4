import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import { languageText, numberText } from '../words/locale.ts';
import { durationWords, whenInText } from './moment.ts';
import { words } from './words.ts';

/** Names of what is known by id (people, teams, customers), so that pages never show an id. */
export type Names = ReadonlyMap<string, string>;

const RANDOM_ID = /^(?=.*[A-Z0-9_])[A-Za-z0-9_-]{21}$/;
const HASH = /^[0-9a-f]{64}$/;
/** A fact of this name holds the code of a language. */
const IS_LANGUAGE = /\blanguage$/i;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/;

/** A value in plain words: 'yes', '2 h', 'Mon 09:12 CET', 'billing, phone'; null when there is nothing a reader could use. */
export function plainValue(value: Json, now: number, names: Names = new Map()): string | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return value ? words.cases.yes : words.cases.no;
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return plainText(value, now, names);
  if (isList(value)) return joined(value.map((item) => plainValue(item, now, names)));
  return joined(plainFacts(value, now, names).map(([name, said]) => `${name}: ${said}`));
}

/** The facts that can be said, in the order given: names of fields with their values in plain words. */
export function plainFacts(
  facts: JsonObject,
  now: number,
  names: Names = new Map(),
): readonly (readonly [string, string])[] {
  return Object.entries(facts).flatMap(([name, value]) => {
    const said = (IS_LANGUAGE.test(name) && namedLanguage(value)) || plainValue(value, now, names);
    return said === null || said === '' ? [] : [[name.replace(/ id$/, ''), said] as const];
  });
}

function namedLanguage(value: Json): string | null {
  return typeof value === 'string' ? languageText(value) : null;
}

function plainText(value: string, now: number, names: Names): string | null {
  const known = names.get(value);
  if (known !== undefined) return known;
  if (RANDOM_ID.test(value) || HASH.test(value)) return null;
  if (INSTANT.test(value) && !Number.isNaN(Date.parse(value))) return whenInText(value, now);
  return durationWords(value) ?? plainChoice(value);
}

/** One of the values that an author allows, as it is said: 'none' → 'nothing'. */
export function plainChoice(value: string): string {
  return value === 'none' ? words.cells.nothing : value;
}

function joined(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : said.join(', ');
}

function isList(value: readonly Json[] | JsonObject): value is readonly Json[] {
  return Array.isArray(value);
}
