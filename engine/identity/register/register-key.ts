import { lastDigits, wordPairs } from '../matching/blocking-key.ts';
import type { FieldKind } from '../matching/field-kind.ts';
import { soundex } from '../matching/text-likeness.ts';
import { REGISTER_FIELDS } from './cells.ts';
import { tokenHash } from './token-hash.ts';

/** What is compared of one record, in `REGISTER_FIELDS`; null: it says nothing. */
export type ReadRecord = readonly (string | null)[];

/** What customers are found by: what all of its parts have in common. A name such as `name, by sound + postcode`. */
export interface RegisterKey {
  readonly name: string;
  readonly parts: readonly KeyPart[];
}

interface KeyPart {
  readonly field: number;
  /** What of a value is shared with records that are likely of the same person. */
  readonly derive: (text: string) => readonly string[];
}

type Derive = KeyPart['derive'];
const whole: Derive = (text) => [text];
/** Each two words of a name; a single one by itself. */
const words: Derive = (text) => (text.includes(' ') ? wordPairs(text) : [text]);
/** The same as they sound, whatever their order. */
const sounds: Derive = (text) => words(text.split(' ').map(soundOf).sort().join(' '));
const soundOf = (word: string): string => soundex(word) || word;

/** What is shared by records that are likely of one person, field by field. A token costs an entry of an index. */
const KEYS_OF_KIND: { readonly [kind in FieldKind]?: { readonly [how: string]: Derive } } = {
  name: { '': words, ', by sound': sounds },
  handle: { '': whole },
  email: { '': whole },
  phone: { ', its last digits': lastDigits },
  'date of birth': { '': whole },
  address: { '': whole },
  locality: { ', by sound': (text) => [soundOf(text)] },
  postcode: { '': whole },
};

/** Keys of one field each. */
export const SINGLE_KEYS: readonly RegisterKey[] = REGISTER_FIELDS.flatMap(({ name, kind }, field) =>
  Object.entries(KEYS_OF_KIND[kind] ?? {}).map(([how, derive]) => ({
    name: `${name}${how}`,
    parts: [{ field, derive }],
  })),
);

/** What two keys bring together; null where they look at the same field. */
export function jointKey(one: RegisterKey, other: RegisterKey): RegisterKey | null {
  if (one.parts.some(({ field }) => other.parts.some((part) => part.field === field))) return null;
  return { name: `${one.name} + ${other.name}`, parts: [...one.parts, ...other.parts] };
}

/** The key of a name that `SINGLE_KEYS` and `jointKey` give; null where there is none. */
export function keyNamed(name: string): RegisterKey | null {
  const parts = name.split(' + ').map((part) => SINGLE_KEYS.find((key) => key.name === part));
  return parts.every((part) => part !== undefined)
    ? { name, parts: parts.flatMap((part) => part.parts) }
    : null;
}

/** More tokens than these of one key come of a name that is none. */
const MOST_TOKENS = 24;

/** The tokens of one key that a record has; records that share one are compared. */
export function tokensOfKey({ name, parts }: RegisterKey, read: ReadRecord): readonly number[] {
  let texts: readonly string[] = [name];
  for (const { field, derive } of parts) {
    const value = read[field];
    if (typeof value !== 'string') return [];
    const derived = [...new Set(derive(value))].filter((text) => text !== '');
    texts = texts.flatMap((text) => derived.map((one) => `${text}\n${one}`));
  }
  return texts.slice(0, MOST_TOKENS).map(tokenHash);
}
