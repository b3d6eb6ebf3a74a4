import { rmSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { RowVerdict } from './read-file.ts';

/**
 * Writes one JSON line per row that did not go in: line, field, reason. Beside the imported file, or in the current
 * folder where that cannot be written. Answers the path; null if every row went in (an older report is then removed).
 */
export function writeReport(file: string, rejected: readonly RowVerdict[], chosen?: string): string | null {
  const beside = resolve(chosen ?? `${file}.report.jsonl`);
  if (rejected.length === 0) {
    rmSync(beside, { force: true });
    return null;
  }
  const lines = rejected
    .toSorted((a, b) => a.line - b.line)
    .map(({ line, field, reason }) => `${JSON.stringify({ line, field, reason })}\n`);
  try {
    writeFileSync(beside, lines.join(''));
    return beside;
  } catch (error) {
    if (chosen !== undefined) throw error;
    const here = resolve(`${basename(file)}.report.jsonl`);
    writeFileSync(here, lines.join(''));
    return here;
  }
}
