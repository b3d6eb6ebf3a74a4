import { nearestName } from '../../feel/nearest.ts';
import { BOUNDS } from '../../flow/bounds.ts';
import { idFor } from '../../flow/flow-names.ts';
import { sha256 } from '../../flow/sha256.ts';
import { utf8 } from '../../flow/utf8.ts';
import type { TablePlace } from '../problem.ts';
import type { TableIssue } from '../table-issue.ts';
import { DecisionTableSchema } from '../table.schema.ts';
import type { DecisionTable, TableRow } from '../table.ts';
import { columnsOf, type SheetColumns } from './columns.ts';
import { cellAt, isBlank, type CellPlace, type Grid } from './grid.ts';
import { headerOf, type Header } from './header.ts';
import { LINES, POLICIES, policyNamed } from './labels.ts';
import { newNotes, type Notes } from './notes.ts';

export interface SheetReading {
  /** What could be read; null if this is no sheet of a table at all. With an error among the issues it is not whole. */
  readonly table: DecisionTable | null;
  readonly issues: readonly TableIssue[];
  /** Where in the sheet that part of the table stands. */
  placeOf(place: TablePlace): CellPlace | undefined;
}

const TOP: CellPlace = { row: 0, column: 0 };

/** Reads a table from the cells of a sheet that is laid out as `gridOf` does. Throws nothing. */
export function tableFromGrid(grid: Grid): SheetReading {
  const notes = newNotes(grid);
  for (const { code, message, fix, ...at } of grid.faults ?? [])
    notes.error(at, code, message, { title: fix });
  const header = headerOf(grid, notes);
  if (header === null) {
    const message = `This is no decision table: no line begins with “${LINES.names}”, below which the rows would stand.`;
    const title = 'Lay it out as `earshot convert` writes a table that is there already';
    notes.error(TOP, 'no table', message, { title });
    return { table: null, issues: notes.issues, placeOf: () => undefined };
  }
  if (header.rowOf('kind') === undefined)
    notes.error({ row: header.end - 1, column: 0 }, 'missing value', `The line “${LINES.kind}” is missing.`, {
      title: `Begin a line with “${LINES.kind}” and write Input, Output or Note over each column`,
    });
  const columns = columnsOf(grid, header, notes);
  const rows = rowsOf(grid, header, columns, notes);
  const table = { ...headOf(header, notes), ...clausesOf(columns), rows: rows.map(({ row }) => row) };
  const placeOf = placesOf(header, columns, rows);
  checkBounds(table, placeOf, header, notes);
  return { table, issues: notes.issues, placeOf };
}

type Head = Pick<DecisionTable, 'id' | 'name' | 'description' | 'hitPolicy' | 'aggregation'>;

function headOf(header: Header, notes: Notes): Head {
  const at = (line: keyof typeof LINES, column = 1): CellPlace => ({
    row: header.rowOf(line) ?? header.end - 1,
    column,
  });
  const name = header.says('name', 1);
  if (name === '')
    notes.error(at('name'), 'missing value', 'The table has no name.', {
      title: `Write it beside “${LINES.name}”`,
    });
  const said = header.says('hitPolicy', 1);
  const policy = policyNamed(said);
  if (policy === undefined) {
    const nearest = said === '' ? undefined : nearestName(said, POLICIES);
    const message = said === '' ? 'The table has no hit policy.' : `There is no hit policy “${said}”.`;
    const fix =
      nearest === undefined
        ? { title: `Write one of ${POLICIES.join(', ')} beside “${LINES.hitPolicy}”` }
        : { title: `Write ${nearest}`, write: nearest };
    notes.error(at('hitPolicy'), said === '' ? 'missing value' : 'unknown value', message, fix);
  }
  const description = header.says('description', 1);
  return {
    id: header.says('id', 1) || idFor(name, 'table', new Set()),
    name,
    ...(description !== '' && { description }),
    ...(policy ?? { hitPolicy: 'unique' }),
  };
}

function clausesOf({ inputs, outputs }: SheetColumns): Pick<DecisionTable, 'inputs' | 'outputs'> {
  return {
    inputs: inputs.map(({ at: _, ...input }) => input),
    outputs: outputs.map(({ at: _, ...output }) => output),
  };
}

interface SheetRow {
  readonly row: TableRow;
  readonly at: number;
}

function rowsOf(grid: Grid, header: Header, columns: SheetColumns, notes: Notes): SheetRow[] {
  const wide = new Map((grid.wide ?? []).map((place) => [`${place.row}/${place.column}`, place]));
  for (const place of wide.values())
    if (place.row >= header.end)
      notes.error(place, 'merged cells', 'Cells of several columns are merged here.', {
        title: 'Split them, and write into each what stands for it',
      });
  const found: { at: number; own: string; parts: Omit<TableRow, 'id'> }[] = [];
  for (let at = header.end; at < grid.rows.length; at += 1) {
    const cells = grid.rows[at] ?? [];
    if (cells.every(isBlank)) continue;
    if (found.length === BOUNDS.tableRows) {
      notes.error({ row: at, column: 0 }, 'too large', `The table has more than ${BOUNDS.tableRows} rows.`, {
        title: 'Take several tables, or find the value by other means than a table',
      });
      break;
    }
    const text = (column: number): string => {
      const cell = cellAt(grid, at, column);
      return isBlank(cell) ? '' : cell;
    };
    const annotation = columns.note === undefined ? '' : text(columns.note);
    const parts = {
      when: columns.inputs.map((input) => text(input.at)),
      then: columns.outputs.map((output) => text(output.at)),
      ...(annotation !== '' && { annotation }),
    };
    found.push({ at, own: cellAt(grid, at, 0).trim(), parts });
  }
  return withIds(found, notes);
}

/** Rows keep their ids; one without, or with that of a row above, gets one that follows from what it says. */
function withIds(
  found: readonly { at: number; own: string; parts: Omit<TableRow, 'id'> }[],
  notes: Notes,
): SheetRow[] {
  const taken = new Set(found.map(({ own }) => own));
  const first = new Set<string>();
  const alike = new Map<string, number>();
  const newId = (parts: Omit<TableRow, 'id'>): string => {
    const base = `row-${sha256(utf8(JSON.stringify(parts))).slice(0, 8)}`;
    let number = alike.get(base) ?? 0;
    let id = base;
    do {
      number += 1;
      id = number === 1 ? base : `${base}-${number}`;
    } while (taken.has(id));
    alike.set(base, number);
    taken.add(id);
    return id;
  };
  return found.map(({ at, own, parts }) => {
    if (own !== '' && !first.has(own)) {
      first.add(own);
      return { at, row: { id: own, ...parts } };
    }
    const id = newId(parts);
    if (own !== '')
      notes.warning(
        { row: at, column: 0 },
        'duplicate id',
        `“${own}” is the id of a row above already; this one is now called “${id}”.`,
        { title: `Write ${id}`, write: id },
      );
    return { at, row: { id, ...parts } };
  });
}

function placesOf(header: Header, columns: SheetColumns, rows: readonly SheetRow[]): SheetReading['placeOf'] {
  const rowAt = new Map(rows.map(({ row, at }) => [row.id, at]));
  const columnAt = new Map([...columns.inputs, ...columns.outputs].map(({ id, at }) => [id, at]));
  return ({ part, row, column }) => {
    const at = row === undefined ? undefined : rowAt.get(row);
    const line =
      part === 'input' ? (header.rowOf('expression') ?? header.rowOf('names')) : header.rowOf('default');
    const found = at ?? (part === 'input' || part === 'default' ? line : undefined) ?? header.end - 1;
    return { row: found, column: column === undefined ? 0 : (columnAt.get(column) ?? 0) };
  };
}

/** What is longer or more than a definition may hold, each where it stands. */
function checkBounds(
  table: DecisionTable,
  placeOf: SheetReading['placeOf'],
  header: Header,
  notes: Notes,
): void {
  const checked = DecisionTableSchema.safeParse(table);
  for (const { path, message } of checked.error?.issues ?? []) {
    const [list, index, part, cell] = path;
    const row = list === 'rows' ? table.rows[Number(index)]?.id : undefined;
    const clauses = list === 'outputs' || part === 'then' ? table.outputs : table.inputs;
    const column = list === 'rows' ? clauses[Number(cell)]?.id : clauses[Number(index)]?.id;
    const line = list === 'name' || list === 'id' || list === 'description' ? header.rowOf(list) : undefined;
    const place: TablePlace = {
      part: part === 'default' ? 'default' : list === 'rows' ? 'when' : 'input',
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
    };
    const at = line === undefined ? (placeOf(place) ?? TOP) : { row: line, column: 1 };
    notes.error(at, 'too large', message);
  }
}
