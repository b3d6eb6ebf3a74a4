const ESCAPES: { readonly [letter: string]: string } = {
  n: '\n',
  r: '\r',
  t: '\t',
  '"': '"',
  '\\': '\\',
  "'": "'",
};

/** The text that a quoted literal spells: escapes as in DMN 1.5, grammar rule 33; an unknown escape stands for itself. */
export function readString(literal: string): string {
  const inner = literal.slice(1, -1);
  if (!inner.includes('\\')) return inner;
  return inner.replace(
    /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|([^]))/g,
    (whole, short?: string, long?: string, letter?: string) => {
      const code = short ?? long;
      if (code !== undefined) {
        const point = Number.parseInt(code, 16);
        return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
      }
      return ESCAPES[letter ?? ''] ?? whole;
    },
  );
}
