import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '../../definitions/decision/sheet/csv-text.ts';
import { tableFromGrid } from '../../definitions/decision/sheet/read-sheet.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { readCsv } from '../../engine/tables/read-csv.ts';
import { anyTable } from '../decision/any-table.ts';
import { OWNER } from '../decision/tables.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

const RUNS = fuzzRuns(300);

function read(text: string | Buffer) {
  const reading = readCsv(Buffer.from(text));
  return 'issue' in reading ? { table: null, issues: [reading.issue] } : tableFromGrid(reading.grid);
}

describe('a CSV file', () => {
  it('holds the whole of any table whose texts have a form in UTF-8', FUZZ_TIME, () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        // JSON writes half a pair of surrogates as an escape.
        fc.pre(!/(?<!\\)(?:\\\\)*\\ud[89a-f]/.test(JSON.stringify(table)));
        const { table: back, issues } = read(csvText(gridOf(table)));
        expect({ back, issues }).toEqual({ back: table, issues: [] });
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.values(mentionCare().tables))('holds the whole of “$name”', (table) => {
    expect(read(csvText(gridOf(table)))).toMatchObject({ table, issues: [] });
  });

  it('has no cell that a spreadsheet would run', () => {
    const rows = [{ id: '+1', when: ['-3', '=HYPERLINK("http://x")'], then: ['@"PT1H"', '-'] }];
    const lines = csvText(gridOf({ ...OWNER, rows }))
      .trim()
      .split('\r\n');
    expect(lines.at(-1)).toBe(`'+1,'-3,"'=HYPERLINK(""http://x"")","'@""PT1H""",-`);
  });

  const plain = csvText(gridOf(OWNER)).replaceAll('\r\n', '\n');
  it.each<[string, string | Buffer]>([
    ['line feeds alone, without a mark', plain.slice(1)],
    ['semicolons', plain.replace(/"[^"]*(?:""[^"]*)*"|,/g, (piece) => (piece === ',' ? ';' : piece))],
    [
      'tabs, in UTF-16',
      Buffer.from(
        plain.replace(/"[^"]*(?:""[^"]*)*"|,/g, (piece) => (piece === ',' ? '\t' : piece)),
        'utf16le',
      ),
    ],
    ['the line that Excel puts before it', `sep=,\r\n${plain.slice(1)}`],
    ['empty rows and columns after it', `${plain.replaceAll('\n', ',,,\n')},,,,,,,\n\n\n`],
  ])('is read with %s', (_what, text) => {
    expect(read(text)).toMatchObject({ table: OWNER, issues: [] });
  });

  it('is read in windows-1252, as Excel may save it', () => {
    const text = csvText(gridOf({ ...OWNER, name: 'Zuständig' })).slice(1);
    expect(read(Buffer.from(text, 'latin1')).table?.name).toBe('Zuständig');
  });

  it('has places in lines of the text and cells of the sheet', () => {
    const text = csvText(gridOf({ ...OWNER, description: 'two\nlines' })).replace(
      'days and time duration',
      'days',
    );
    expect(read(text).issues).toMatchObject([{ code: 'bad type', place: { line: 9, cell: 'E8' } }]);
  });

  it.each<[string, string | Buffer, object]>([
    ['no quote at the end', `${plain}r9,"a`, { code: 'unreadable file', place: { line: 12 } }],
    ['a quote in the middle', `${plain}r9,a"b"\n`, { code: 'unreadable file', place: { line: 12 } }],
    ['no text', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0, 0, 0, 0, 0]), { code: 'unreadable file' }],
    ['nothing', '', { code: 'no table' }],
    ['200,000 rows', plain + 'r,-,-,1,1\n'.repeat(200_000), { code: 'too large' }],
    ['too many bytes', Buffer.alloc(20_000_001, 'a'), { code: 'too large' }],
  ])('is refused in less than a second: %s', (_what, text, issue) => {
    const start = performance.now();
    expect(read(text)).toMatchObject({ table: null, issues: [{ severity: 'error', ...issue }] });
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('is read or refused, whatever is changed in it', FUZZ_TIME, () => {
    const slip = fc.tuple(
      fc.nat(plain.length),
      fc.nat(9),
      fc.constantFrom('', '"', ',', ';', '\n', '\r', "'", '=', '-', '\t', '\u0000', 'é', '<', '\uFEFF'),
    );
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 8 }), (slips) => {
        let text = plain;
        for (const [at, drop, put] of slips) text = text.slice(0, at) + put + text.slice(at + drop);
        for (const { message } of read(text).issues) expect(message).toMatch(/\S[.?]$/);
      }),
      { numRuns: fuzzRuns(900) },
    );
  });
});
