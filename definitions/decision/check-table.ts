import type { TypeEnvironment } from '../feel/compiler.ts';
import type { ValueType } from '../flow/value-type.ts';
import { freeVariables } from './free-variables.ts';
import { lengthTestMeant } from './length-of-time.ts';
import type { TablePlace, TableProblem } from './problem.ts';
import { meantInstead, quoted } from './quoted.ts';
import type { TableFix, TableIssueCode } from './table-issue.ts';
import { plannedFrom } from './plan-table.ts';
import { tableParts, type TableParts } from './table-parts.ts';
import type { DecisionTable } from './table.ts';

/** Something wrong with a table by itself; where in its file that stands, whoever read the file knows. */
export interface TableFinding {
  readonly code: TableIssueCode;
  readonly severity: 'error' | 'warning';
  readonly place: TablePlace;
  readonly message: string;
  readonly fix?: TableFix;
}

/** A table by itself, read once: what is wrong with it, what it is given by name, and all that stands in it. */
export interface CheckedTable {
  readonly table: DecisionTable;
  readonly findings: readonly TableFinding[];
  /** Its inputs, what their expressions name, and what else its cells do. */
  readonly types: TypeEnvironment;
  readonly parts: TableParts;
  readonly problems: readonly TableProblem[];
}

/**
 * Checks the cells of a table over what a flow gives it; where that is not known, over its inputs and what their
 * expressions name.
 */
export function checkedTable(table: DecisionTable, given?: TypeEnvironment): CheckedTable {
  const free = given ?? freeVariables(table);
  const parts = tableParts(table, free);
  const { problems } = plannedFrom(table, parts);
  const written = cellsOf(table);
  const nameIn = (problem: TableProblem): string | undefined =>
    given === undefined ? outsideName(table, problem, written(problem)) : undefined;
  const findings = problems.map((problem) =>
    findingOf(table, problem, written(problem), nameIn(problem) !== undefined),
  );
  const outside = problems.flatMap((problem) => nameIn(problem) ?? []);
  if (outside.length === 0) return { table, findings, types: free, parts, problems };
  const named = outside.map((name): [string, ValueType] => [name, { type: 'any' }]);
  const types = { ...free, ...Object.fromEntries(named) };
  const known = tableParts(table, types);
  return { table, findings, types, parts: known, problems: plannedFrom(table, known).problems };
}

/** What stands in the cell that has a problem. */
type Written = string | undefined;

/** `isOutside`: what is wrong is a name that the flow around the table may know. */
function findingOf(
  table: DecisionTable,
  problem: TableProblem,
  cell: Written,
  isOutside: boolean,
): TableFinding {
  const { part, row, column } = problem;
  const fix = fixFor(table, problem, cell);
  return {
    code: part === 'shape' ? 'bad table' : 'bad cell',
    severity: isOutside ? 'warning' : problem.severity,
    place: { part, ...(row !== undefined && { row }), ...(column !== undefined && { column }) },
    message: isOutside
      ? `${problem.message} A flow that decides by the table must have it.`
      : problem.message,
    ...(fix && { fix }),
  };
}

/** What a table is given by name. */
export function givenTo(table: DecisionTable): TypeEnvironment {
  return checkedTable(table).types;
}

/** A name in a cell that is no input: no slip as far as can be told, but what the flow around the table knows. */
function outsideName(table: DecisionTable, problem: TableProblem, cell: Written): string | undefined {
  const { code, part, nearest, from, to } = problem;
  if (code !== 'unknown variable' || part === 'input' || nearest !== undefined) return undefined;
  if (cell === undefined || textMeant(table, problem, cell) !== undefined) return undefined;
  if (lengthMeant(table, problem, cell) !== undefined) return undefined;
  return cell.slice(from, to);
}

function fixFor(table: DecisionTable, problem: TableProblem, cell: Written): TableFix | undefined {
  if (cell === undefined) return undefined;
  const inQuotes = textMeant(table, problem, cell);
  if (inQuotes !== undefined)
    return { title: `A text stands in double quotes: write ${inQuotes}`, write: inQuotes };
  const length = lengthMeant(table, problem, cell);
  if (length !== undefined) return { title: `A length of time is written ${length}`, write: length };
  const { from, to } = problem;
  const meant = meantInstead(problem);
  if (meant === undefined || from >= to) return undefined;
  const write = cell.slice(0, from) + meant + cell.slice(to);
  return { title: `Write ${write}`, write };
}

/** Finds what stands in the cell that has a problem; of tables in which many have. */
export function cellsOf({ inputs, outputs, rows }: DecisionTable): (place: TablePlace) => Written {
  const inputPlaces = new Map(inputs.map(({ id }, i) => [id, i]));
  const outputPlaces = new Map(outputs.map(({ id }, i) => [id, i]));
  const rowsById = new Map(rows.map((row) => [row.id, row]));
  return ({ part, row: id = '', column = '' }) => {
    const [input, output, row] = [inputPlaces.get(column), outputPlaces.get(column), rowsById.get(id)];
    switch (part) {
      case 'when':
        return input === undefined ? undefined : row?.when[input];
      case 'then':
        return output === undefined ? undefined : row?.then[output];
      case 'default':
        return output === undefined ? undefined : outputs[output]?.default;
      case 'input':
        return input === undefined ? undefined : inputs[input]?.expression;
      case 'shape':
        return undefined;
    }
  };
}

/** Bare words in a column of texts, in quotes: nothing is known of them, so they are rather a text than names. */
function textMeant(table: DecisionTable, problem: TableProblem, cell: string): string | undefined {
  return typeOfWords(table, problem) === 'string' ? quotedWords(cell, problem.part) : undefined;
}

/** '1 hour' in a column of lengths of time, as it is written. */
function lengthMeant(table: DecisionTable, problem: TableProblem, cell: string): string | undefined {
  if (typeOfWords(table, problem) !== 'days and time duration') return undefined;
  return lengthTestMeant(cell);
}

/** What the column of a cell holds that could not be read as it stands there. */
function typeOfWords(
  { inputs, outputs }: DecisionTable,
  { part, column, code }: TableProblem,
): ValueType['type'] | undefined {
  if (part === 'input' || (code !== 'unknown variable' && code !== 'syntax')) return undefined;
  return [...inputs, ...outputs].find(({ id }) => id === column)?.type.type;
}

const WORDS = /^[\p{L}\p{N}][\p{L}\p{N} _'’-]*$/u;

/** Words without quotes, in quotes: of a condition, each that a comma parts from the next. */
function quotedWords(cell: string, part: TablePlace['part']): string | undefined {
  const words = (part === 'when' ? cell.split(',') : [cell]).map((word) => word.trim());
  return words.every((word) => WORDS.test(word)) ? words.map(quoted).join(', ') : undefined;
}
