/** Words of the cells of decision tables, and of the conditions of branches. */

const compared: { readonly [sign: string]: (bound: string) => string } = {
  '>=': (bound) => `${bound} or more`,
  '>': (bound) => `more than ${bound}`,
  '<=': (bound) => `${bound} or less`,
  '<': (bound) => `less than ${bound}`,
};

/** Whether something is known at all, by how it is compared with nothing. */
const isThere: { readonly [sign: string]: string } = { '=': 'not known', '!=': 'known' };

export const cells = {
  compared,
  range: (from: string, to: string) => `${from} to ${to}`,
  not: (what: string) => `not ${what}`,
  nothing: 'nothing',
  is: (name: string, value: string) => `${name} is ${value}`,
  isThere,
  both: (one: string, other: string) => `${one}, and ${other}`,
  either: (one: string, other: string) => `${one}, or ${other}`,
  when: (condition: string) => `if ${condition}`,
  asWritten: 'As written',
  asWrittenHelp: 'Shows it as its author wrote it.',
};
