import anyAscii from 'any-ascii';

/** What people and programs write where they know nothing. */
const NOTHING = new Set([
  '',
  'na',
  'n a',
  'nan',
  'nil',
  'none',
  'null',
  'unknown',
  'undefined',
  'not known',
  'not given',
  'tbc',
  'x',
  'xx',
  'xxx',
]);

/** Of longer texts only so much of the beginning is compared. */
const LONGEST = 300;

/**
 * A text as it is compared: in lower-case Latin letters and digits whatever its script, without accents and
 * punctuation (hyphens part words, apostrophes do not), blanks made one. Null where it says nothing.
 */
export function plainText(given: string): string | null {
  const text = anyAscii(given.slice(0, LONGEST).normalize('NFKC'))
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return NOTHING.has(text) ? null : text;
}
