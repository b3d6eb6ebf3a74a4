import type { TypeEnvironment } from '../../feel/compiler.ts';
import { renamedTypes } from '../../feel/names-in.ts';
import { normalName } from '../../feel/parse/name.ts';
import { isReadableName } from '../../feel/readable-name.ts';
import type { ValueType } from '../../flow/value-type.ts';
import { freeVariables } from '../free-variables.ts';
import { namedInTable } from '../named-in-table.ts';
import { renamedTable } from '../renamed-table.ts';
import { requirementsOf, withRequired } from '../requirements.ts';
import type { TableIssue } from '../table-issue.ts';
import type { DecisionTable } from '../table.ts';
import { speakableName } from './required-names.ts';

type Tables = Readonly<Record<string, DecisionTable>>;

/** A table of a graph as it stands in a file, in which each name means one thing. */
export interface NamedDecision {
  /** What it requires, and what its cells say of that, is called as it is in the file. */
  readonly table: DecisionTable;
  /** What the decision is called there, and what rules of others call its result. */
  readonly name: string;
  /** What other rules call its result besides. */
  readonly aliases: readonly string[];
}

export interface NamedGraph {
  /** The table that was asked for, and then each table after those that require it. */
  readonly decisions: readonly NamedDecision[];
  /** The values that they look at, by name. */
  readonly data: TypeEnvironment;
  readonly issues: readonly TableIssue[];
}

/** One table that is known to another by a name. */
interface Known {
  readonly by: DecisionTable;
  readonly name: string;
  readonly id: string;
}

/**
 * What a table and all that it requires are called in one file. Rules there know a decision by its own name, so a
 * required table is called as the first that requires it knows it, and has an alias for each further name. Where such a
 * name means something else as well, a value that is given or what another table comes to, it is made another one in the
 * rules of the table that knows it so, which is told.
 *
 * @param given what a flow gives the tables, as far as it is known.
 */
export function namesInGraph(
  table: DecisionTable,
  tables: Tables,
  given: TypeEnvironment,
): NamedGraph | { readonly refusal: TableIssue } {
  const { tables: required, circular } = requirementsOf(table, tables);
  const [circle] = circular;
  if (circle !== undefined) {
    const message = `“${circle.by.name}” goes by “${circle.name}”, which can only be decided after it. Such tables cannot stand in a DMN file.`;
    return refused(message, circle.by, `Let “${circle.by.name}” no longer go by it`);
  }
  const all = [table, ...required.toReversed()];
  const isThere = (id: string): boolean => Object.hasOwn(tables, id);
  const known = all.flatMap((by) =>
    Object.entries(by.requires ?? {}).flatMap(([name, id]): Known[] =>
      isThere(id) ? [{ by, name, id }] : [],
    ),
  );
  const typesOf = (one: DecisionTable): TypeEnvironment => withRequired(one, given, tables);
  const data = sharedData(all.map((one) => givenTo(one, typesOf(one), isThere)));
  const names = claimedNames(table, all, known, data);
  const issues: TableIssue[] = [...goneFrom(all, isThere)];
  const decisions: NamedDecision[] = [];
  for (const one of all) {
    const [name = one.name, ...aliases] = names.of(one.id);
    const called = calledAnew(one, names, typesOf(one), isThere);
    if ('refusal' in called) return called;
    issues.push(...called.issues);
    decisions.push({ table: called.table, name, aliases });
  }
  return { decisions, data, issues };
}

/** What a table looks at that no other table decides. */
function givenTo(
  table: DecisionTable,
  types: TypeEnvironment,
  isThere: (id: string) => boolean,
): TypeEnvironment {
  const { requires = {} } = table;
  const isDecided = (name: string): boolean => isThere(requires[name] ?? '') && Object.hasOwn(requires, name);
  return Object.fromEntries(Object.entries(freeVariables(table, types)).filter(([name]) => !isDecided(name)));
}

/** One value for each name that FEEL takes for the same; of a type that suits all who look at it. */
function sharedData(all: readonly TypeEnvironment[]): TypeEnvironment {
  const shared = new Map<string, readonly [string, ValueType]>();
  for (const [name, type] of all.flatMap((one) => Object.entries(one))) {
    const [called, known] = shared.get(normalName(name)) ?? [name, type];
    shared.set(normalName(name), [called, sharedType(known, type)]);
  }
  return Object.fromEntries(shared.values());
}

function sharedType(one: ValueType, other: ValueType): ValueType {
  if (one.type === 'any' || JSON.stringify(one) === JSON.stringify(other)) return other;
  if (other.type === 'any') return one;
  return one.type === 'string' && other.type === 'string' ? { type: 'string' } : { type: 'any' };
}

/** What the tables are called in the file. */
interface Names {
  /** The names of a table's decision; the first is its own. */
  of(id: string): readonly string[];
  /** What a table is called in the rules of another that knows it by `name`. */
  known(name: string, id: string): string;
}

function claimedNames(
  table: DecisionTable,
  all: readonly DecisionTable[],
  known: readonly Known[],
  data: TypeEnvironment,
): Names {
  const means = new Map(Object.keys(data).map((name) => [normalName(name), '']));
  const names = new Map<string, string[]>(all.map(({ id }) => [id, []]));
  const others = new Map<string, string>();
  const claim = (name: string, id: string): void => {
    if (means.get(normalName(name)) === id) return;
    means.set(normalName(name), id);
    names.get(id)?.push(name);
  };
  const columns = new Set(all.flatMap(({ inputs }) => inputs.map(({ name }) => normalName(name))));
  const isTaken = (name: string): boolean => means.has(normalName(name)) || columns.has(normalName(name));
  const free = (wanted: string): string => {
    let number = 2;
    while (isTaken(`${wanted} ${number}`)) number += 1;
    return `${wanted} ${number}`;
  };
  const isFor = (id: string, name: string): boolean =>
    (means.get(normalName(name)) ?? id) === id && isReadableName(name);
  for (const { name, id } of known) if (isFor(id, name)) claim(name, id);
  claim(means.has(normalName(table.name)) ? free(table.name) : table.name, table.id);
  const key = (name: string, id: string): string => JSON.stringify([normalName(name), id]);
  for (const { name, id } of known) {
    if (means.get(normalName(name)) === id || others.has(key(name, id))) continue;
    const spoken = speakableName(name);
    const other = spoken === name || isTaken(spoken) ? free(spoken) : spoken;
    others.set(key(name, id), other);
    claim(other, id);
  }
  return {
    of: (id) => names.get(id) ?? [],
    known: (name, id) => others.get(key(name, id)) ?? name,
  };
}

/** A table whose rules call what it requires as the file does. */
function calledAnew(
  table: DecisionTable,
  names: Names,
  types: TypeEnvironment,
  isThere: (id: string) => boolean,
):
  | { readonly table: DecisionTable; readonly issues: readonly TableIssue[] }
  | { readonly refusal: TableIssue } {
  const { requires, ...alone } = table;
  if (requires === undefined) return { table, issues: [] };
  const issues: TableIssue[] = [];
  const entries: (readonly [string, string])[] = [];
  let written: DecisionTable = alone;
  let seen = types;
  for (const [from, id] of Object.entries(requires)) {
    if (!isThere(id)) continue;
    const to = names.known(from, id);
    entries.push([to, id]);
    if (to === from) continue;
    const { named, doubtful } = namedInTable(written, seen, from);
    const renamed =
      doubtful.length > 0 ? undefined : renamedTable({ table: written, types: seen }, named, { from, to });
    if (renamed === undefined) {
      const message = `${why(from)}, and “${table.name}” has a cell that cannot be read with another name for it.`;
      return refused(message, table, `Let “${table.name}” know it by another name`);
    }
    written = { ...renamed, inputs: titledAsBefore(renamed, written) };
    seen = renamedTypes(seen, { from, to });
    const message = `${why(from)}, so what “${table.name}” knows as that is called “${to}” there.`;
    issues.push({ code: 'lost', severity: 'warning', place: { decision: table.name }, message });
  }
  return {
    table: entries.length === 0 ? written : { ...written, requires: Object.fromEntries(entries) },
    issues,
  };
}

/** Why a name cannot stay. */
function why(name: string): string {
  return isReadableName(name)
    ? `“${name}” means two things in this file`
    : `“${name}” is no name that rules in a DMN file can say`;
}

/** Columns keep what stands above them; what they look at is said beside it. */
function titledAsBefore({ inputs }: DecisionTable, before: DecisionTable): DecisionTable['inputs'] {
  return inputs.map((input, i) => {
    const name = before.inputs[i]?.name ?? input.name;
    return name === input.name ? input : { ...input, name, expression: input.name };
  });
}

/** What tables go by that is not there any more. */
function goneFrom(all: readonly DecisionTable[], isThere: (id: string) => boolean): TableIssue[] {
  return all.flatMap((by) =>
    Object.entries(by.requires ?? {}).flatMap(([name, id]): TableIssue[] => {
      if (isThere(id)) return [];
      const message = `The table that decides “${name}” for “${by.name}” is not there. In this file it is a value that is given.`;
      return [{ code: 'lost', severity: 'warning', place: { decision: by.name }, message }];
    }),
  );
}

function refused(message: string, { name }: DecisionTable, title: string): { readonly refusal: TableIssue } {
  return {
    refusal: { code: 'bad table', severity: 'error', place: { decision: name }, message, fix: { title } },
  };
}
