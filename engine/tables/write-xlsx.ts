import type { Worksheet } from 'exceljs';
import type { Grid } from '../../definitions/decision/sheet/grid.ts';
import { labelled, LINES, POLICIES } from '../../definitions/decision/sheet/labels.ts';
import { xlsxText } from './xlsx-text.ts';

/** Marks a column as text: what is typed into it stays as it is typed, whatever it begins with. */
const TEXT = '@';
const LABELS = 'FFEFF1F4';
const RULE = 'FFB6BCC6';
const NARROWEST = 10;
const WIDEST = 48;
const LONGEST_SHEET_NAME = 31;

/** A sheet as an Excel workbook. Every cell is text, so that none is run as a formula or read as a date. */
export function writeXlsx(grid: Grid, name: string): Promise<Buffer> {
  return written(grid, name, layOut);
}

/** Cells under a head of one line as an Excel workbook; of these, too, every one is text. */
export function writeCells(grid: Grid, name: string): Promise<Buffer> {
  return written(grid, name, layOutList);
}

async function written(
  grid: Grid,
  name: string,
  lay: (sheet: Worksheet, grid: Grid) => void,
): Promise<Buffer> {
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.Workbook();
  workbook.creator = 'Earshot';
  workbook.lastModifiedBy = 'Earshot';
  const sheet = workbook.addWorksheet(sheetName(name));
  grid.rows.forEach((cells, row) =>
    cells.forEach((text, column) => {
      if (text !== '') sheet.getCell(row + 1, column + 1).value = xlsxText(text);
    }),
  );
  lay(sheet, grid);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function layOut(sheet: Worksheet, { rows }: Grid): void {
  const lineOf = (line: keyof typeof LINES): number =>
    rows.findIndex(([label = '']) => labelled(LINES, label) === line) + 1;
  const [head, names] = [lineOf('kind'), lineOf('names')];
  const width = layOutColumns(sheet, (column) => rows.slice(column === 2 ? head - 1 : 0));
  for (let row = 1; row < head; row += 1)
    sheet.getCell(row, 2).alignment = { vertical: 'top', wrapText: false };
  for (let row = 1; row <= names; row += 1) {
    sheet.getCell(row, 1).font = { bold: true };
    if (row >= head)
      for (let column = 1; column <= width; column += 1)
        sheet.getCell(row, column).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: LABELS } };
  }
  for (let column = 1; column <= width; column += 1) {
    sheet.getCell(names, column).font = { bold: true };
    sheet.getCell(names, column).border = { bottom: { style: 'thin', color: { argb: RULE } } };
  }
  sheet.views = [{ state: 'frozen', xSplit: 1, ySplit: names }];
  sheet.getCell(lineOf('hitPolicy'), 2).dataValidation = {
    type: 'list',
    allowBlank: false,
    formulae: [`"${POLICIES.join(',')}"`],
  };
}

/** Columns as wide as what stands in them, of texts alone; answers how many there are. */
function layOutColumns(sheet: Worksheet, rowsOf: (column: number) => Grid['rows']): number {
  const width = rowsOf(1).reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = 1; column <= width; column += 1) {
    const said = rowsOf(column).map((cells) => (cells[column - 1] ?? '').length);
    const longest = said.reduce((most, length) => Math.max(most, length), 0);
    Object.assign(sheet.getColumn(column), {
      width: Math.min(WIDEST, Math.max(NARROWEST, longest + 2)),
      numFmt: TEXT,
      alignment: { vertical: 'top', wrapText: true },
    });
  }
  return width;
}

function layOutList(sheet: Worksheet, { rows }: Grid): void {
  layOutColumns(sheet, () => rows);
  sheet.getRow(1).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 1 }];
}

/** What a sheet may be called. */
function sheetName(name: string): string {
  const plain = name
    .replace(/[*?:\\/[\]\p{Cc}\p{Cs}]/gu, ' ')
    .trim()
    .slice(0, LONGEST_SHEET_NAME)
    .replace(/^'+|'+$/g, '')
    .trim();
  return plain === '' || plain.toLowerCase() === 'history' ? 'Decision table' : plain;
}
