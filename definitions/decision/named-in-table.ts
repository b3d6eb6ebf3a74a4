import type { TypeEnvironment } from '../feel/compiler.ts';
import { normalName } from '../feel/parse/name.ts';
import { partsReader, type NamedPlace, type PartsReader, type ReadAs } from '../feel/parts-of.ts';
import { cellTypes } from './own-inputs.ts';
import type { TablePlace } from './problem.ts';
import type { DecisionTable } from './table.ts';

/** A place of a table that speaks of a variable. */
export interface NamedInTable extends TablePlace {
  /** Where its source names it; none: an input reads the variable of its own name. */
  readonly names: readonly NamedPlace[];
}

/** What there is to say of a table and a variable. */
export interface TableNames {
  readonly named: readonly NamedInTable[];
  /** Places that cannot be read and may name it, or that may mean something else by its name. */
  readonly doubtful: readonly TablePlace[];
}

/** Where a table names a variable that is given to it: in the order inputs, defaults, rows. */
export function namedInTable(table: DecisionTable, types: TypeEnvironment, variable: string): TableNames {
  // By that name it knows what another table comes to.
  if (Object.hasOwn(table.requires ?? {}, variable)) return { named: [], doubtful: [] };
  const named: NamedInTable[] = [];
  const doubtful: TablePlace[] = [];
  const finder = finderOf(variable);
  const outside = partsReader(types);
  const inside = partsReader(cellTypes(table, types));
  const look = (reader: PartsReader, source: string | undefined, as: ReadAs, place: TablePlace): void => {
    const names = source === undefined ? [] : finder(reader, source, as);
    if (names === null || names.some(({ isPerhapsEntry }) => isPerhapsEntry)) doubtful.push(place);
    if (names !== null && names.length > 0) named.push({ ...place, names });
  };
  for (const { id, name, expression } of table.inputs) {
    const place: TablePlace = { part: 'input', column: id };
    if (expression !== undefined) look(outside, expression, EXPRESSION, place);
    else if (name === variable) named.push({ ...place, names: [] });
  }
  for (const output of table.outputs)
    look(inside, output.default, EXPRESSION, { part: 'default', column: output.id });
  const tests = table.inputs.map(({ type }): ReadAs => ({ kind: 'tests', input: type }));
  for (const row of table.rows) {
    for (const [i, input] of table.inputs.entries())
      look(inside, row.when[i], tests[i] ?? EXPRESSION, { part: 'when', row: row.id, column: input.id });
    for (const [i, output] of table.outputs.entries())
      look(inside, row.then[i], EXPRESSION, { part: 'then', row: row.id, column: output.id });
  }
  return { named, doubtful };
}

/** Which of these variables a table names, be it by an input's own name. Each cell is read once, however often it stands there. */
export function namesInTable(table: DecisionTable, types: TypeEnvironment): ReadonlySet<string> {
  const found = new Set<string>();
  const [outside, inside] = [partsReader(types), partsReader(cellTypes(table, types))];
  const look = (reader: PartsReader, sources: Iterable<string | undefined>, as: ReadAs): void => {
    for (const source of new Set(sources))
      for (const { name } of reader.read(source ?? '', as)?.names ?? []) found.add(name);
  };
  const { inputs, outputs, rows } = table;
  for (const { name, expression } of inputs)
    if (expression === undefined) found.add(name);
    else look(outside, [expression], EXPRESSION);
  for (const [i, { type }] of inputs.entries())
    look(
      inside,
      rows.map(({ when }) => when[i]),
      { kind: 'tests', input: type },
    );
  for (const [i, output] of outputs.entries())
    look(inside, [output.default, ...rows.map(({ then }) => then[i])], EXPRESSION);
  return found;
}

const EXPRESSION: ReadAs = { kind: 'expression' };

/** Finds the places of a variable; null: what cannot be read may name it. Most cells do not hold its first word. */
function finderOf(variable: string) {
  const [first = ''] = normalName(variable).split(' ');
  return (reader: PartsReader, source: string, as: ReadAs): readonly NamedPlace[] | null => {
    if (source.trim() === '' || !source.includes(first)) return [];
    const parts = reader.read(source, as);
    return parts && parts.names.filter(({ name }) => name === variable);
  };
}
