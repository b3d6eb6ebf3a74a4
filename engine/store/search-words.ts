const SHORTEST = 2;
const LONGEST = 40;
const MOST = 16;
/** Above every character that a word may go on with. */
const LAST = '\uffff';

/**
 * The words by which something is found: small letters and digits, without accents; each once, the first sixteen of
 * at least two characters. Handles, names, account numbers and addresses are split like any text.
 */
export function searchWords(texts: readonly (string | null | undefined)[]): string[] {
  const bare = texts
    .map((text) => text ?? '')
    .join(' ')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
  const words = bare.match(/[\p{L}\p{N}]+/gu) ?? [];
  return [
    ...new Set(words.filter((word) => word.length >= SHORTEST).map((word) => word.slice(0, LONGEST))),
  ].slice(0, MOST);
}

/** Condition: the field, a list of such words, holds one for each word that was typed which begins like it. */
export function holdsWords(field: string, typed: readonly string[]): Record<string, unknown> {
  return { $and: typed.map((word) => ({ [field]: { $elemMatch: { $gte: word, $lt: word + LAST } } })) };
}
