import { bounded, frameFor } from '../feel/compiler.ts';
import { link } from '../feel/link/link.ts';
import { linkTable } from '../feel/link/table.ts';
import { readJson } from '../feel/value/border.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import { ownInputs } from './own-inputs.ts';
import type { TableProblem } from './problem.ts';
import { planTable } from './plan-table.ts';
import type { DecisionTable, TableInput } from './table.ts';

/**
 * One cell of a decision that was made: the test as written, the value that was kept (absent: it was not), and whether
 * it passed; null where that cannot be told any more.
 */
export interface ToldClause {
  readonly input: TableInput;
  readonly test: string;
  readonly value?: Json;
  readonly matched: boolean | null;
}

export interface ToldRow {
  readonly row: string;
  readonly clauses: readonly ToldClause[];
  /** Whether all its clauses matched; null where that cannot be told. */
  readonly hit: boolean | null;
}

/**
 * Why a table decided as it did at `now` (milliseconds since the epoch), clause by clause, from what its inputs were
 * by name, as a case keeps them. Values kept in short (too long, or with parts) tell nothing; nor does a cell that
 * looks at more than the inputs.
 */
export function explainInputs(table: DecisionTable, inputs: JsonObject, now: number): readonly ToldRow[] {
  // The drawing's variables are not at hand.
  const { plan, problems, slots } = planTable(table, ownInputs(table));
  const linked = linkTable(plan, link);
  const untold = untoldCells(problems);
  const frame = frameFor(inputs, now, slots);
  const explain = (): readonly ToldRow[] => {
    const kept = table.inputs.map((input) => keptValue(input, inputs));
    const values = kept.map((value, i) =>
      readJson(value ?? null, table.inputs[i]?.type ?? { type: 'any' }, frame.warn),
    );
    return table.rows.map(({ id, when }, row) => {
      const clauses = table.inputs.map((input, i): ToldClause => {
        const value = kept[i];
        const test = when[i] ?? '-';
        const isAny = test.trim() === '' || test.trim() === '-';
        const canTell = isAny || (value !== undefined && !untold.has(cell(id, input.id)));
        const matched = canTell ? linked.passes(row, i, values[i] ?? null, frame) : null;
        return value === undefined ? { input, test, matched } : { input, test, value, matched };
      });
      return { row: id, clauses, hit: hitOf(clauses) };
    });
  };
  return bounded(frame, explain, []);
}

function untoldCells(problems: readonly TableProblem[]): ReadonlySet<string> {
  return new Set(
    problems.flatMap(({ part, row = '', column = '', severity }) =>
      part === 'when' && severity === 'error' ? [cell(row, column)] : [],
    ),
  );
}

function cell(row: string, column: string): string {
  return JSON.stringify([row, column]);
}

/** The value as it was; undefined when only its length was kept, or nothing. */
function keptValue({ name, type }: TableInput, inputs: JsonObject): Json | undefined {
  if (!Object.hasOwn(inputs, name)) return undefined;
  const value = inputs[name] ?? null;
  if (value === null || typeof value !== 'object') return value;
  return Array.isArray(value) && type.type === 'list' ? value : undefined;
}

function hitOf(clauses: readonly ToldClause[]): boolean | null {
  if (clauses.some(({ matched }) => matched === false)) return false;
  return clauses.some(({ matched }) => matched === null) ? null : true;
}
