/** Words of the editor of decision tables. */
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import { counted } from '../locale.ts';
import { many } from '../many.ts';

type TypeName = ValueType['type'];

const one: { readonly [type in TypeName]: string } = {
  string: 'text',
  number: 'number',
  boolean: 'yes or no',
  date: 'date',
  time: 'time of day',
  'date and time': 'moment',
  'days and time duration': 'length of time',
  'years and months duration': 'months and years',
  text: 'what somebody wrote',
  list: 'list',
  context: 'several values',
  any: 'anything',
};
const several: { readonly [type in TypeName]: string } = {
  string: 'texts',
  number: 'numbers',
  boolean: 'yes or no',
  date: 'dates',
  time: 'times of day',
  'date and time': 'moments',
  'days and time duration': 'lengths of time',
  'years and months duration': 'months and years',
  text: 'what people wrote',
  list: 'lists',
  context: 'several values',
  any: 'anything',
};

const name = (table: string): string => `“${table}”`;
const rowsOf = (first: number, count: number): string =>
  count === 1 ? `row ${counted(first)}` : `rows ${counted(first)} to ${counted(first + count - 1)}`;

const imported = (table: string): string => `Brought ${name(table)} in from a file`;

/** What an edit is called where it is undone, or told. `row` counts from 1. */
const acts = {
  cell: (row: number, table: string) => `Changed row ${counted(row)} of ${name(table)}`,
  cells: (first: number, count: number, table: string) => `Changed ${rowsOf(first, count)} of ${name(table)}`,
  emptied: (first: number, count: number, table: string) =>
    `Emptied cells in ${rowsOf(first, count)} of ${name(table)}`,
  cut: (first: number, count: number, table: string) =>
    `Cut cells out of ${rowsOf(first, count)} of ${name(table)}`,
  pasted: (first: number, count: number, table: string) =>
    `Pasted into ${rowsOf(first, count)} of ${name(table)}`,
  filled: (first: number, count: number, table: string) =>
    `Filled ${rowsOf(first, count)} of ${name(table)} down`,
  inserted: (count: number, table: string) => `Added ${many(count, 'row')} to ${name(table)}`,
  duplicated: (count: number, table: string) => `Duplicated ${many(count, 'row')} of ${name(table)}`,
  removed: (count: number, table: string) => `Removed ${many(count, 'row')} of ${name(table)}`,
  moved: (count: number, table: string) => `Moved ${many(count, 'row')} of ${name(table)}`,
  sorted: (column: string, table: string) => `Sorted ${name(table)} by ${column}`,
  gap: (table: string) => `Closed a gap in ${name(table)}`,
  fixed: (row: number, table: string) => `Corrected row ${counted(row)} of ${name(table)}`,
  columnAdded: (column: string, table: string) => `Added the column ${column} to ${name(table)}`,
  columnChanged: (column: string, table: string) => `Changed the column ${column} of ${name(table)}`,
  columnMoved: (column: string, table: string) => `Moved the column ${column} of ${name(table)}`,
  columnRemoved: (column: string, table: string) => `Removed the column ${column} of ${name(table)}`,
  defaultsGone: (table: string) => `Took away what comes of ${name(table)} when no row fits`,
  policy: (table: string) => `Changed which rows of ${name(table)} count`,
  imported,
  broughtAlong: (table: string, others: number) =>
    others === 0 ? imported(table) : `${imported(table)}, and ${many(others, 'table')} that it goes by`,
};

export const decisions = {
  acts,
  types: {
    one,
    list: (of: string) => `list of ${of}`,
    oneOf: (count: number) => `one of ${many(count, 'text')}`,
    several,
  },
  usedBy: (steps: string) => `Used by ${steps}`,
  usedByNone: 'No step uses it',
  grid: (table: string) => `Rows of ${table}`,
  number: 'Row',
  note: 'Note',
  rowIs: (row: number) => `Row ${counted(row)}`,
  drag: 'Drag to move; Alt and the arrows do it too',
  any: '–',
  cell: (column: string, row: number) => `${column}, row ${counted(row)}`,
  noRows: 'No row yet',
  noRowsToDo: 'Add a row, or paste rows from a spreadsheet here.',
  nothingShown: 'No row has this text.',
  addRow: 'Add a row',
  otherwise: {
    told: (values: string) => `If no row fits: ${values}`,
    takeAway: 'Take this away',
    help: 'What no row fits is then shown as a row to add.',
  },
  keys: 'Type, or paste from a spreadsheet',
  rows: {
    menu: 'Rows',
    above: 'Insert above',
    below: 'Insert below',
    duplicate: 'Duplicate',
    remove: 'Remove',
    up: 'Move up',
    down: 'Move down',
    fill: 'Fill down',
    keys: { above: 'Ctrl ⇧ ↵', below: 'Ctrl ↵', up: 'Alt ↑', down: 'Alt ↓', fill: 'Ctrl D' },
  },
  filter: 'Show only rows that hold',
  filtered: (shown: number, all: number) => `${counted(shown)} of ${many(all, 'row')} shown`,
  showAll: 'Show all',
  columns: {
    menu: (column: string) => `What to do with the column ${column}`,
    add: 'Column',
    asks: 'It looks at',
    answers: 'It answers',
    /** Of a moment such as 'said at'. */
    since: (moment: string) => `time since ${moment.replace(/ at$/, '')}`,
    newInput: 'Something else…',
    newOutput: 'A new answer…',
    change: 'Change…',
    up: 'Sort rows upwards',
    down: 'Sort rows downwards',
    sortMatters: 'Which row counts depends on their order.',
    left: 'Move left',
    right: 'Move right',
    remove: 'Remove',
    addInputTitle: 'A column to look at',
    addOutputTitle: 'A column to answer',
    changeTitle: (column: string) => `The column ${column}`,
    name: 'Name',
    nameMissing: 'Give it a name.',
    nameTaken: 'Another answer has this name already.',
    expression: 'What it looks at',
    expressionHelp: 'Empty: the value of the same name.',
    type: 'Kind of value',
    typeKept: (type: string) => `${type}, as it is`,
    allowed: 'Values it may have',
    allowedHelp: 'Empty: any text. The most important one first.',
    otherwise: 'If no row fits',
    otherwiseHelp: 'As in a cell: a text stands in double quotes. Empty: nothing.',
    go: 'Add it',
    goChange: 'Change it',
  },
  policy: 'Which rows count',
  aggregations: {
    list: 'all of them, as a list',
    sum: 'their sum',
    min: 'the smallest',
    max: 'the largest',
    count: 'how many there are',
  },
  policyWith: (policy: string, how: string) => `${policy}: ${how}`,
  checking: 'Looking it over…',
  broken: 'It cannot be looked over now. Load the page again; what you changed is kept.',
  footer: {
    rows: (count: number) => many(count, 'row'),
    wrong: (count: number) => many(count, 'wrong cell'),
    toWeigh: (count: number) => many(count, 'cell') + ' to weigh',
    gaps: (count: number) => many(count, 'gap'),
    noGap: 'no gap',
    noOverlap: 'no two rows overlap',
    overlaps: (count: number) => many(count, 'pair of rows overlaps', 'pairs of rows overlap'),
    odd: (count: number) => `${many(count, 'more thing')} to look at`,
    nextWrong: 'Go to the next wrong cell',
  },
  findings: 'What was found',
  gap: {
    told: 'nothing answers',
    add: 'Add this row',
    tryIt: 'Try it',
    more: (count: number) => `${many(count, 'more gap')} further down once these are closed`,
    unsure: 'perhaps',
  },
  shows: 'Try the input that shows it',
  tryIt: {
    title: 'Try it',
    toDo: 'Fill in a value, and the row that answers lights up.',
    nothing: 'The table looks at nothing.',
    yes: 'yes',
    no: 'no',
    unknown: 'not known',
    clear: 'Empty',
    noRow: 'No row fits',
    otherwise: 'No row fits; this is what stands for it',
    several: 'Several rows fit, and only one may.',
    row: (rows: readonly number[]) => {
      const all = [rows].flat().map(counted);
      return `${all.length === 1 ? 'row' : 'rows'} ${all.join(', ')}`;
    },
    failed: (row: number, columns: string) => `row ${counted(row)} failed at ${columns}`,
    fits: 'It fits, but another counts',
    duration: '2 hours, 1 day',
    noLength: 'Say how long, as in 2 hours or 30 min.',
    listed: 'one, another',
  },
  refused: {
    'too many rows': (rows: number, most: number) =>
      `With these there would be ${many(rows, 'row')}; there may be ${counted(most)}.`,
    'too many columns': (columns: number, room: number) =>
      `What you paste is ${many(columns, 'column')} wide; from here on there ${room === 1 ? 'is' : 'are'} ${counted(room)}.`,
    'too long': (most: number) => `A cell may hold ${many(most, 'character')}; one of these holds more.`,
  },
  moveFiltered: 'Rows are moved while all of them are shown.',
  files: {
    bringIn: 'Import',
    takeOut: 'Export',
    kinds: { xlsx: 'Excel (.xlsx)', csv: 'CSV (.csv)', dmn: 'DMN (.dmn)', json: 'For another Earshot' },
    other: 'It takes Excel workbooks, CSV and DMN files, and what was exported for another Earshot.',
    title: (file: string) => `Import ${file}`,
    changes: (added: number, changed: number, removed: number) =>
      `${many(added, 'row')} added, ${counted(changed)} changed, ${counted(removed)} removed`,
    same: 'It says what the table says already.',
    head: 'Its columns, or what else stands above the rows, change as well.',
    order: 'The rows stand in another order.',
    which: 'The table of the file',
    along: {
      ask: 'With the tables that it goes by',
      help: 'Without them, what they come to is a value that it is given.',
      called: (table: string) => `It is called ${name(table)} here: another table has its name.`,
      comes: 'With it:',
      new: 'is new here',
      here: 'is here already',
      as: (called: string) => `comes in as ${name(called)}`,
    },
    whole: 'With this nothing can be taken from the file:',
    issues: 'To know before you take it:',
    moreIssues: (count: number) => `and ${counted(count)} more`,
    at: { cell: (cell: string) => `cell ${cell}`, line: (line: number) => `line ${counted(line)}` },
    go: 'Take it',
    tooLarge: (megabytes: number) => `A file with a table may have ${counted(megabytes)} MB here.`,
    ready: 'The file is ready.',
    goesAlong: (tables: readonly string[]) =>
      `With it go the tables that it goes by: ${[tables].flat().map(name).join(', ')}.`,
    keep: 'Save it',
    unnamed: 'table',
    lost: 'Not all of it can stand in such a file:',
  },
};
