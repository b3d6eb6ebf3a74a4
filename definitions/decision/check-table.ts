import type { TypeEnvironment } from '../feel/compiler.ts';
import type { ValueType } from '../flow/value-type.ts';
import { compileTable } from './compile.ts';
import { freeVariables } from './free-variables.ts';
import type { TablePlace, TableProblem } from './problem.ts';
import { quoted } from './quoted.ts';
import type { TableFix, TableIssueCode } from './table-issue.ts';
import type { DecisionTable } from './table.ts';

/** Something wrong with a table by itself; where in its file that stands, whoever read the file knows. */
export interface TableFinding {
  readonly code: TableIssueCode;
  readonly severity: 'error' | 'warning';
  readonly place: TablePlace;
  readonly message: string;
  readonly fix?: TableFix;
}

/** What is wrong with the cells of a table, given nothing but its inputs and what their expressions name. */
export function cellFindings(table: DecisionTable): readonly TableFinding[] {
  return compileTable(table, freeVariables(table)).problems.map((problem): TableFinding => {
    const { part, row, column } = problem;
    const isOutside = outsideName(table, problem) !== undefined;
    const fix = fixFor(table, problem);
    return {
      code: part === 'shape' ? 'bad table' : 'bad cell',
      severity: isOutside ? 'warning' : problem.severity,
      place: { part, ...(row !== undefined && { row }), ...(column !== undefined && { column }) },
      message: isOutside
        ? `${problem.message} A flow that decides by the table must have it.`
        : problem.message,
      ...(fix && { fix }),
    };
  });
}

/** What a table is given by name: its inputs, what their expressions name, and what else its cells do. */
export function givenTo(table: DecisionTable): TypeEnvironment {
  const types = freeVariables(table);
  const outside = compileTable(table, types).problems.flatMap((problem) => outsideName(table, problem) ?? []);
  return {
    ...types,
    ...Object.fromEntries(outside.map((name): [string, ValueType] => [name, { type: 'any' }])),
  };
}

/** A name in a cell that is no input: no slip as far as can be told, but what the flow around the table knows. */
function outsideName(table: DecisionTable, problem: TableProblem): string | undefined {
  const { code, part, nearest, from, to } = problem;
  if (code !== 'unknown variable' || part === 'input' || nearest !== undefined) return undefined;
  const cell = cellOf(table, problem);
  if (cell === undefined || textMeant(table, problem, cell) !== undefined) return undefined;
  return cell.slice(from, to);
}

function fixFor(table: DecisionTable, problem: TableProblem): TableFix | undefined {
  const cell = cellOf(table, problem);
  if (cell === undefined) return undefined;
  const inQuotes = textMeant(table, problem, cell);
  if (inQuotes !== undefined)
    return { title: `A text stands in double quotes: write ${inQuotes}`, write: inQuotes };
  const { nearest, from, to, code } = problem;
  if (nearest === undefined || from >= to) return undefined;
  const known = code === 'value not allowed' ? quoted(nearest) : nearest;
  const write = cell.slice(0, from) + known + cell.slice(to);
  return { title: `Write ${write}`, write };
}

/** What stands in the cell that has the problem. */
function cellOf(table: DecisionTable, { part, row: id, column }: TablePlace): string | undefined {
  const input = table.inputs.findIndex((one) => one.id === column);
  const output = table.outputs.findIndex((one) => one.id === column);
  const row = table.rows.find((one) => one.id === id);
  switch (part) {
    case 'when':
      return row?.when[input];
    case 'then':
      return row?.then[output];
    case 'default':
      return table.outputs[output]?.default;
    case 'input':
      return table.inputs[input]?.expression;
    case 'shape':
      return undefined;
  }
}

/** Bare words in a column of texts, in quotes: nothing is known of them, so they are rather a text than names. */
function textMeant(
  { inputs, outputs }: DecisionTable,
  problem: TableProblem,
  cell: string,
): string | undefined {
  const { part, column, code } = problem;
  if (part === 'input' || (code !== 'unknown variable' && code !== 'syntax')) return undefined;
  const type = [...inputs, ...outputs].find(({ id }) => id === column)?.type;
  return type?.type === 'string' ? quotedWords(cell, part) : undefined;
}

const WORDS = /^[\p{L}\p{N}][\p{L}\p{N} _'’-]*$/u;

/** Words without quotes, in quotes: of a condition, each that a comma parts from the next. */
function quotedWords(cell: string, part: TablePlace['part']): string | undefined {
  const words = (part === 'when' ? cell.split(',') : [cell]).map((word) => word.trim());
  return words.every((word) => WORDS.test(word)) ? words.map(quoted).join(', ') : undefined;
}
