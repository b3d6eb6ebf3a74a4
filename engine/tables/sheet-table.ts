import type { Grid } from '../../definitions/decision/sheet/grid.ts';
import { placeIn } from '../../definitions/decision/sheet/notes.ts';
import { tableFromGrid } from '../../definitions/decision/sheet/read-sheet.ts';
import type { ReadTable, TableFile } from './table-file.ts';

/** The table that stands in the cells of a sheet. */
export function sheetTable(grid: Grid, sheet?: string): Pick<TableFile, 'tables' | 'issues'> {
  const { table, issues, placeOf } = tableFromGrid(grid);
  const ofSheet = sheet === undefined ? {} : { sheet };
  const placesOf: ReadTable['placesOf'] = (places) =>
    places.map((place) => {
      const at = placeOf(place);
      return { ...(at && placeIn(grid, at)), ...ofSheet };
    });
  return {
    tables: table === null ? [] : [{ table, placesOf }],
    issues: issues.map((issue) => ({ ...issue, place: { ...issue.place, ...ofSheet } })),
  };
}
