import { readString } from '../../../definitions/feel/parse/string-literal.ts';

/** A text as FEEL writes it. */
export function feelText(text: string): string {
  return JSON.stringify(text);
}

/** The text that an expression is, if it is nothing but one; null if it is more. */
export function textOfFeel(source: string): string | null {
  const literal = source.trim();
  return /^"(?:[^"\\]|\\.)*"$/s.test(literal) ? readString(literal) : null;
}
