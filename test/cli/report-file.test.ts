import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeReport } from '../../engine/cli/import/report-file.ts';

describe('the report of an import', () => {
  it('has a line for each row that did not go in, in the order of the file, and is gone when all went in', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'earshot-report-')), 'mentions.csv');
    const report = writeReport(file, [
      { line: 9, field: 'text', reason: 'b' },
      { line: 2, field: 'row', reason: 'a' },
    ]);
    expect(report).toBe(`${file}.report.jsonl`);
    expect(readFileSync(`${file}.report.jsonl`, 'utf8')).toBe(
      '{"line":2,"field":"row","reason":"a"}\n{"line":9,"field":"text","reason":"b"}\n',
    );
    expect(writeReport(file, [])).toBeNull();
    expect(existsSync(`${file}.report.jsonl`)).toBe(false);
  });
});
