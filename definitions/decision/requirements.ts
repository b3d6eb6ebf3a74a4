import type { TypeEnvironment } from '../feel/compiler.ts';
import { resultType } from './result-type.ts';
import type { DecisionTable } from './table.ts';

/** One table that requires another, and under which name it knows what that one comes to. */
export interface Requirement {
  readonly by: DecisionTable;
  readonly name: string;
  /** Id of the required one. */
  readonly table: string;
}

/** All that has to be decided before a table decides (DMN 1.5 §6.2: information requirements). */
export interface Requirements {
  /** Each once, after those that it requires itself; without the table that was asked for. */
  readonly tables: readonly DecisionTable[];
  readonly unknown: readonly Requirement[];
  /** Those by which a table would have to be decided before itself. */
  readonly circular: readonly Requirement[];
}

type Tables = Readonly<Record<string, DecisionTable>>;

/** What a table requires of `tables`, and what those require in turn. */
export function requirementsOf(table: DecisionTable, tables: Tables): Requirements {
  const found: DecisionTable[] = [];
  const unknown: Requirement[] = [];
  const circular: Requirement[] = [];
  const above = new Set<string>();
  const known = new Set<string>();
  const visit = (by: DecisionTable): void => {
    above.add(by.id);
    for (const [name, id] of Object.entries(by.requires ?? {})) {
      const required = tableIn(tables, id);
      const requirement = { by, name, table: id };
      if (required === undefined) unknown.push(requirement);
      else if (above.has(id)) circular.push(requirement);
      else if (!known.has(id)) visit(required);
    }
    above.delete(by.id);
    known.add(by.id);
    if (by !== table) found.push(by);
  };
  visit(table);
  return { tables: found, unknown, circular };
}

/** What the table's expressions may name: what it is given, and over that what the tables come to that it requires. */
export function withRequired(
  { requires = {} }: Pick<DecisionTable, 'requires'>,
  given: TypeEnvironment,
  tables: Tables,
): TypeEnvironment {
  const names = Object.entries(requires);
  if (names.length === 0) return given;
  const results = names.map(([name, id]) => {
    const required = tableIn(tables, id);
    return [name, required === undefined ? ({ type: 'any' } as const) : resultType(required)] as const;
  });
  return { ...given, ...Object.fromEntries(results) };
}

/** Ids of these tables and of all that they require, whether they exist or not. */
export function withAllRequired(ids: Iterable<string>, tables: Tables): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    open.push(...Object.values(tableIn(tables, id)?.requires ?? {}));
  }
  return found;
}

function tableIn(tables: Tables, id: string): DecisionTable | undefined {
  return Object.hasOwn(tables, id) ? tables[id] : undefined;
}
