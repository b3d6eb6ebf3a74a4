import type { ValueType } from '../flow/value-type.ts';

/** The types that have no parts, by their names in FEEL. */
export const PLAIN_TYPES: { readonly [name: string]: ValueType } = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  date: { type: 'date' },
  time: { type: 'time' },
  'date and time': { type: 'date and time' },
  'days and time duration': { type: 'days and time duration' },
  'years and months duration': { type: 'years and months duration' },
};
