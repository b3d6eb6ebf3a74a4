import type { ValueType } from '../../definitions/flow/value-type.ts';
import { drawingWords } from '../shell/drawing-words.ts';

/** Types that an analyst can choose for a column, in the order in which they are offered. */
export const TYPE_CHOICES = [
  'string',
  'number',
  'boolean',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'list of string',
  'list of number',
  'any',
] as const;
export type TypeChoice = (typeof TYPE_CHOICES)[number];

/** The choice that a type is; null for one that is none of them, which stays as it is. */
export function choiceOf(type: ValueType): TypeChoice | null {
  const name = type.type === 'list' ? `list of ${type.of.type}` : type.type;
  return TYPE_CHOICES.find((choice) => choice === name) ?? null;
}

/** The type that is chosen; a text may be one of some values only. */
export function chosenType(choice: TypeChoice, allowed: readonly string[]): ValueType {
  switch (choice) {
    case 'string':
      return allowed.length === 0 ? { type: 'string' } : { type: 'string', allowed };
    case 'list of string':
      return { type: 'list', of: { type: 'string' } };
    case 'list of number':
      return { type: 'list', of: { type: 'number' } };
    default:
      return { type: choice };
  }
}

/** A type in plain words: 'text', 'number', 'yes or no', 'list of texts'. */
export function typeWords(type: ValueType): string {
  const { types } = drawingWords.decisions;
  if (type.type === 'list') return types.list(types.several[type.of.type]);
  return type.type === 'string' && type.allowed !== undefined
    ? types.oneOf(type.allowed.length)
    : types.one[type.type];
}
