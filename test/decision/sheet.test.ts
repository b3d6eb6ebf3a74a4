import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkedTable } from '../../definitions/decision/check-table.ts';
import { csvCell, fromCsvCell } from '../../definitions/decision/sheet/csv-text.ts';
import { addressOf, type Grid } from '../../definitions/decision/sheet/grid.ts';
import { tableFromGrid } from '../../definitions/decision/sheet/read-sheet.ts';
import { readTypeText, typeText } from '../../definitions/decision/sheet/type-text.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { projectRoot } from '../../engine/local/project-root.ts';
import { anyTable, anyText, anyType } from './any-table.ts';
import { OWNER } from './tables.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

const RUNS = fuzzRuns(400);
const sheet = (...rows: string[][]): Grid => ({ rows });
const HEAD = [
  ['Decision table', 'Owner'],
  ['Hit policy', 'first'],
  [],
  ['Column', 'Input', 'Output', 'Note'],
  ['Type', 'string("north", "south")', 'number'],
  ['Row', 'region', 'days', 'why'],
];
/** The sheet with one cell changed. */
function changed(row: number, column: number, cell: string): Grid {
  const put = (cells: string[]): string[] => [...cells.slice(0, column), cell, ...cells.slice(column + 1)];
  return { rows: HEAD.map((cells, at) => (at === row ? put(cells) : cells)) };
}

describe('a table as a sheet', () => {
  it('reads as the table it was written from, whatever stands in it', FUZZ_TIME, () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { table: back, issues } = tableFromGrid(gridOf(table));
        expect(issues).toEqual([]);
        expect(back).toEqual(table);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.values(mentionCare().tables))('holds the whole of “$name”', (table) => {
    expect(tableFromGrid(gridOf(table))).toMatchObject({ table, issues: [] });
  });

  it('is laid out line by line', () => {
    expect(gridOf({ ...OWNER, description: 'Who takes it.' }).rows.slice(0, 10)).toEqual([
      ['Decision table', 'Owner'],
      ['Table id', 'owner'],
      ['Description', 'Who takes it.'],
      ['Hit policy', 'unique'],
      [],
      ['Column', 'Input', 'Input', 'Output', 'Output'],
      ['Column id', 'in-region', 'in-severity', 'out-team', 'out-due'],
      [
        'Type',
        'string("north", "south")',
        'number',
        'string("field", "desk", "lead")',
        'days and time duration',
      ],
      ['Row', 'region', 'severity', 'team', 'due in'],
      ['r1', '"north"', '< 5', '"field"', '@"PT8H"'],
    ]);
  });

  it('is laid out as the page on rules shows it', () => {
    const page = readFileSync(join(projectRoot, 'docs/rules.md'), 'utf8');
    const lines = page.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('| |'));
    const { table, issues } = tableFromGrid({
      rows: lines.map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      ),
    });
    expect(issues).toEqual([]);
    expect(table && checkedTable(table).findings).toEqual([]);
    expect(table?.rows).toHaveLength(2);
  });

  it('may be written by hand: ids follow from names and from what a row says', () => {
    const rows = [['', '"north"', '1', 'near'], [], ['', '"south"', '2', '', ''], ['mine', '-', '3']];
    const { table, issues } = tableFromGrid(sheet(...HEAD, ...rows));
    expect(issues).toEqual([]);
    expect(table).toMatchObject({
      id: 'owner',
      inputs: [{ id: 'region', name: 'region' }],
      outputs: [{ id: 'days' }],
      rows: [
        {
          id: expect.stringMatching(/^row-[0-9a-f]{8}$/),
          when: ['"north"'],
          then: ['1'],
          annotation: 'near',
        },
        { when: ['"south"'], then: ['2'] },
        { id: 'mine' },
      ],
    });
    const [first, empty = [], second = [], mine = []] = rows;
    const again = tableFromGrid(sheet(...HEAD, second, mine, empty, first ?? []));
    const idsOf = (read: typeof again): string[] => (read.table?.rows ?? []).map(({ id }) => id).sort();
    expect(idsOf(again)).toEqual(idsOf(tableFromGrid(sheet(...HEAD, ...rows))));
  });

  it('gives a row that was copied with its id one of its own, and says so', () => {
    const { table, issues } = tableFromGrid(sheet(...HEAD, ['a', '"north"', '1'], ['a', '"south"', '2']));
    expect(table?.rows.map(({ id }) => id)).toEqual(['a', expect.stringMatching(/^row-/)]);
    expect(issues).toMatchObject([
      { severity: 'warning', code: 'duplicate id', place: { cell: 'A8', line: 8 } },
    ]);
  });

  it.each<[string, Grid, object]>([
    ['nothing', sheet(), { code: 'no table', place: { cell: 'A1' } }],
    ['another sheet', sheet(['a', 'b'], ['1', '2']), { code: 'no table' }],
    ['no kinds', sheet(['Decision table', 'x'], ['Hit policy', 'any'], ['Row']), { code: 'missing value' }],
    ['a slip in a kind', changed(3, 1, 'Imput'), { place: { cell: 'B4' }, fix: { write: 'Input' } }],
    [
      'no kind',
      changed(3, 2, ''),
      { place: { cell: 'C5' }, message: 'The column is neither Input, Output nor Note.' },
    ],
    [
      'a slip in a type',
      changed(4, 2, 'nubmer'),
      { code: 'bad type', place: { cell: 'C5' }, fix: { write: 'number' } },
    ],
    [
      'values for a type',
      changed(4, 1, '"a", "b"'),
      { place: { cell: 'B5' }, fix: { write: 'string("a", "b")' } },
    ],
    ['no type', changed(4, 2, ''), { code: 'missing value', place: { cell: 'C5' } }],
    ['an open type', changed(4, 1, 'list<'), { code: 'bad type', message: 'The name of a type is missing.' }],
    ['a type without end', changed(4, 1, 'list<'.repeat(400)), { code: 'bad type' }],
    ['no name', changed(5, 1, ' '), { code: 'missing value', place: { cell: 'B6' } }],
    ['a slip in a policy', changed(1, 1, 'frist'), { place: { cell: 'B2' }, fix: { write: 'first' } }],
    ['no policy', changed(1, 1, ''), { code: 'missing value', place: { cell: 'B2' } }],
    ['a slip in a line', changed(1, 0, 'Hit polcy'), { place: { cell: 'A2' }, fix: { write: 'Hit policy' } }],
    ['a line twice', changed(2, 0, 'Type'), { code: 'unknown line', place: { cell: 'A5' } }],
    ['a name too long', changed(5, 1, 'x'.repeat(501)), { code: 'too large', place: { cell: 'B6' } }],
    [
      'a cell too long',
      sheet(...HEAD, ['r', '', 'x'.repeat(10_001)]),
      { code: 'too large', place: { cell: 'C7', line: 7 } },
    ],
    [
      'merged conditions',
      { rows: [...HEAD, ['r', '1']], wide: [{ row: 6, column: 1 }] },
      { code: 'merged cells', place: { cell: 'B7' } },
    ],
    [
      'too many rows',
      sheet(...HEAD, ...Array.from({ length: 10_001 }, () => ['', '-', '1'])),
      { code: 'too large' },
    ],
  ])('tells what is wrong: %s', (_what, grid, issue) => {
    expect(tableFromGrid(grid).issues.filter(({ severity }) => severity === 'error')[0]).toMatchObject(issue);
  });

  it('is read or refused with places, whatever its cells hold', FUZZ_TIME, () => {
    const label = fc.constantFrom(
      'Row',
      'Column',
      'Type',
      'Hit policy',
      'Default',
      'Column id',
      'Input',
      'Output',
      'first',
    );
    const cells = fc.array(fc.array(fc.oneof(anyText, label), { maxLength: 6 }), { maxLength: 12 });
    fc.assert(
      fc.property(cells, (rows) => {
        for (const { message, place } of tableFromGrid({ rows }).issues) {
          expect(message).toMatch(/\S[.?]$|Too/);
          expect(place.cell).toMatch(/^[A-Z]+\d+$/);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

describe('a type as text', () => {
  it('reads as the type it was written from', FUZZ_TIME, () => {
    fc.assert(
      fc.property(anyType, (type) => {
        expect(readTypeText(typeText(type))).toEqual({ type });
      }),
      { numRuns: RUNS },
    );
  });

  it('is written as FEEL writes types', () => {
    expect(readTypeText(' context< who : string( "a" ), days waited: LIST<Number> >')).toEqual({
      type: {
        type: 'context',
        fields: {
          who: { type: 'string', allowed: ['a'] },
          'days waited': { type: 'list', of: { type: 'number' } },
        },
      },
    });
  });

  it('is read or refused, whatever the text', FUZZ_TIME, () => {
    const piece = fc.constantFrom(
      'list',
      '<',
      '>',
      'context',
      ':',
      ',',
      '"',
      '(',
      ')',
      'string',
      'number',
      ' ',
      '\\',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          const read = readTypeText(text);
          if ('problem' in read) expect(read.problem).toMatch(/\.$/);
          else expect(readTypeText(typeText(read.type))).toEqual(read);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('a cell of a CSV file', () => {
  it('is never run as a formula, and comes back as it was', FUZZ_TIME, () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fromCsvCell(csvCell(text))).toBe(text);
        expect(csvCell(text)).not.toMatch(/^(?:[=+@\t\r]|-[^])/);
      }),
      { numRuns: RUNS },
    );
  });

  it('has the truth values of spreadsheets', () => {
    expect(['TRUE', 'FALSE', "'TRUE", 'true', 'True'].map(fromCsvCell)).toEqual([
      'true',
      'false',
      'TRUE',
      'true',
      'True',
    ]);
  });

  it('is called as spreadsheets call it', () => {
    expect([0, 25, 26, 701, 702].map((column) => addressOf({ row: 6, column }))).toEqual([
      'A7',
      'Z7',
      'AA7',
      'ZZ7',
      'AAA7',
    ]);
  });
});
