/** The source with strings and comments blanked out, every other character where it was. */
export function codeOf(source: string): string {
  return source.replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g, (hidden) =>
    ' '.repeat(hidden.length),
  );
}

/** How many brackets stand open at once, at most. */
export function bracketDepth(source: string): number {
  let open = 0;
  let most = 0;
  for (const character of codeOf(source)) {
    if (character === '(' || character === '[' || character === '{') open += 1;
    else if (character === ')' || character === ']' || character === '}') open = Math.max(0, open - 1);
    most = Math.max(most, open);
  }
  return most;
}
