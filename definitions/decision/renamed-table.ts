import type { TypeEnvironment } from '../feel/compiler.ts';
import { renamedTypes, written, type NewName } from '../feel/names-in.ts';
import { namedInTable, type NamedInTable } from './named-in-table.ts';
import type { DecisionTable } from './table.ts';

/** The table with what it is given called otherwise wherever it is named; undefined: then it would say something else. */
export function renamedTable(
  { table, types }: { readonly table: DecisionTable; readonly types: TypeEnvironment },
  places: readonly NamedInTable[],
  { from, to }: NewName,
): DecisionTable | undefined {
  const isTaken = Object.hasOwn(types, to) || table.inputs.some(({ name }) => name === to);
  if (isTaken) return undefined;
  const sourceAt = sourcesOf(places, to);
  const renamed: DecisionTable = {
    ...table,
    inputs: table.inputs.map((input) => {
      if (input.expression === undefined) return input.name === from ? { ...input, name: to } : input;
      return { ...input, expression: sourceAt(input.expression, 'input', undefined, input.id) };
    }),
    outputs: table.outputs.map((output) =>
      output.default === undefined
        ? output
        : { ...output, default: sourceAt(output.default, 'default', undefined, output.id) },
    ),
    rows: table.rows.map((row) => ({
      ...row,
      when: row.when.map((cell, i) => sourceAt(cell, 'when', row.id, table.inputs[i]?.id)),
      then: row.then.map((cell, i) => sourceAt(cell, 'then', row.id, table.outputs[i]?.id)),
    })),
  };
  const now = namedInTable(renamed, renamedTypes(types, { from, to }), to).named;
  return now.length === places.length && now.every((place, i) => isAsMany(place, places[i]))
    ? renamed
    : undefined;
}

function isAsMany(now: NamedInTable, before: NamedInTable | undefined): boolean {
  return (
    before !== undefined &&
    now.part === before.part &&
    now.row === before.row &&
    now.column === before.column &&
    now.names.length === before.names.length
  );
}

/** Writes a cell anew, if it is one of the places. */
function sourcesOf(places: readonly NamedInTable[], to: string) {
  const key = (part: string, row?: string, column?: string): string => JSON.stringify([part, row, column]);
  const byPlace = new Map(places.map((place) => [key(place.part, place.row, place.column), place.names]));
  return (source: string, part: NamedInTable['part'], row?: string, column?: string): string =>
    written(source, byPlace.get(key(part, row, column)) ?? [], to);
}
