import { codeOf } from '../../definitions/feel/parse/code.ts';

/** Where a text begins that is not closed yet; -1: none is open. */
export function openText(source: string): number {
  return codeOf(source).indexOf('"');
}

/** Whether what comes next would be part of a remark. */
export function isInRemark(source: string): boolean {
  const code = source.replace(/"(?:[^"\\\n]|\\.)*"/g, (text) => ' '.repeat(text.length));
  return /\/\/[^\n]*$/.test(code) || code.lastIndexOf('/*') > code.lastIndexOf('*/');
}

const CLOSERS: { readonly [opener: string]: string } = { '(': ')', '[': ']', '{': '}' };
/** What must still come, at the least, for each construct that has begun: without it nothing of it could be read. */
const STILL_TO_COME: { readonly [keyword: string]: string } = {
  if: ' then null else null',
  then: ' else null',
  for: ' return null',
  some: ' satisfies true',
  every: ' satisfies true',
};
/** What ends a construct that began with another word. */
const ENDS: ReadonlySet<string> = new Set(['else', 'return', 'satisfies']);

/** The least that makes a beginning whole: closing brackets, and `else` and the like where they must come. */
export function ending(source: string): string {
  const open: string[] = [];
  for (const [part] of codeOf(source).matchAll(
    /[([{\])}]|\b(?:if|then|else|for|some|every|return|satisfies)\b/g,
  )) {
    if (part === ')' || part === ']' || part === '}') closeBracket(open);
    else if (part === 'then') replaceLast(open, 'if', 'then');
    else if (ENDS.has(part)) open.pop();
    else open.push(part);
  }
  return open
    .reverse()
    .map((part) => CLOSERS[part] ?? STILL_TO_COME[part] ?? '')
    .join('');
}

/** What stands open inside of a bracket ends with it. */
function closeBracket(open: string[]): void {
  for (let last = open.pop(); last !== undefined; last = open.pop()) if (last in CLOSERS) return;
}

function replaceLast(open: string[], from: string, to: string): void {
  if (open.at(-1) === from) open[open.length - 1] = to;
}

/** Where a later beginning of an expression may be: behind brackets, commas, operators and keywords; the first first. */
export function laterStarts(source: string): readonly number[] {
  const code = codeOf(source);
  const found = code.matchAll(/[([{,:=<>+*/]|\b(?:if|then|else|in|return|satisfies|and|or|between)\b/g);
  return [...found].map(({ index, 0: part }) => index + part.length);
}
