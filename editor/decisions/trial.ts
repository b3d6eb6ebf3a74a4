import { linkPlannedTable } from '../../definitions/decision/compile.ts';
import {
  decideInOrder,
  scopeOf,
  type DecidedTable,
  type ReadyTable,
} from '../../definitions/decision/decide.ts';
import {
  explainerFor,
  type RowExplanation,
  type TableExplanation,
} from '../../definitions/decision/explain.ts';
import { planTable } from '../../definitions/decision/plan-table.ts';
import type { TableResult } from '../../definitions/decision/result.ts';
import type { DecisionTable, TableInput } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { RequiredDecision } from '../cases/decision.ts';
import type { AskedTable, Requirable } from './asked-table.ts';
import type { Checked } from './examine.ts';
import { laidOver } from './laid-over.ts';
import { pathOf, saidInstead, workedOutName } from './tried-input.ts';

/** With what a table is tried. */
export interface TriedWith {
  /** What is given. */
  readonly scope: JsonObject;
  /** What is said instead of what other tables would decide. */
  readonly own: JsonObject;
  /** Ids of the inputs that are worked out of what others decide, and for which it is said what they come to. */
  readonly ownInputs: readonly string[];
  /** Ids of the tables to be decided first. */
  readonly first: readonly string[];
}

/** What a table comes to for one input, and which inputs failed each row. */
export interface Trial {
  readonly result: TableResult;
  /** By row, in their order: the places of the inputs that did not fit. Rows that failed alike share a list. */
  readonly failed: readonly (readonly number[])[];
  /** What each input came to; none of a table without rows. */
  readonly values: readonly Json[];
  /** When it was tried, in milliseconds since the epoch. */
  readonly now: number;
  /** What was decided first, in that order. */
  readonly first: readonly RequiredDecision[];
  /** Id of the table of which several rows fit, though only one may: it ended there. */
  readonly endedAt?: string;
}

/** Ready to be tried with any number of inputs, after those that it goes by; what is worked out is said as what it comes to. */
export function trialsOf(
  table: DecisionTable,
  { types, inputUses, first }: Omit<Checked, 'findings'>,
  { tables }: Pick<Requirable, 'tables'> = { tables: {} },
): (given: TriedWith, now: number) => Trial {
  const ready = first.tables.flatMap((asked): ReadyTable[] => {
    const one = Object.hasOwn(tables, asked.id) ? tables[asked.id] : undefined;
    return one === undefined ? [] : [readyTable(one, asked)];
  });
  const explainers = new Map<string, Explainer>();
  const explainerWith = (own: readonly string[]): Explainer => {
    const key = JSON.stringify(own);
    const known = explainers.get(key) ?? asTried(table, { types, inputUses }, new Set(own), explainerFor);
    // Only the last is kept: one of a large table takes its room.
    explainers.clear();
    explainers.set(key, known);
    return known;
  };
  return ({ scope, own, ownInputs, first: ids }, now) => {
    const asked = new Set(ids);
    const decided = decideInOrder(
      ready.filter((one) => asked.has(one.table.id)),
      scope,
      now,
    );
    const last = decided.at(-1);
    if (last?.result.error !== undefined)
      return {
        result: { ...last.result, value: null, rows: [] },
        failed: [],
        values: [],
        now,
        first: decided.slice(0, -1).map(told),
        endedAt: last.table.id,
      };
    const values = new Map(decided.map((one) => [one.table.id, one.result.value]));
    const { result, rows } = explainerWith(ownInputs)(laidOver(scopeOf(table, scope, values), own), now);
    const lists = new Map<string, readonly number[]>();
    return {
      result,
      failed: rows.map((row) => failedIn(row, lists)),
      values: valuesIn(rows),
      now,
      first: decided.map(told),
    };
  };
}

type Explainer = (scope: JsonObject, now: number) => TableExplanation;

function readyTable(table: DecisionTable, asked: AskedTable): ReadyTable {
  return asTried(table, asked, NONE, (one, types) => ({
    table: one,
    compiled: linkPlannedTable(one, planTable(one, types)),
  }));
}

const NONE: ReadonlySet<string> = new Set();

/** Made of the table as it is tried: what an input comes to that is worked out of what is given is said. */
function asTried<T>(
  table: DecisionTable,
  { types, inputUses }: Pick<AskedTable, 'types' | 'inputUses'>,
  own: ReadonlySet<string>,
  make: (table: DecisionTable, types: TypeEnvironment) => T,
): T {
  const isSaid = (input: TableInput): boolean =>
    pathOf(input, types) === null &&
    (own.has(input.id) ||
      !(inputUses[input.id] ?? []).some((name) => Object.hasOwn(table.requires ?? {}, name)));
  const inputs = table.inputs.map((input) => (isSaid(input) ? saidInstead(input) : input));
  const said = table.inputs.filter(isSaid).map((input) => [workedOutName(input), input.type] as const);
  return make({ ...table, inputs }, { ...types, ...Object.fromEntries(said) });
}

function told({ table, result: { value, rows }, inputs }: DecidedTable): RequiredDecision {
  const seen = table.inputs.flatMap(({ name }, at): [string, Json][] => {
    const value = inputs[at];
    return value === undefined ? [] : [[name, value]];
  });
  return { table: table.id, value, rows, inputs: Object.fromEntries(seen) };
}

function failedIn({ clauses }: RowExplanation, lists: Map<string, readonly number[]>): readonly number[] {
  const failed = clauses.flatMap(({ matched }, at) => (matched ? [] : [at]));
  const key = failed.join();
  const known = lists.get(key);
  if (known !== undefined) return known;
  lists.set(key, failed);
  return failed;
}

function valuesIn(rows: readonly RowExplanation[]): readonly Json[] {
  return rows[0]?.clauses.map(({ value }) => value) ?? [];
}
