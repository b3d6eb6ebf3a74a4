import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Arrival, BroughtTables } from '../../decisions/bringing.ts';
import { tableDifference } from '../../decisions/table-difference.ts';
import type { Command } from './in-flow.ts';
import { mergedTables, requiring } from './merged-parts.ts';
import { unusedName } from './new-step.ts';

type Tables = DraftContent['tables'];

/** A table of the draft says what one from elsewhere says, and what that goes by comes with it. */
export function bringTables(tableId: string, brought: BroughtTables, newId: () => string): Command {
  return (content) => {
    const was = content.tables[tableId];
    if (was === undefined) return content;
    const { table, tables } = arrived(content.tables, was, brought, newId);
    return { ...content, tables: { ...tables, [tableId]: tableDifference(was, table).table } };
  };
}

/** What would come of it. */
export function arrivalOf(
  all: Tables,
  was: DecisionTable,
  brought: BroughtTables,
  newId: () => string,
): Arrival {
  const { table, tables, ids } = arrived(all, was, brought, newId);
  const others = brought.required.map(({ id, name }) => {
    const its = ids.get(id) ?? id;
    return { name, isHere: its !== was.id && Object.hasOwn(all, its), comesAs: tables[its]?.name ?? name };
  });
  return { table, others };
}

/**
 * The tables with those that come. One that is there with the same content, as are those that it goes by, is shared; the
 * others are put beside, under names and ids of their own.
 */
function arrived(
  all: Tables,
  was: DecisionTable,
  { table, required }: BroughtTables,
  newId: () => string,
): { readonly table: DecisionTable; readonly tables: Tables; readonly ids: ReadonlyMap<string, string> } {
  const { [was.id]: _, ...here } = all;
  // The table in whose place another comes is not there any more for those that come with it.
  const free = new Map(required.map(({ id }) => [id, id === was.id ? newId() : id]));
  const coming = Object.fromEntries(
    required.map((one) => {
      const id = free.get(one.id) ?? one.id;
      return [id, { ...requiring(one, free), id }] as const;
    }),
  );
  const { parts, ids } = mergedTables(here, coming, newId);
  const its = new Map([...free].map(([id, one]) => [id, ids.get(one) ?? one]));
  const names = Object.values(here).map(({ name }) => name);
  const name = unusedName(table.name, names);
  names.push(name);
  const named = Object.entries(parts).map(([id, one]): readonly [string, DecisionTable] => {
    if (Object.hasOwn(here, id)) return [id, one];
    const own = unusedName(one.name, names);
    names.push(own);
    return [id, own === one.name ? one : { ...one, name: own }];
  });
  // Tables that were there keep their places.
  const tables = { ...all, ...Object.fromEntries(named) };
  return { table: { ...requiring(table, its), id: was.id, name }, tables, ids: its };
}
