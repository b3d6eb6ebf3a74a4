import { Budget } from '../../feel/budget.ts';
import type { TypeEnvironment } from '../../feel/compiler.ts';
import { bounded, frameFor } from '../../feel/compiler.ts';
import type { Frame } from '../../feel/link/frame.ts';
import { link } from '../../feel/link/link.ts';
import { isAny } from '../../feel/link/row-index.ts';
import { linkTable } from '../../feel/link/table.ts';
import type { Value } from '../../feel/value/value.ts';
import type { JsonObject } from '../../flow/json.ts';
import { planTable } from '../plan-table.ts';
import { GIVEN_UP, resultOf } from '../result.ts';
import type { TableResult } from '../result.ts';
import type { DecisionTable } from '../table.ts';
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

/**
 * Which rows and cells of a table a set of inputs exercised. Each cell is asked for itself alone, as where a decision
 * is explained. `warn` hears what evaluating warns of, with the place of the input.
 */
export function coverageOf(
  table: DecisionTable,
  types: TypeEnvironment,
  inputs: readonly CoverageInput[],
  warn?: (warning: string, input: number) => void,
): TableCoverage {
  const { plan, slots } = planTable(table, types);
  const linked = linkTable(plan, link);
  const counts = table.rows.map(({ id, when }, row) => ({
    id,
    asked: 0,
    fitted: 0,
    decided: 0,
    clauses: table.inputs.map((input, column) => {
      const cell = plan.inputs[column]?.cells[plan.rows[row]?.when[column] ?? 0];
      const asksNothing = cell !== undefined && isAny(cell);
      return { input: input.id, test: when[column] ?? '-', isAny: asksNothing, passed: 0, failed: 0 };
    }),
  }));
  let unanswered = 0;
  for (const [place, { scope, now }] of inputs.entries()) {
    const frame = frameFor(scope, now, slots, (warning) => warn?.(warning, place));
    const values = bounded<readonly Value[] | null>(frame, () => linked.inputs(frame), null);
    const hits = values === null ? 0 : ask(values, frame);
    const { rows, error } =
      values === null ? GIVEN_UP : bounded(frame, () => resultOver(values, frame), GIVEN_UP);
    const deciding = new Set(error === undefined ? rows : []);
    for (const row of counts) if (deciding.has(row.id)) row.decided += 1;
    if (hits === 0) unanswered += 1;
  }
  return summed(
    inputs.length,
    unanswered,
    counts.map(({ id, ...row }) => ({ row: id, ...row })),
  );

  function resultOver(values: readonly Value[], frame: Frame): TableResult {
    return resultOf(plan, linked.outcome(linked.hits(values, frame), frame), frame);
  }

  /** Counts what each row says to these values of the inputs; answers how many rows fit. */
  function ask(values: readonly Value[], frame: Frame): number {
    const columns = table.inputs.map((_, column) => askedOnce(column, values[column] ?? null, frame));
    let hits = 0;
    for (const [row, count] of counts.entries()) {
      count.asked += 1;
      const fits = count.clauses.every((clause, column) => {
        const passes = columns[column]?.(row) ?? true;
        if (passes) clause.passed += 1;
        else clause.failed += 1;
        return passes;
      });
      if (!fits) continue;
      hits += 1;
      count.fitted += 1;
      if (table.hitPolicy === 'first') break;
    }
    return hits;
  }

  /** Whether a value passes a row's cell of a column. Rows that ask the same share a cell: each is asked once. */
  function askedOnce(column: number, value: Value, frame: Frame): (row: number) => boolean {
    const answers: (boolean | undefined)[] = [];
    return (row) => (answers[plan.rows[row]?.when[column] ?? 0] ??= passesAlone(row));

    function passesAlone(row: number): boolean {
      // On a budget of its own, and heard by nobody: a cell's answer must not rest on what others have spent.
      const apart = { ...frame, budget: new Budget(), warn: () => undefined };
      return bounded(apart, () => linked.passes(row, column, value, apart), false);
    }
  }
}

/** What several sets of inputs exercised of one table together. */
export function coveredTogether(coverages: readonly TableCoverage[]): TableCoverage {
  const [first, ...others] = coverages;
  const sum = (of: (coverage: TableCoverage) => number | undefined): number =>
    coverages.reduce((total, coverage) => total + (of(coverage) ?? 0), 0);
  if (first === undefined || others.length === 0) return first ?? summed(0, 0, []);
  const rows = first.rows.map((row, i): RowCoverage => ({
    ...row,
    asked: sum(({ rows: all }) => all[i]?.asked),
    fitted: sum(({ rows: all }) => all[i]?.fitted),
    decided: sum(({ rows: all }) => all[i]?.decided),
    clauses: row.clauses.map((clause, column) => ({
      ...clause,
      passed: sum(({ rows: all }) => all[i]?.clauses[column]?.passed),
      failed: sum(({ rows: all }) => all[i]?.clauses[column]?.failed),
    })),
  }));
  return summed(
    sum(({ inputs }) => inputs),
    sum(({ unanswered }) => unanswered),
    rows,
  );
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
