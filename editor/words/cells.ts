/** Words of the cells of decision tables. */

const compared: { readonly [sign: string]: (bound: string) => string } = {
  '>=': (bound) => `${bound} or more`,
  '>': (bound) => `more than ${bound}`,
  '<=': (bound) => `${bound} or less`,
  '<': (bound) => `less than ${bound}`,
};

export const cells = {
  compared,
  range: (from: string, to: string) => `${from} to ${to}`,
  not: (what: string) => `not ${what}`,
  nothing: 'nothing',
  asWritten: 'As written',
  asWrittenHelp: 'Shows each cell as its author wrote it.',
};
