import { nearestName } from '../../feel/nearest.ts';
import { cellAt, isBlank, type CellPlace, type Grid } from './grid.ts';
import { labelled, LINES, type Line } from './labels.ts';
import type { Notes } from './notes.ts';

/** The lines above a sheet's rows. */
export interface Header {
  /** Where the rows begin. */
  readonly end: number;
  /** Of a line that is there. */
  rowOf(line: Line): number | undefined;
  /** What a line says in a column, blanks around it taken off; empty if there is no such line. */
  says(line: Line, column: number): string;
}

/** So many lines may stand above the rows. */
const MOST_LINES = 100;

/** Finds the lines above the rows; null if this is no sheet of a table. */
export function headerOf(grid: Grid, notes: Notes): Header | null {
  const found = new Map<Line, number>();
  const strange: CellPlace[] = [];
  for (let row = 0; row < Math.min(grid.rows.length, MOST_LINES) && !found.has('names'); row += 1) {
    const cell = cellAt(grid, row, 0);
    if (isBlank(cell)) continue;
    const line = labelled(LINES, cell);
    const at = { row, column: 0 };
    if (line === undefined) strange.push(at);
    else if (found.has(line)) {
      const message = `There are two lines “${LINES[line]}”; the first counts.`;
      notes.error(at, 'unknown line', message, { title: 'Leave one of them out' });
    } else found.set(line, row);
  }
  const names = found.get('names');
  if (names === undefined) return null;
  for (const at of strange) noteStrange(grid, at, notes);
  return {
    end: names + 1,
    rowOf: (line) => found.get(line),
    says(line, column) {
      const row = found.get(line);
      return row === undefined ? '' : cellAt(grid, row, column).trim();
    },
  };
}

function noteStrange(grid: Grid, at: CellPlace, notes: Notes): void {
  const cell = cellAt(grid, at.row, at.column).trim();
  const label = cell.length > 60 ? `${cell.slice(0, 60)}…` : cell;
  const nearest = nearestName(cell, Object.values(LINES));
  if (nearest === undefined)
    notes.warning(at, 'unknown line', `A line “${label}” means nothing here; it is passed over.`);
  else
    notes.error(at, 'unknown line', `There is no line “${label}”. Did you mean “${nearest}”?`, {
      title: `Write “${nearest}”`,
      write: nearest,
    });
}
