import { checkedTable, type CheckedTable } from '../../definitions/decision/check-table.ts';
import { ownInputs } from '../../definitions/decision/own-inputs.ts';
import { requirementsOf } from '../../definitions/decision/requirements.ts';
import type { TableParts } from '../../definitions/decision/table-parts.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import { namedTexts } from './named-texts.ts';

/** The tables that a table may go by, and what a flow gives each, as far as that is known. */
export interface Requirable {
  readonly tables: Readonly<Record<string, DecisionTable>>;
  readonly types: Readonly<Record<string, TypeEnvironment>>;
}

/** What a table looks at. */
export interface Looks {
  /** What it is given by name. */
  readonly types: TypeEnvironment;
  /** Of what it is given, what its cells look at beside its inputs. */
  readonly uses: readonly string[];
  /** What the inputs that have an expression look at, by their ids. */
  readonly inputUses: { readonly [input: string]: readonly string[] };
}

/** A table that can decide before another one is tried, without its rows. */
export interface AskedTable extends Looks, Pick<DecisionTable, 'id' | 'inputs' | 'requires'> {
  /** Texts that its rows ask for, by the ids of its inputs. */
  readonly named: { readonly [input: string]: readonly string[] };
}

/** Why a table cannot decide before another: it is not there, something is wrong in it or before it, or they wait for each other. */
export type Undecided = 'gone' | 'wrong' | 'circular';

/** All that is asked for before a table that goes by others is tried. */
export interface AskedFirst {
  /** Each after those that it goes by itself. */
  readonly tables: readonly AskedTable[];
  /** By what the table knows: the ids of the tables to decide for it, or why they cannot. */
  readonly goesBy: { readonly [name: string]: readonly string[] | Undecided };
}

/** What a table that was read looks at. */
export function looksOf({ inputs }: Pick<DecisionTable, 'inputs'>, parts: TableParts): Omit<Looks, 'types'> {
  const worked = inputs.flatMap(({ id, expression }, at) =>
    expression === undefined ? [] : [[id, parts.inputs[at]?.uses ?? []] as const],
  );
  return { uses: usesOf(parts), inputUses: Object.fromEntries(worked) };
}

function usesOf({ tests, results, defaults }: TableParts): readonly string[] {
  const cells = [...tests, ...results].flatMap(({ made }) => made.flatMap(({ uses }) => uses));
  return [...new Set([...cells, ...defaults.flatMap((part) => part?.uses ?? [])])];
}

/** What has to be said for the tables that a table goes by to decide, and which of them cannot. */
export function askedFirst(table: DecisionTable, { tables, types }: Requirable): AskedFirst {
  const all = { ...tables, [table.id]: table };
  const read = new Map(
    requirementsOf(table, all).tables.map((one) => [one.id, checkedTable(one, givenTo(one, types))] as const),
  );
  const idsFor = (id: string): readonly string[] | Undecided => {
    const required = Object.hasOwn(all, id) ? all[id] : undefined;
    if (required === undefined) return 'gone';
    const before = requirementsOf(required, all);
    if (before.circular.length > 0 || required === table) return 'circular';
    const ids = [...before.tables, required].map((one) => one.id);
    return before.unknown.length > 0 || ids.some((one) => isWrong(read.get(one))) ? 'wrong' : ids;
  };
  const goesBy = Object.entries(table.requires ?? {}).map(([name, id]) => [name, idsFor(id)] as const);
  const asked = new Set(goesBy.flatMap(([, ids]) => (typeof ids === 'string' ? [] : ids)));
  return {
    tables: [...read.values()].filter((one) => asked.has(one.table.id)).map(askedOf),
    goesBy: Object.fromEntries(goesBy),
  };
}

/** What it looks at is asked for, whether a flow gives it or not. */
function givenTo(table: DecisionTable, types: Requirable['types']): TypeEnvironment | undefined {
  const given = Object.hasOwn(types, table.id) ? types[table.id] : undefined;
  return given && { ...ownInputs(table), ...given };
}

function isWrong(read: CheckedTable | undefined): boolean {
  return read === undefined || read.findings.some(({ severity }) => severity === 'error');
}

function askedOf({ table, types, parts }: CheckedTable): AskedTable {
  const { id, inputs, requires } = table;
  return {
    id,
    inputs,
    ...(requires && { requires }),
    types,
    ...looksOf(table, parts),
    named: namedTexts(table),
  };
}
