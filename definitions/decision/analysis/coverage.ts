import type { TypeEnvironment } from '../../feel/compiler.ts';
import { bounded, plannerFor, frameFor } from '../../feel/compiler.ts';
import { link } from '../../feel/link/link.ts';
import { readJson } from '../../feel/value/border.ts';
import type { Value } from '../../feel/value/value.ts';
import type { JsonObject } from '../../flow/json.ts';
import type { CompiledTable } from '../compile.ts';
import { compileTable } from '../compile.ts';
import type { DecisionTable } from '../table.ts';
import { cellReader } from './cell.ts';
import { cellTypes } from '../own-inputs.ts';
import { rowsInWords } from './words.ts';

/** The variables given to a table, and when (milliseconds since the epoch). */
export interface CoverageInput {
  readonly scope: JsonObject;
  readonly now: number;
}

/**
 * How often a cell was asked and passed, or failed; neither: it was never reached. A cell is asked if all cells left
 * of it passed, and its row was asked. `isAny`: it asks nothing, so it has nothing to cover.
 */
export interface ClauseCoverage {
  /** The input's id. */
  readonly input: string;
  readonly test: string;
  readonly isAny: boolean;
  readonly passed: number;
  readonly failed: number;
}

/** How often a row was asked (a table of the policy first asks none after the one that fits), fitted, and decided. */
export interface RowCoverage {
  readonly row: string;
  readonly asked: number;
  readonly fitted: number;
  readonly decided: number;
  readonly clauses: readonly ClauseCoverage[];
}

/** What a set of inputs exercised of a table. */
export interface TableCoverage {
  readonly inputs: number;
  /** Inputs that no row fitted. */
  readonly unanswered: number;
  readonly rows: readonly RowCoverage[];
  /** Ids of rows that no input fitted. */
  readonly neverFitted: readonly string[];
  /** Cells that ask something, and those of them that were seen both to pass and to fail. */
  readonly clauses: { readonly all: number; readonly covered: number };
  readonly summary: string;
}

/** Which rows and cells of a table a set of inputs exercised. */
export function coverageOf(
  table: DecisionTable,
  types: TypeEnvironment,
  inputs: readonly CoverageInput[],
): TableCoverage {
  const compiled = compileTable(table, types);
  const valuesOf = inputReader(table, types, compiled);
  const read = cellReader(cellTypes(table, types));
  const counts = table.rows.map(({ id, when }) => ({
    id,
    asked: 0,
    fitted: 0,
    decided: 0,
    clauses: table.inputs.map(({ type }, i) => ({
      cell: read(when[i] ?? '-', type),
      test: when[i] ?? '-',
      passed: 0,
      failed: 0,
    })),
  }));
  let unanswered = 0;
  for (const { scope, now } of inputs) {
    const values = valuesOf(scope, now);
    let hits = 0;
    for (const row of counts) {
      row.asked += 1;
      const fits = row.clauses.every((clause, i) => {
        const passes = clause.cell.passes(values[i] ?? null, scope, now);
        if (passes) clause.passed += 1;
        else clause.failed += 1;
        return passes;
      });
      if (!fits) continue;
      hits += 1;
      row.fitted += 1;
      if (table.hitPolicy === 'first') break;
    }
    if (hits === 0) unanswered += 1;
    const { rows, error } = compiled.evaluate(scope, now);
    if (error === undefined) for (const row of counts) if (rows.includes(row.id)) row.decided += 1;
  }
  const rows = counts.map(({ id, clauses, ...row }): RowCoverage => ({
    row: id,
    ...row,
    clauses: clauses.map(({ cell, ...clause }, i) => ({
      input: table.inputs[i]?.id ?? '',
      isAny: cell.isAny,
      ...clause,
    })),
  }));
  return summed(inputs.length, unanswered, rows);
}

/** The values of the inputs, as the table has them; one whose expression has an error is null. */
function inputReader(
  { inputs }: DecisionTable,
  types: TypeEnvironment,
  { problems }: CompiledTable,
): (scope: JsonObject, now: number) => readonly Value[] {
  const planner = plannerFor(types);
  const readers = inputs.map(({ id, name, type, expression }) => {
    if (expression === undefined)
      return (scope: JsonObject): Value =>
        readJson(Object.hasOwn(scope, name) ? (scope[name] ?? null) : null, type, () => undefined);
    const isBroken = problems.some(
      ({ part, column, severity }) => part === 'input' && column === id && severity === 'error',
    );
    if (isBroken) return (): Value => null;
    const { plan, slots } = planner.expression(expression);
    const run = link(plan);
    return (scope: JsonObject, now: number): Value => {
      const frame = frameFor(scope, now, slots);
      return bounded<Value>(frame, () => run(frame), null);
    };
  });
  return (scope, now) => readers.map((reader) => reader(scope, now));
}

function summed(inputs: number, unanswered: number, rows: readonly RowCoverage[]): TableCoverage {
  const asking = rows.flatMap(({ clauses }) => clauses.filter((clause) => !clause.isAny));
  const covered = asking.filter(({ passed, failed }) => passed > 0 && failed > 0).length;
  const passing = asking.filter(({ passed, failed }) => passed > 0 && failed === 0).length;
  const failing = asking.filter(({ passed, failed }) => passed === 0 && failed > 0).length;
  const unreached = asking.length - covered - passing - failing;
  const never = rows.flatMap(({ fitted }, index) => (fitted === 0 ? [index] : []));
  const halves = [
    passing > 0 ? `${passing} only to pass` : '',
    failing > 0 ? `${failing} only to fail` : '',
    unreached > 0 ? `${unreached} never reached` : '',
  ].filter((half) => half !== '');
  const summary = [
    `${inputs} ${inputs === 1 ? 'input' : 'inputs'}: ${rows.length - never.length} of ${rows.length} rows were hit`,
    never.length > 0 ? ` (never: ${rowsInWords(never)})` : '',
    `; of ${asking.length} conditions ${covered} were seen both to pass and to fail`,
    halves.length > 0 ? `, ${halves.join(', ')}` : '',
    unanswered > 0 ? `; ${unanswered} of the inputs hit no row` : '',
    '.',
  ];
  return {
    inputs,
    unanswered,
    rows,
    neverFitted: never.flatMap((index) => rows[index]?.row ?? []),
    clauses: { all: asking.length, covered },
    summary: summary.join(''),
  };
}
