import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../../definitions/flow/json.ts';
import type { FormField } from '../../../definitions/flow/user-task.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import type { StoredDoc } from './standing.ts';

const DIGEST_CHARS = 32;

/** Parts of stored JSON in which values stand; names of steps and ids stand beside them and are never touched. */
const VALUES: ReadonlySet<string> = new Set([
  'answers',
  'chosen',
  'facts',
  'input',
  'inputs',
  'output',
  'resolution',
  'show',
  'suggested',
  'value',
  'variables',
]);

/**
 * What people typed into short answers without a list to choose from, and where they corrected a value by hand. Such
 * an answer is a fact of the run, so it stands in several places.
 */
export function freeWordsOf(doc: StoredDoc): readonly string[] {
  const { form, answers, act, detail } = doc;
  if (Array.isArray(form) && isRecord(answers)) {
    const fields: readonly FormField[] = form;
    return fields.flatMap(({ name, type }) => freeIn(answers[name], type));
  }
  if (act === 'led a stuck run on' && isRecord(detail) && isRecord(detail['resolution']))
    return stringsIn([detail['resolution']['variables'], detail['resolution']['value']]);
  return [];
}

/** What a word is told by where it must not stand itself. */
export function digestOfWord(word: string): string {
  return createHash('sha256').update(word).digest('hex').slice(0, DIGEST_CHARS);
}

/** The same value without these words (told by their digests): null stands in their place, wherever values stand. */
export function withoutWords(value: unknown, words: ReadonlySet<string>, isValue = false): unknown {
  if (words.size === 0 || value === null) return value;
  if (typeof value === 'string') return isValue && words.has(digestOfWord(value)) ? null : value;
  if (Array.isArray(value)) return value.map((item) => withoutWords(item, words, isValue));
  if (!isRecord(value) || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      name,
      withoutWords(item, words, isValue || VALUES.has(name)),
    ]),
  );
}

/** The same for what is kept as JSON text; text without any of the words stays as it is, byte for byte. */
export function textWithoutWords(text: unknown, words: ReadonlySet<string>): unknown {
  if (typeof text !== 'string' || words.size === 0) return text;
  const read: Json = JSON.parse(text);
  const without = withoutWords(read, words);
  return isDeepStrictEqual(without, read) ? text : JSON.stringify(without);
}

function freeIn(value: unknown, type: ValueType): readonly string[] {
  switch (type.type) {
    case 'string':
      return type.allowed === undefined ? stringsIn(value) : [];
    case 'any':
      return stringsIn(value);
    case 'list':
      return Array.isArray(value) ? value.flatMap((item) => freeIn(item, type.of)) : [];
    case 'context':
      return isRecord(value)
        ? Object.entries(type.fields).flatMap(([name, of]) => freeIn(value[name], of))
        : [];
    default:
      return [];
  }
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  return isRecord(value) ? Object.values(value).flatMap(stringsIn) : [];
}

function isRecord(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
