import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, clipboardText } from '../../../editor/decisions/tsv.ts';
import { anyText } from '../../decision/any-table.ts';

describe('cells from the clipboard', () => {
  it('are read as Excel writes them: a line break at the end, quotes alone left as they are', () => {
    expect(cellsOf('"outage"\t-\r\n"billing"\t>= 2\r\n')).toEqual([
      ['"outage"', '-'],
      ['"billing"', '>= 2'],
    ]);
    expect(cellsOf('"North", "South"\t""\r\n')).toEqual([['"North", "South"', '""']]);
    expect(cellsOf('"say \\"hi\\""\t"a"')).toEqual([['"say \\"hi\\""', '"a"']]);
  });

  it('are read with the line breaks, tabs and quotes that stand in quotes', () => {
    expect(cellsOf('"two\nlines"\tx\r\n')).toEqual([['two\nlines', 'x']]);
    expect(cellsOf('"""North"",\n""South"""\t"a\tb"\r\n')).toEqual([['"North",\n"South"', 'a\tb']]);
  });

  it('are read as Google Sheets writes them: no line break at the end, one-line texts in quotes or not', () => {
    expect(cellsOf('a\tb\nc\td')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(cellsOf('"""outage"""\t"""a"", ""b"""')).toEqual([['"outage"', '"a", "b"']]);
    expect(cellsOf('"one\n""two"""\tx')).toEqual([['one\n"two"', 'x']]);
  });

  it('may be one, none at all, or empty between others', () => {
    expect(cellsOf('')).toEqual([['']]);
    expect(cellsOf('-')).toEqual([['-']]);
    expect(cellsOf('a\t\tb\r\n\r\nc\t\t\r\n')).toEqual([['a', '', 'b'], [''], ['c', '', '']]);
  });

  it('come back as they were, whatever stands in them', () => {
    const cell = fc.oneof(anyText, fc.stringMatching(/^["a\t\n\\]{0,8}$/));
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(rows, (cells) => {
        expect(cellsOf(clipboardText(cells))).toEqual(cells);
      }),
      {
        numRuns: 2_000,
      },
    );
  });

  it('are put into quotes only where a spreadsheet would, so that others read them too', () => {
    expect(clipboardText([['"outage"', 'two\nlines', '-']])).toBe('"outage"\t"two\nlines"\t-\r\n');
  });
});
