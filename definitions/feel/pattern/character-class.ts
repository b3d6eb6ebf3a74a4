import type { CharacterTest } from './pattern.ts';

const CLASSES: { readonly [letter: string]: RegExp } = {
  d: /^\p{Nd}$/u,
  w: /^[^\p{P}\p{Z}\p{C}]$/u,
  s: /^[ \t\n\r]$/,
  i: /^[\p{L}_:]$/u,
  c: /^[\p{L}\p{Nd}\-._:·]$/u,
};

const CONTROLS: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t' };

/** The class that `\letter` stands for (XML Schema part 2, F.1.1); a capital is the opposite. Undefined: no class. */
export function classOf(letter: string): CharacterTest | undefined {
  const lower = letter.toLowerCase();
  const known = Object.hasOwn(CLASSES, lower) ? CLASSES[lower] : undefined;
  if (!known) return undefined;
  return letter === lower ? (character) => known.test(character) : (character) => !known.test(character);
}

/** The class of a Unicode category or block, as in `\p{Lu}`; undefined if there is none of that name. */
export function categoryOf(name: string, opposite: boolean): CharacterTest | undefined {
  if (!/^[A-Z][a-z]?$/.test(name)) return undefined;
  let category: RegExp;
  try {
    category = new RegExp(`^\\p{${name}}$`, 'u');
  } catch {
    return undefined;
  }
  return (character) => category.test(character) !== opposite;
}

/** The character that `\letter` stands for; undefined if it stands for none. */
export function escaped(letter: string): string | undefined {
  if (Object.hasOwn(CONTROLS, letter)) return CONTROLS[letter];
  return /^[\\|.?*+(){}$\-[\]^]$/.test(letter) ? letter : undefined;
}

/** The test also passes what differs only in case. */
export function withoutCase(test: CharacterTest): CharacterTest {
  return (character) => test(character) || test(character.toLowerCase()) || test(character.toUpperCase());
}
