import fc from 'fast-check';
import exceljs, { type CellValue } from 'exceljs';
import { describe, expect, it } from 'vitest';
import type { Grid } from '../../definitions/decision/sheet/grid.ts';
import { tableFromGrid } from '../../definitions/decision/sheet/read-sheet.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { readXlsx } from '../../engine/tables/read-xlsx.ts';
import { writeXlsx } from '../../engine/tables/write-xlsx.ts';
import { zipOf } from '../../engine/tables/zip.ts';
import { anyTable } from '../decision/any-table.ts';
import { OWNER } from '../decision/tables.ts';
import { typeTable, workbookOf } from './workbook.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

const RUNS = fuzzRuns(60);

async function gridIn(bytes: Buffer): Promise<Grid> {
  const read = await readXlsx(bytes);
  if ('issue' in read) throw new Error(read.issue.message);
  return read.grid;
}

/** What stands in the first row's last column, when that is typed there. */
async function typed(value: CellValue, numFmt?: string) {
  const bytes = await workbookOf({
    Days: (sheet) => {
      typeTable(sheet);
      sheet.getCell('D6').value = value;
      if (numFmt !== undefined) sheet.getCell('D6').numFmt = numFmt;
    },
  });
  const { table, issues } = tableFromGrid(await gridIn(bytes));
  return { given: table?.rows[0]?.then[0], issues };
}

describe('a workbook', () => {
  it('holds the whole of any table', FUZZ_TIME, async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const { table: back, issues } = tableFromGrid(
          await gridIn(await writeXlsx(gridOf(table), table.name)),
        );
        expect({ back, issues }).toEqual({ back: table, issues: [] });
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.values(mentionCare().tables))('holds the whole of “$name”', async (table) => {
    expect(tableFromGrid(await gridIn(await writeXlsx(gridOf(table), table.name)))).toMatchObject({
      table,
      issues: [],
    });
  });

  it('holds nothing but text, in columns in which what is typed stays text', async () => {
    const rows = [{ id: '=1+1', when: ['-3', '=5'], then: ['@"PT1H"', '+1'] }];
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load(new Uint8Array(await writeXlsx(gridOf({ ...OWNER, rows }), 'x')).buffer);
    const cells: { type: number; numFmt: string }[] = [];
    workbook.worksheets[0]?.eachRow((row) =>
      row.eachCell(({ type, numFmt }) => void cells.push({ type, numFmt })),
    );
    expect(cells.length).toBeGreaterThan(20);
    expect(cells.filter(({ type, numFmt }) => type !== exceljs.ValueType.String || numFmt !== '@')).toEqual(
      [],
    );
    expect(workbook.worksheets[0]?.getColumn(3).numFmt).toBe('@');
  });

  it.each<[string, CellValue, string | undefined, string]>([
    ['a number', 40, undefined, '40'],
    ['a part', 0.1, '0%', '0.1'],
    ['a large number', 1e21, undefined, '1000000000000000000000'],
    ['a truth value', true, undefined, 'true'],
    ['a day', new Date('2026-01-31T00:00:00Z'), 'dd.mm.yyyy', '@"2026-01-31"'],
    ['a moment', new Date('2026-01-31T09:30:00Z'), 'dd.mm.yyyy hh:mm', '@"2026-01-31T09:30:00"'],
    ['a time of day', new Date('1899-12-30T09:30:00Z'), 'hh:mm', '@"09:30:00"'],
    [
      'words in several styles',
      { richText: [{ text: '"a' }, { text: 'b"', font: { bold: true } }] },
      undefined,
      '"ab"',
    ],
    ['a link', { text: '"see there"', hyperlink: 'https://example.org' }, undefined, '"see there"'],
    ['nothing', null, undefined, ''],
  ])('reads %s', async (_what, value, numFmt, given) => {
    expect(await typed(value, numFmt)).toEqual({ given, issues: [] });
  });

  it('runs no formula and does not use what one came to', async () => {
    const place = { cell: 'D6', line: 6 };
    const formula = await typed({ formula: '1+1', result: 2, date1904: false });
    expect(formula).toMatchObject({ given: '', issues: [{ code: 'formula', severity: 'error', place }] });
    expect(await typed({ error: '#N/A' })).toMatchObject({ issues: [{ code: 'bad cell', place }] });
    const bytes = await workbookOf({
      Days: (sheet) => {
        typeTable(sheet);
        const formula = { formula: 'B6', result: 1, date1904: false };
        sheet.getCell('C6').value = Object.assign(formula, { shareType: 'array', ref: 'C6:D7' });
        for (const spilled of ['D6', 'C7', 'D7']) sheet.getCell(spilled).value = 2;
      },
    });
    const { issues } = tableFromGrid(await gridIn(bytes));
    expect(issues.map((issue) => issue.place.cell)).toEqual(['C6', 'D6', 'C7', 'D7']);
  });

  it('has merged cells for each row that they cover, and none across columns', async () => {
    const bytes = await workbookOf({
      Days: (sheet) => {
        typeTable(sheet);
        sheet.addRow(['b', '', '> 7', '2']);
        sheet.mergeCells('B6:B7');
        sheet.addRow(['c', '-', '', '3']);
        sheet.mergeCells('B8:C8');
        sheet.mergeCells('B1:D1');
      },
    });
    const { table, issues } = tableFromGrid(await gridIn(bytes));
    expect(table?.rows.map(({ when }) => when[0])).toEqual(['"north"', '"north"', '-']);
    expect(issues).toMatchObject([{ code: 'merged cells', place: { cell: 'B8' } }]);
  });

  it('may hold other sheets: the first with a table is read, and which were not is said', async () => {
    const notes = (sheet: exceljs.Worksheet): void => void sheet.addRow(['what to do next']);
    const read = await readXlsx(
      await workbookOf({ Notes: notes, Days: typeTable, Other: typeTable, Empty: () => {} }),
    );
    expect(read).toMatchObject({ sheet: 'Days', passedOver: ['Notes', 'Other'] });
  });
});

describe('a file that is no workbook, or one that no table is read from', () => {
  it('of 200,000 rows is refused in less than a second', async () => {
    const rows = '<row><c t="str"><v>"a"</v></c><c><v>1</v></c></row>'.repeat(200_000);
    const files = {
      'xl/workbook.xml': '<workbook/>',
      'xl/worksheets/sheet1.xml': `<sheetData>${rows}</sheetData>`,
    };
    const bytes = zipOf(new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)])));
    const start = performance.now();
    expect(await readXlsx(bytes)).toMatchObject({
      issue: { code: 'too large', message: expect.stringMatching(/10000 rows/) },
    });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('has its rows counted, not the empty ones that are styled below them', async () => {
    const bytes = await workbookOf({
      Days: (sheet) => {
        typeTable(sheet);
        for (let row = 7; row < 20_000; row += 1) sheet.getCell(row, 1).numFmt = '@';
      },
    });
    expect(tableFromGrid(await gridIn(bytes))).toMatchObject({ table: { rows: [{ id: 'a' }] }, issues: [] });
  });

  const container = Buffer.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(600).fill(0),
  ]);
  it.each<[string, () => Buffer | Promise<Buffer>, RegExp]>([
    ['empty', () => Buffer.alloc(0), /is empty/],
    ['text', () => Buffer.from('Row,a,b'), /is broken/],
    ['cut off', async () => (await workbookOf({ Days: typeTable })).subarray(0, 3_000), /is broken/],
    ['an old workbook', () => container, /old Excel/],
    [
      'behind a password',
      () => Buffer.concat([container, Buffer.from('EncryptedPackage', 'utf16le')]),
      /password/,
    ],
    [
      'another package',
      () => zipOf(new Map([['word/document.xml', Buffer.from('<w/>')]])),
      /no Excel workbook/,
    ],
    ['of LibreOffice', () => zipOf(new Map([['mimetype', Buffer.from('x')]])), /LibreOffice/],
    ['without cells', () => workbookOf({ Days: () => {} }), /is empty/],
    [
      'broken within',
      () => zipOf(new Map([['xl/workbook.xml', Buffer.from('<workbook><')]])),
      /is broken|is empty/,
    ],
    [
      'with entities',
      () => zipOf(new Map([['xl/workbook.xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x/>')]])),
      /entities/,
    ],
    ['very large', () => Buffer.alloc(20_000_001), /21 MB/],
  ])('is refused in a sentence: %s', async (_what, bytes, why) => {
    const read = await readXlsx(await bytes());
    expect('issue' in read && read.issue.message).toMatch(why);
    expect('issue' in read && read.issue.fix?.title).toMatch(/\S/);
  });

  it('is given up where it unpacks without end, or names ranges without end', async () => {
    const sheet = (more: string): Map<string, Buffer> =>
      new Map([
        [
          'xl/workbook.xml',
          Buffer.from(
            '<workbook><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="n">a!$A$1:$XFD$1048576</definedName></definedNames></workbook>',
          ),
        ],
        [
          'xl/_rels/workbook.xml.rels',
          Buffer.from(
            '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
          ),
        ],
        [
          'xl/worksheets/sheet1.xml',
          Buffer.from(
            `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Row</t></is></c></row></sheetData>${more}</worksheet>`,
          ),
        ],
      ]);
    const read = async (more: string) => readXlsx(zipOf(sheet(more)));
    const start = performance.now();
    expect(
      await read(
        '<dataValidations count="1"><dataValidation sqref="A1:XFD1048576" type="list"><formula1>1</formula1></dataValidation></dataValidations>',
      ),
    ).toMatchObject({ sheet: 'a' });
    expect(await read('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')).toMatchObject({
      issue: { code: 'merged cells' },
    });
    expect(await read('<dataValidations/>')).toMatchObject({ sheet: 'a' });
    const wide = `<row r="2">${'<c r="A2"/>'.repeat(400_001)}</row>`;
    expect(await read(wide)).toMatchObject({
      issue: { code: 'too large', message: expect.stringMatching(/cells/) },
    });
    expect(await read(' '.repeat(61_000_000))).toMatchObject({ issue: { code: 'too large' } });
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('is read or refused, whatever is changed in its bytes', FUZZ_TIME, async () => {
    const bytes = await writeXlsx(gridOf(OWNER), 'x');
    const slip = fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(slip, { minLength: 1, maxLength: 20 }),
        fc.boolean(),
        async (slips, isCut) => {
          const changed = Buffer.from(bytes);
          for (const [at, byte] of slips) changed[Math.floor(at * changed.length)] = byte;
          const cut = isCut
            ? changed.subarray(0, Math.floor((slips[0]?.[0] ?? 1) * changed.length))
            : changed;
          const read = await readXlsx(cut);
          if ('issue' in read) expect(read.issue.message).toMatch(/\S\.$/);
          else tableFromGrid(read.grid);
        },
      ),
      { numRuns: fuzzRuns(240) },
    );
  });

  it('is read or refused, whatever is changed in its sheets', FUZZ_TIME, async () => {
    const { unpacked, zipEntries } = await import('../../engine/tables/zip.ts');
    const files = new Map<string, Buffer>();
    for (const entry of zipEntries(await writeXlsx(gridOf(OWNER), 'x')) ?? []) {
      const pieces: Buffer[] = [];
      for await (const piece of unpacked(entry)) pieces.push(piece);
      files.set(entry.name, Buffer.concat(pieces));
    }
    const put = fc.constantFrom(
      '',
      '<',
      '>',
      '"',
      '&',
      '</c>',
      '<c r="ZZZ99999999"/>',
      ' t="s"',
      ' t="e"',
      ' r="0"',
      '<row r="-1">',
      '1e9',
      '<f>1</f>',
      '<is><r><t>x</t></r></is>',
      '\u0000',
      'é',
    );
    const slip = fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(12), put);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files.keys()),
        fc.array(slip, { minLength: 1, maxLength: 5 }),
        async (name, slips) => {
          let text = files.get(name)?.toString() ?? '';
          for (const [at, drop, more] of slips) {
            const from = Math.floor(at * text.length);
            text = text.slice(0, from) + more + text.slice(from + drop);
          }
          const read = await readXlsx(zipOf(new Map([...files, [name, Buffer.from(text)]])));
          if ('issue' in read) expect(read.issue.message).toMatch(/\S\.$/);
          else tableFromGrid(read.grid);
        },
      ),
      { numRuns: fuzzRuns(240) },
    );
  });
});
