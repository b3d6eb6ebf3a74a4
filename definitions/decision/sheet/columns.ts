import { nearestName } from '../../feel/nearest.ts';
import { idFor } from '../../flow/flow-names.ts';
import type { ValueType } from '../../flow/value-type.ts';
import type { TableInput, TableOutput } from '../table.ts';
import { cellAt, isBlank, type CellPlace, type Grid } from './grid.ts';
import type { Header } from './header.ts';
import { KINDS, labelled, LINES, type Line } from './labels.ts';
import type { Notes } from './notes.ts';
import { quotedTexts } from '../quoted.ts';
import { readTypeText, typeText } from './type-text.ts';

/** What the columns of a sheet are; `at` is where one stands. */
export interface SheetColumns {
  readonly inputs: readonly (TableInput & { readonly at: number })[];
  readonly outputs: readonly (TableOutput & { readonly at: number })[];
  readonly note: number | undefined;
  readonly width: number;
}

/** The columns after the first, which holds the labels and the rows' ids. */
export function columnsOf(grid: Grid, header: Header, notes: Notes): SheetColumns {
  const inputs: (TableInput & { at: number })[] = [];
  const outputs: (TableOutput & { at: number })[] = [];
  let note: number | undefined;
  const taken = new Set<string>();
  const placed = (line: Line, column: number): CellPlace => ({
    row: header.rowOf(line) ?? header.end - 1,
    column,
  });
  const width = widthOf(grid);

  for (let at = 1; at < width; at += 1) {
    const said = header.says('kind', at);
    const kind = said === '' ? undefined : labelled(KINDS, said);
    if (kind === undefined) {
      noteStranger(said, at);
      continue;
    }
    if (kind === 'note') {
      if (note === undefined) note = at;
      else
        notes.error(placed('kind', at), 'unknown value', 'There are two columns of notes.', {
          title: 'Put the notes of a row into one cell',
        });
      continue;
    }
    const name = header.says('names', at);
    if (name === '') {
      notes.error(placed('names', at), 'missing value', `The ${kind} has no name.`, {
        title: 'Write the name of the value that stands in this column',
      });
    }
    const column = { id: idAt(at, name), name, type: typeAt(at, kind), at };
    const expression = header.says('expression', at);
    const otherwise = header.says('default', at);
    if (kind === 'input') {
      inputs.push(expression === '' ? column : { ...column, expression });
      if (otherwise !== '') misplaced('default', at, 'An input has no default.');
    } else {
      outputs.push(otherwise === '' ? column : { ...column, default: otherwise });
      if (expression !== '') misplaced('expression', at, 'An output has no expression.');
    }
  }
  return { inputs, outputs, note, width };

  function noteStranger(said: string, at: number): void {
    const used = firstUsed(grid, header, at);
    if (said === '' && used === undefined) return;
    const nearest = nearestName(said, Object.values(KINDS));
    const what = said === '' ? 'The column is neither' : `“${said}” is neither`;
    const fix =
      nearest === undefined
        ? { title: 'Write Input, Output or Note over the column, or empty it' }
        : { title: `Write ${nearest}`, write: nearest };
    const place = said === '' && used !== undefined ? used : placed('kind', at);
    notes.error(place, 'unknown value', `${what} Input, Output nor Note.`, fix);
  }

  function misplaced(line: Line, at: number, message: string): void {
    notes.error(placed(line, at), 'unknown value', message, { title: 'Empty the cell', write: '' });
  }

  function idAt(at: number, name: string): string {
    const own = header.says('columnId', at);
    const id = own === '' || taken.has(own) ? idFor(name, 'column', taken) : own;
    if (own !== '' && id !== own)
      notes.warning(
        placed('columnId', at),
        'duplicate id',
        `“${own}” is the id of a column further left already; this one is now called “${id}”.`,
        { title: `Write ${id}`, write: id },
      );
    taken.add(id);
    return id;
  }

  function typeAt(at: number, kind: string): ValueType {
    const said = header.says('type', at);
    const place = placed('type', at);
    if (said === '') {
      notes.error(place, 'missing value', `The ${kind} has no type.`, {
        title: `Write string, number, boolean, date or another type into the line “${LINES.type}”`,
      });
      return { type: 'any' };
    }
    const read = readTypeText(said);
    if ('type' in read) return read.type;
    const write = read.nearest ?? listedValues(said);
    const fix =
      write === undefined
        ? { title: 'Write string, number, boolean, date, or list<number>' }
        : { title: `Write ${write}`, write };
    notes.error(place, 'bad type', read.problem, fix);
    return { type: 'any' };
  }
}

/** `"north", "south"` in place of a type was meant to be a string of these values. */
function listedValues(said: string): string | undefined {
  const allowed = quotedTexts(said);
  return allowed && typeText({ type: 'string', allowed });
}

function widthOf({ rows }: Grid): number {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  return width;
}

/** The first cell of a column, from its heading down, in which something stands. */
function firstUsed(grid: Grid, header: Header, column: number): CellPlace | undefined {
  const from = header.rowOf('kind') ?? header.end - 1;
  for (let row = from; row < grid.rows.length; row += 1)
    if (!isBlank(cellAt(grid, row, column))) return { row, column };
  return undefined;
}
