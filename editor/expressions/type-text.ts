import type { ValueType } from '../../definitions/flow/value-type.ts';
import { drawingWords } from '../shell/drawing-words.ts';

const MOST_NAMED = 4;

/** A type as one would say it: 'a number', 'one of “billing”, “outage”'. */
export function typeText(type: ValueType): string {
  if (type.type === 'list')
    return type.of.type === 'any'
      ? drawingWords.expressions.types.list
      : drawingWords.expressions.listOf(typeText(type.of));
  if (type.type !== 'string' || type.allowed === undefined) return drawingWords.expressions.types[type.type];
  return drawingWords.expressions.oneOf(some(type.allowed.map((value) => `“${value}”`)));
}

/** The same with what a group of values is made of: 'with topic, mood and 3 more'. */
export function typeWithParts(type: ValueType): string {
  const parts = type.type === 'context' ? Object.keys(type.fields) : [];
  return parts.length === 0 ? typeText(type) : drawingWords.expressions.parts(some(parts));
}

function some(names: readonly string[]): string {
  const shown = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length - MOST_NAMED;
  return more > 0 ? drawingWords.expressions.and(shown, more) : shown;
}
