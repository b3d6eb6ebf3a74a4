import { withAllRequired } from '../../../definitions/decision/requirements.ts';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { canonicalJson } from '../../../definitions/flow/canonical.ts';

export interface Merged<T> {
  readonly parts: Readonly<Record<string, T>>;
  /** By the id that something came with, the one that it has here. */
  readonly ids: ReadonlyMap<string, string>;
}

/** What is there with what comes: what is there already with the same content is shared, the rest is put beside it. */
export function merged<T extends { readonly id: string }>(
  here: Readonly<Record<string, T>>,
  coming: Readonly<Record<string, T>>,
  newId: () => string,
  isShared = (id: string): boolean => isSame(here[id], coming[id]),
): Merged<T> {
  const parts: Record<string, T> = { ...here };
  const ids = new Map<string, string>();
  for (const [id, part] of Object.entries(coming)) {
    const known = Object.hasOwn(here, id) ? here[id] : undefined;
    const isHere = known !== undefined && isShared(id);
    const its = known === undefined || isHere ? id : newId();
    ids.set(id, its);
    if (!isHere) parts[its] = { ...part, id: its };
  }
  return { parts: Object.keys(parts).length === Object.keys(here).length ? here : parts, ids };
}

/** The same of tables: one is the same when those that it goes by are, and those that come go by each other as before. */
export function mergedTables(
  here: Readonly<Record<string, DecisionTable>>,
  coming: Readonly<Record<string, DecisionTable>>,
  newId: () => string,
): Merged<DecisionTable> {
  const isShared = (id: string): boolean =>
    [...withAllRequired([id], coming)].every((one) => isSame(here[one], coming[one]));
  const { parts, ids } = merged(here, coming, newId, isShared);
  if (parts === here) return { parts, ids };
  const pointed = Object.entries(parts).map(([id, table]): readonly [string, DecisionTable] =>
    Object.hasOwn(here, id) ? [id, table] : [id, requiring(table, ids)],
  );
  return { parts: Object.fromEntries(pointed), ids };
}

/** The table, going by what it requires under the ids that those have here. */
export function requiring(table: DecisionTable, ids: ReadonlyMap<string, string>): DecisionTable {
  if (table.requires === undefined) return table;
  const requires = Object.entries(table.requires).map(([name, one]) => [name, ids.get(one) ?? one] as const);
  return { ...table, requires: Object.fromEntries(requires) };
}

function isSame(here: unknown, coming: unknown): boolean {
  return (
    (here === undefined) === (coming === undefined) &&
    canonicalJson(here ?? null) === canonicalJson(coming ?? null)
  );
}
