import type { Json } from '../../definitions/flow/json.ts';
import { words } from '../shell/words.ts';

/** A value that somebody typed, read as a variable's type asks for; or what is wrong with it. Nothing typed is null. */
export function typedValue(
  typed: string,
  type: string,
): { readonly value: Json } | { readonly problem: string } {
  const text = typed.trim();
  if (text === '') return { value: null };
  if (type === 'number') {
    const number = Number(text.replace(',', '.'));
    return Number.isFinite(number) ? { value: number } : { problem: words.stuck.badValue.number };
  }
  if (type === 'boolean') {
    if (text !== 'true' && text !== 'false') return { problem: words.stuck.badValue.boolean };
    return { value: text === 'true' };
  }
  if (type === 'list' || type === 'context' || type === 'any') return parsed(text, type);
  return { value: text };
}

/** Of any type: JSON if it is some, else the text itself. */
function parsed(text: string, type: string): { readonly value: Json } | { readonly problem: string } {
  try {
    const value: Json = JSON.parse(text);
    return { value };
  } catch {
    return type === 'any' ? { value: text } : { problem: words.stuck.badValue.list };
  }
}

/** A value as it stands in the box where it can be changed. */
export function valueText(value: Json): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
