import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../engine/cli/import/csv-records.ts';

/** The records of a file, and the verdicts on what is none. */
function read(bytes: Buffer) {
  const found = [...csvRecords(bytes)];
  return {
    records: found.filter((each) => 'cells' in each),
    rejected: found.filter((each) => 'reason' in each),
  };
}
const textsOf = (file: string): string[][] =>
  read(Buffer.from(file)).records.map(({ cells }) => cells.map(String));

describe('records of a CSV file', () => {
  it('end with LF or CRLF, and never with a lone CR', () => {
    expect(textsOf('a,b\r\n1,x\ry\n2,z')).toEqual([
      ['a', 'b'],
      ['1', 'x\ry'],
      ['2', 'z'],
    ]);
  });

  it('hold quotes, commas and line ends inside of quotes', () => {
    expect(textsOf('"say ""hi""","a,b","1\n2"\n')).toEqual([['say "hi"', 'a,b', '1\n2']]);
  });

  it('know the line they begin on', () => {
    const { records } = read(Buffer.from('a\n\n"1\n2"\nb\n'));
    expect(records.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('are read on after a malformed one, which is told with its line', () => {
    const { records, rejected } = read(Buffer.from('a,b\n"bad"x,1\n2,good\n3,"open\n4,last\n'));
    expect(records.map(({ cells }) => cells.map(String))).toEqual([
      ['a', 'b'],
      ['2', 'good'],
      ['4', 'last'],
    ]);
    expect(rejected.map(({ line, field }) => ({ line, field }))).toEqual([
      { line: 2, field: 'row' },
      { line: 4, field: 'row' },
    ]);
  });

  it('are what another reader finds, for any table that is well written', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', '\r', 'é', '😀', ' ') });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        fc.constantFrom('\n', '\r\n'),
        (table, end) => {
          const file = table.map((row) => row.map(quoted).join(',') + end).join('');
          expect(textsOf(file)).toEqual(
            parse(file, { record_delimiter: ['\r\n', '\n'], relax_column_count: true }),
          );
        },
      ),
    );
  });

  it('are found in any bytes without failing', () => {
    fc.assert(
      fc.property(fc.uint8Array({ max: 60 }), (bytes) => {
        const { records, rejected } = read(
          Buffer.from(bytes.map((byte) => (byte < 5 ? 0x22 : byte < 10 ? 0x0a : byte < 15 ? 0x2c : byte))),
        );
        expect(records.length + rejected.length).toBeLessThanOrEqual(bytes.length + 1);
      }),
    );
  });
});
