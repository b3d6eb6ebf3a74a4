import type { TypeEnvironment } from '../feel/compiler.ts';
import type { ValueType } from '../flow/value-type.ts';
import { compileTable } from './compile.ts';
import { namesInTable } from './named-in-table.ts';
import { ownInputs } from './own-inputs.ts';
import type { TableProblem } from './problem.ts';
import type { DecisionTable } from './table.ts';

/** A name that becomes known may bring another to light behind it; so often it is looked again. */
const MOST_ROUNDS = 6;

/**
 * What a table by itself takes: its inputs that have no expression, with their types, and what the expressions of the
 * others name, which may be anything; of what is known to be given to it, that which it names anywhere.
 */
export function freeVariables(table: DecisionTable, known: TypeEnvironment = {}): TypeEnvironment {
  const own = ownInputs(table);
  let types: TypeEnvironment = { ...known, ...own };
  // Cells are not looked at: they see the same names, and there may be many of them.
  const head: DecisionTable = { ...table, rows: [] };
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const strange = compileTable(head, types).problems.flatMap((problem) => unknownName(table, problem));
    if (strange.length === 0) break;
    types = {
      ...Object.fromEntries(strange.map((name): [string, ValueType] => [name, { type: 'any' }])),
      ...types,
    };
  }
  const named = Object.keys(known).length === 0 ? null : namesInTable(table, types);
  const isTaken = (name: string): boolean =>
    Object.hasOwn(own, name) || !Object.hasOwn(known, name) || named === null || named.has(name);
  return Object.fromEntries(Object.entries(types).filter(([name]) => isTaken(name)));
}

/** A name in an input's expression that nothing is known of. In a cell it is rather a slip: text without its quotes. */
function unknownName(table: DecisionTable, problem: TableProblem): string[] {
  if (problem.code !== 'unknown variable' || problem.part !== 'input') return [];
  const source = table.inputs.find(({ id }) => id === problem.column)?.expression ?? '';
  const name = source.slice(problem.from, problem.to).trim();
  return name === '' ? [] : [name];
}
