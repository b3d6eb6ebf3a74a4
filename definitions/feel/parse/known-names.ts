import type { ValueType } from '../../flow/value-type.ts';

/** Names the grammar should read as one although they hold operators or keywords, each with the names inside it. */
export interface KnownNames {
  readonly [name: string]: KnownNames;
}

const TIME_NAMES: KnownNames = { 'time offset': {} };

/** The names of these variables, for the grammar's context tracker; a list lends its items' names. */
export function knownNames(types: { readonly [name: string]: ValueType }): KnownNames {
  return Object.fromEntries(Object.entries(types).map(([name, type]) => [name, namesWithin(type)]));
}

function namesWithin(type: ValueType): KnownNames {
  if (type.type === 'list') return namesWithin(type.of);
  if (type.type === 'context') return knownNames(type.fields);
  return type.type === 'time' || type.type === 'date and time' ? TIME_NAMES : {};
}
