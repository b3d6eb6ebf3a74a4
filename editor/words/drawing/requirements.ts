/** Words of tables that go by what others decide. */
const name = (table: string): string => `“${table}”`;

export const requirements = {
  did: {
    added: (table: string, required: string) => `Let ${name(table)} go by ${name(required)}`,
    removed: (table: string, required: string) => `Let ${name(table)} no longer go by ${name(required)}`,
  },
  goesBy: 'It goes by',
  as: (value: string) => `known as “${value}”`,
  nothing: 'no other table',
  gone: 'a table that is not there',
  add: 'Another table…',
  addTitle: (table: string) => `What shall ${name(table)} go by?`,
  addHelp: 'That table decides first, and what it comes to is a value that this one can look at.',
  table: 'Table',
  newTable: 'A new table',
  newName: 'What the new table is called',
  value: 'What it comes to is called here',
  valueMissing: 'Give it a name.',
  valueTaken: 'It goes by another table under this name already.',
  nameMissing: 'Give the table a name.',
  none: 'Every other table goes by this one already; they would wait for each other.',
  go: 'Go by it',
  leave: (table: string) => `No longer go by ${name(table)}`,
  drawing: 'As a drawing',
  title: 'How the tables go by each other',
  help: 'Below stands what is looked at, above what comes of it. Draw a line from one table up to another to let that one go by it; choose a line and press Delete to take it away.',
  allValues: 'All values that they look at',
  empty: 'There is no table yet.',
  opens: (table: string) => `Open ${name(table)}`,
  looksAt: (value: string) => `${value}, a value of the case`,
  line: (from: string, to: string) => `${name(to)} goes by ${name(from)}`,
  circle: 'They would wait for each other.',
  tried: {
    title: 'Decided by other tables',
    first: 'decided first',
    nothing: 'nothing',
    say: (value: string) => `Say yourself: ${value}`,
    decide: (table: string) => `Let ${name(table)} decide it`,
    cannot: {
      gone: (_: string, value: string) =>
        `The table that decides “${value}” is not there: say yourself what it is.`,
      wrong: (table: string, value: string) =>
        `${name(table)} cannot decide, for something is wrong in it or before it: say yourself what “${value}” is.`,
      circular: (table: string, value: string) =>
        `${name(table)} would wait for this table: say yourself what “${value}” is.`,
    },
    several: (table: string) => `Before it, several rows of ${name(table)} fit, and only one may.`,
  },
};
