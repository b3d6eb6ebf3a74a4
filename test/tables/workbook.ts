import exceljs, { type Worksheet } from 'exceljs';

/** The bytes of a workbook with these sheets, as another program might have written it. */
export async function workbookOf(sheets: {
  readonly [name: string]: (sheet: Worksheet) => void;
}): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  for (const [name, fill] of Object.entries(sheets)) fill(workbook.addWorksheet(name));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A small table, line by line, as somebody would type it. */
export function typeTable(sheet: Worksheet): void {
  sheet.addRows([
    ['Decision table', 'Days'],
    ['Hit policy', 'first'],
    ['Column', 'Input', 'Input', 'Output', 'Note'],
    ['Type', 'string("north", "south")', 'number', 'Any', ''],
    ['Row', 'region', 'severity', 'given', 'why'],
    ['a', '"north"', '< 5', '1', ''],
  ]);
}
