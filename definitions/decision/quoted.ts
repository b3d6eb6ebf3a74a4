import { readString } from '../feel/parse/string-literal.ts';
import type { ExpressionProblem } from '../feel/problem.ts';

const ESCAPES: { readonly [character: string]: string } = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** A text as FEEL writes it: in quotes. */
export function quoted(text: string): string {
  return `"${text.replace(/["\\\n\r\t]/g, (character) => ESCAPES[character] ?? character)}"`;
}

/** What is to be written in the place of a problem, if it is known what was meant: a value in quotes, a name as it is. */
export function meantInstead({
  code,
  nearest,
}: {
  readonly code: ExpressionProblem['code'] | 'table shape';
  readonly nearest?: string;
}): string | undefined {
  return nearest !== undefined && code === 'value not allowed' ? quoted(nearest) : nearest;
}

const LITERAL = String.raw`"[^"\\]*(?:\\[^][^"\\]*)*"`;
const LITERALS = new RegExp(String.raw`^\s*${LITERAL}(?:\s*,\s*${LITERAL})*\s*$`);

/** The texts that a list of literals in quotes names; undefined if it is none. */
export function quotedTexts(list: string): readonly string[] | undefined {
  if (!LITERALS.test(list)) return undefined;
  return [...list.matchAll(new RegExp(LITERAL, 'g'))].map(([literal]) => readString(literal));
}
