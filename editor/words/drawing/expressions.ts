import type { ValueType } from '../../../definitions/flow/value-type.ts';

/** Words of the fields in which rules are written. */

const types: { readonly [T in ValueType['type']]: string } = {
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  date: 'a date',
  time: 'a time of day',
  'date and time': 'a date with its time',
  'days and time duration': 'a duration',
  'years and months duration': 'months or years',
  text: 'what somebody wrote',
  list: 'a list',
  context: 'a group of values',
  any: 'anything',
};

export const expressions = {
  types,
  oneOf: (values: string) => `one of ${values}`,
  listOf: (what: string) => `a list: each ${what.replace(/^an? /, '')}`,
  parts: (names: string) => `with ${names}`,
  and: (values: string, more: number) => `${values} and ${more} more`,
  unknownName: (name: string) => `Nothing here is called “${name}”.`,
  unknownPart: (name: string) => `It has no “${name}”.`,
  unknownFunction: (name: string) => `There is nothing to call by the name of “${name}”.`,
  notAllowed: (value: string) => `“${value}” is not among the allowed values.`,
  wanted: (given: string, wanted: string) => `This is ${given}, and ${wanted} is wanted here.`,
  write: (name: string) => `Write ${name}`,
  more: (count: number) => `and ${count} more`,
  tooLong: (most: string) => `At most ${most} characters stand here. What you pasted is left out.`,
  example: 'On the example:',
  passes: 'fits',
  passesNot: 'does not fit',
  list: 'What can stand here',
  nothing: 'nothing',
  true: 'true',
  false: 'false',
};
