import type { CellPlan, TablePlan } from '../feel/check/plan.ts';
import type { TypeEnvironment } from '../feel/compiler.ts';
import { bounded, frameFor } from '../feel/compiler.ts';
import type { Frame } from '../feel/link/frame.ts';
import { link } from '../feel/link/link.ts';
import { linkTable, type LinkedTable } from '../feel/link/table.ts';
import { allowedBy } from '../feel/type/feel-type.ts';
import { writeJson } from '../feel/value/border.ts';
import type { Value } from '../feel/value/value.ts';
import type { Json, JsonObject } from '../flow/json.ts';
import { planTable } from './plan-table.ts';
import { GIVEN_UP, resultOf } from './result.ts';
import type { TableResult } from './result.ts';
import type { DecisionTable } from './table.ts';
import { wouldMatch } from './would-match.ts';

/** One cell: the test as written, the input's value, and whether the value passed. `input` is the input's id. */
export interface ClauseExplanation {
  readonly input: string;
  readonly test: string;
  readonly value: Json;
  readonly matched: boolean;
  /** Of one that did not match: what would have, in plain words, and if one is known a value that passes. */
  readonly wouldMatch?: { readonly words: string; readonly example?: Json };
}

/** A row hits when all its clauses matched; it counts when the hit policy let it decide. */
export interface RowExplanation {
  readonly row: string;
  readonly clauses: readonly ClauseExplanation[];
  readonly hit: boolean;
  readonly counted: boolean;
}

/** Why a table came to its result, clause by clause. `result` is what `evaluate` answers for the same scope. */
export interface TableExplanation {
  readonly result: TableResult;
  readonly rows: readonly RowExplanation[];
}

/**
 * Evaluates a table showing every clause of every row, also those that `evaluate` need not look at: each cell is asked
 * for itself alone, so that its answer does not rest on what answers faster.
 */
export function explainTable(
  table: DecisionTable,
  types: TypeEnvironment,
  scope: JsonObject,
  now: number,
): TableExplanation {
  return explainerFor(table, types)(scope, now);
}

/** The same, for any number of scopes. */
export function explainerFor(
  table: DecisionTable,
  types: TypeEnvironment,
): (scope: JsonObject, now: number) => TableExplanation {
  const { plan, slots } = planTable(table, types);
  const linked = linkTable(plan, link);
  const written: WrittenTable = {
    inputs: table.inputs.map(({ id, type }) => ({ id, allowed: allowedBy(type) })),
    testAt: (row, column) => table.rows[row]?.when[column] ?? '-',
  };
  return (scope, now) => {
    const frame = frameFor(scope, now, slots);
    const explain = (): TableExplanation =>
      explainPlan(plan, linked, linked.inputs(frame), { written, frame });
    return bounded(frame, explain, { result: GIVEN_UP, rows: [] });
  };
}

/** A table as its author wrote it. */
export interface WrittenTable {
  readonly inputs: readonly { readonly id: string; readonly allowed: readonly string[] | undefined }[];
  testAt(row: number, column: number): string;
}

/** Why a linked table comes to what it does over the values of its inputs. */
export function explainPlan(
  plan: TablePlan,
  linked: LinkedTable,
  inputs: readonly Value[],
  { written, frame }: { readonly written: WrittenTable; readonly frame: Frame },
): TableExplanation {
  const columns = written.inputs.map((input, column) => {
    const value = inputs[column] ?? null;
    const asked = new AskedColumn(linked, { column, value, frame }, input);
    const cells = plan.inputs[column]?.cells ?? [];
    // Rows that ask the same in the same words share a cell: each is asked once.
    const told: (ClauseExplanation | undefined)[] = [];
    return (row: number): ClauseExplanation => {
      const cell = plan.rows[row]?.when[column] ?? 0;
      return (told[cell] ??= asked.explain(row, cells[cell] ?? UNREADABLE, written.testAt(row, column)));
    };
  });
  const explained = plan.rows.map(({ id }, row) => {
    const clauses = columns.map((clauseAt) => clauseAt(row));
    return { row: id, clauses, hit: clauses.every(({ matched }) => matched) };
  });
  const allHits = explained.flatMap(({ hit }, row) => (hit ? [row] : []));
  const hits = plan.policy === 'first' ? allHits.slice(0, 1) : allHits;
  const outcome = linked.outcome(hits, frame);
  const counted = new Set(outcome.error === undefined ? outcome.counted : []);
  return {
    result: resultOf(plan, outcome, frame),
    rows: explained.map((row, place) => ({ ...row, counted: counted.has(place) })),
  };
}

/** A column with the value that its cells are asked of. */
class AskedColumn {
  readonly #linked: LinkedTable;
  readonly #at: { readonly column: number; readonly value: Value; readonly frame: Frame };
  readonly #input: WrittenTable['inputs'][number];
  readonly #json: Json;

  constructor(
    linked: LinkedTable,
    at: { readonly column: number; readonly value: Value; readonly frame: Frame },
    input: WrittenTable['inputs'][number],
  ) {
    this.#linked = linked;
    this.#at = at;
    this.#input = input;
    this.#json = writeJson(at.value, at.frame.budget, at.frame.warn);
  }

  explain(row: number, cell: CellPlan, test: string): ClauseExplanation {
    const { column, value, frame } = this.#at;
    const { id: input, allowed } = this.#input;
    if (this.#linked.passes(row, column, value, frame))
      return { input, test, value: this.#json, matched: true };
    const passes = (other: Value): boolean => this.#linked.passes(row, column, other, frame);
    const { words, example } = wouldMatch({ cell, source: test, value, allowed, passes });
    const told =
      example === undefined ? { words } : { words, example: writeJson(example, frame.budget, frame.warn) };
    return { input, test, value: this.#json, matched: false, wouldMatch: told };
  }
}

const UNREADABLE: CellPlan = { negated: false, tests: [] };
