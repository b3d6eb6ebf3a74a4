/** Whether a character (one code point) passes. */
export type CharacterTest = (character: string) => boolean;

/** A regular expression as a tree. `most` null: no upper bound. */
export type Pattern =
  | { readonly is: 'character'; readonly test: CharacterTest }
  | { readonly is: 'start' | 'end' }
  | { readonly is: 'sequence' | 'choice'; readonly of: readonly Pattern[] }
  | {
      readonly is: 'repeat';
      readonly of: Pattern;
      readonly least: number;
      readonly most: number | null;
      readonly lazy: boolean;
    }
  | { readonly is: 'group'; readonly of: Pattern; readonly index: number };

/** XPath's flags: `i` without case, `s` the dot takes line ends too, `m` `^` and `$` at each line, `x` blanks mean nothing. */
export interface Flags {
  readonly i: boolean;
  readonly s: boolean;
  readonly m: boolean;
  readonly x: boolean;
}

/** The flags that are written; null if there is another among them. */
export function readFlags(text: string): Flags | null {
  if (/[^ismx]/.test(text)) return null;
  const has = (flag: string): boolean => text.includes(flag);
  return { i: has('i'), s: has('s'), m: has('m'), x: has('x') };
}
