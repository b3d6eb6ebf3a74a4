import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dmnOf } from '../../definitions/decision/dmn/write-graph.ts';
import { changedDmn } from '../../definitions/decision/dmn/write-table.ts';
import { formatTable } from '../../definitions/decision/json/format-table.ts';
import { lostRequirements } from '../../definitions/decision/lost-requirements.ts';
import { csvText } from '../../definitions/decision/sheet/csv-text.ts';
import { gridOf } from '../../definitions/decision/sheet/write-sheet.ts';
import type { TableIssue } from '../../definitions/decision/table-issue.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TableFormat } from './table-file.ts';
import { writeXlsx } from './write-xlsx.ts';

/**
 * Writes a table into a file and answers what of it is lost; with an error nothing is written. A DMN file that holds
 * the table already keeps all else that it says.
 */
export async function writeTableFile(
  file: string,
  format: TableFormat,
  table: DecisionTable,
): Promise<readonly TableIssue[]> {
  switch (format) {
    case 'json':
      writeFileSync(file, formatTable(table));
      return [];
    case 'csv':
      writeFileSync(file, csvText(gridOf(table)));
      return lostRequirements(table);
    case 'xlsx':
      writeFileSync(file, await writeXlsx(gridOf(table), table.name));
      return lostRequirements(table);
    case 'dmn': {
      const changed = existsSync(file) ? await changedDmn(readFileSync(file, 'utf8'), table) : null;
      const written = changed ?? (await dmnOf(table));
      if ('refusal' in written) return [written.refusal];
      writeFileSync(file, written.xml);
      return written.issues;
    }
  }
}
