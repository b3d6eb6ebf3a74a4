import type { Workbook, Worksheet } from 'exceljs';
import type { CellPlace, Grid, GridFault } from '../../definitions/decision/sheet/grid.ts';
import { labelled, LINES } from '../../definitions/decision/sheet/labels.ts';
import type { TableIssue } from '../../definitions/decision/table-issue.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { feelCell, FORMULA } from './feel-cell.ts';
import { refusal } from './file-refusal.ts';
import { broken, columnNumber, workbookParts } from './workbook-parts.ts';

export type WorkbookReading =
  | { readonly issue: TableIssue }
  /** `passedOver`: other sheets that something stands in. */
  | { readonly grid: Grid; readonly sheet: string; readonly passedOver: readonly string[] };

/** Names, notes, and as many inputs and outputs as a table may have; and a few that are in the way. */
const MOST_COLUMNS = 2 * BOUNDS.tableColumns + 20;
const MOST_SHEETS = 100;

/** The cells of the first sheet of a workbook that holds a table. */
export async function readXlsx(bytes: Buffer): Promise<WorkbookReading> {
  const parts = await workbookParts(bytes);
  if ('issue' in parts) return parts;
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(new Uint8Array(parts.workbook).buffer, { ignoreNodes: IGNORED });
  } catch {
    return { issue: broken() };
  }
  return sheetOf(workbook);
}

/** What a sheet holds besides its cells. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'picture',
  'legacyDrawing',
  'tableParts',
  'autoFilter',
  'extLst',
  'rowBreaks',
  'headerFooter',
  'pageSetup',
];

function sheetOf(workbook: Workbook): WorkbookReading {
  const filled = workbook.worksheets.slice(0, MOST_SHEETS).filter((sheet) => sheet.actualRowCount > 0);
  const [first] = filled;
  if (first === undefined)
    return { issue: refusal('no table', 'The workbook is empty.', 'Write a table with `earshot convert`') };
  const isShown = ({ state }: Worksheet): boolean => state === 'visible';
  const tables = filled.filter(holdsTable);
  const chosen = tables.find(isShown) ?? tables[0] ?? filled.find(isShown) ?? first;
  return {
    grid: gridIn(chosen),
    sheet: chosen.name,
    passedOver: filled.filter((sheet) => sheet !== chosen).map(({ name }) => name),
  };
}

/** Whether a line of it begins as the one above the rows of a table does. */
function holdsTable(sheet: Worksheet): boolean {
  for (let row = 1; row <= Math.min(sheet.rowCount, 100); row += 1) {
    const cell = feelCell(sheet.getRow(row).getCell(1).value);
    if (typeof cell === 'string' && labelled(LINES, cell) === 'names') return true;
  }
  return false;
}

function gridIn(sheet: Worksheet): Grid {
  const rows: string[][] = [];
  const faults: GridFault[] = [];
  const wide: CellPlace[] = [];
  const spilled = spillsOf(sheet);
  sheet.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell((cell, column) => {
      if (column > MOST_COLUMNS) return;
      const place = { row: number - 1, column: column - 1 };
      const { master } = cell;
      const isCovered = master !== cell && Number(master.col) !== column;
      if (isCovered) wide.push({ row: number - 1, column: Number(master.col) - 1 });
      const read = isCovered ? '' : spilled(place) ? FORMULA : feelCell(cell.value);
      if (typeof read === 'string') cells[place.column] = read;
      else faults.push({ ...place, code: read.fault, message: read.message, fix: read.fix });
    });
    rows[number - 1] = Array.from(cells, (cell) => cell ?? '');
  });
  return { rows: Array.from(rows, (row) => row ?? []), faults, wide };
}

/** Whether a cell holds what a formula in another cell came to. */
function spillsOf(sheet: Worksheet): (place: CellPlace) => boolean {
  const ranges: RegExpExecArray[] = [];
  sheet.eachRow((row) =>
    row.eachCell(({ value }) => {
      const isShared = typeof value === 'object' && value !== null && 'ref' in value;
      const range = isShared ? /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(String(value.ref)) : null;
      if (range !== null && ranges.length < MOST_COLUMNS) ranges.push(range);
    }),
  );
  return ({ row, column }) =>
    ranges.some(([, left = '', top, right = '', bottom]) => {
      const isAcross = column + 1 >= columnNumber(left) && column + 1 <= columnNumber(right);
      return isAcross && row + 1 >= Number(top) && row + 1 <= Number(bottom);
    });
}
