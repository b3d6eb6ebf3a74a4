import { existsSync, readFileSync, statSync } from 'node:fs';
import type { TableAnalysis } from '../../definitions/decision/analysis/finding.ts';
import type { CheckedTable } from '../../definitions/decision/check-table.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { checkTableFile } from '../tables/check-table-file.ts';
import { formatOf } from '../tables/table-file.ts';
import { analysisLines } from './analysis-lines.ts';
import { tableIssueLine } from './table-issue-line.ts';

/** What was found in one file, for programs and for people. */
export interface Checked {
  readonly json: object;
  readonly text: string;
  readonly isWrong: boolean;
}

/**
 * Prints what is wrong with flows and tables, as sentences or as JSON: of a flow `{ issues, hash }`, where the hash is
 * null if it cannot be published; of a file of tables
 * `{ issues, analyses }`. Of several, a list of these with `file`.
 */
export async function runCheck(names: readonly string[], json: boolean): Promise<void> {
  const all: (Checked & { readonly file: string })[] = [];
  for (const file of names) {
    // What checks flows is loaded for flows alone.
    const check = isTableFile(file) ? checkedTables : (await import('./check-flow.ts')).checkedFlow;
    all.push({ file, ...(await check(file)) });
  }
  const [only, ...others] = all;
  if (!json) process.stdout.write(all.map(({ text }) => text).join(''));
  else if (only !== undefined && others.length === 0) process.stdout.write(`${JSON.stringify(only.json)}\n`);
  else process.stdout.write(`${JSON.stringify(all.map((one) => ({ file: one.file, ...one.json })))}\n`);
  if (all.some(({ isWrong }) => isWrong)) process.exitCode = 1;
}

/** What is wrong with the tables of a file; and if nothing keeps them from being used, what an analysis finds in each. */
async function checkedTables(file: string): Promise<Checked> {
  const { tables, issues } = await checkTableFile(file);
  const analyses = await analysed(tables);
  const findings = analyses.flatMap(({ analysis }) => analysis.findings);
  const lines = [
    ...issues.map((issue) => tableIssueLine(file, issue)),
    ...(issues.length === 0 && findings.every(({ severity }) => severity === 'information')
      ? [`${file}: nothing is wrong.\n`]
      : []),
    ...analyses.flatMap(({ table, analysis }) =>
      analysisLines(file, table, analysis).map((line) => `${line}\n`),
    ),
  ];
  return {
    json: {
      issues,
      analyses: analyses.map(({ table, analysis: { findings: found, complete, howFar } }) => ({
        table: table.name,
        findings: found,
        complete,
        howFar,
      })),
    },
    text: lines.join(''),
    isWrong: [...issues, ...findings].some(({ severity }) => severity === 'error'),
  };
}

async function analysed(
  tables: readonly CheckedTable[],
): Promise<readonly { readonly table: DecisionTable; readonly analysis: TableAnalysis }[]> {
  if (tables.length === 0) return [];
  const { analysisFrom } = await import('../../definitions/decision/analysis/analyse.ts');
  return tables.map(({ table, parts, problems }) => ({
    table,
    analysis: analysisFrom(table, parts, problems),
  }));
}

/** A JSON file may hold a flow or a table: only a table has a hit policy. */
function isTableFile(file: string): boolean {
  const format = formatOf(file);
  if (format !== 'json') return format !== undefined;
  if (file.endsWith('.table.json')) return true;
  if (!existsSync(file) || !statSync(file).isFile()) return false;
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return typeof json === 'object' && json !== null && 'hitPolicy' in json;
  } catch {
    return false;
  }
}
