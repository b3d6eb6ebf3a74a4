import { existsSync, readFileSync, statSync } from 'node:fs';
import { hasErrors } from '../../definitions/check/check.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { checkTableFile } from '../tables/check-table-file.ts';
import { formatOf } from '../tables/table-file.ts';
import { activityContracts } from './activity-contracts.ts';
import { readDrawing } from './read-drawing.ts';
import { tableIssueLine } from './table-issue-line.ts';

/** What was found in one file, for programs and for people. */
interface Checked {
  readonly json: object;
  readonly text: string;
  readonly isWrong: boolean;
}

/**
 * Prints what is wrong with flows and tables, as sentences or as JSON: of a flow `{ issues, hash }`, where the hash is
 * null if it cannot be published; of a file of tables `{ issues }`. Of several, a list of these with `file`.
 */
export async function runCheck(names: readonly string[], json: boolean): Promise<void> {
  const all: (Checked & { readonly file: string })[] = [];
  for (const file of names)
    all.push({ file, ...(isTableFile(file) ? await checkedTables(file) : await checkedFlow(file)) });
  const [only, ...others] = all;
  if (!json) process.stdout.write(all.map(({ text }) => text).join(''));
  else if (only !== undefined && others.length === 0) process.stdout.write(`${JSON.stringify(only.json)}\n`);
  else process.stdout.write(`${JSON.stringify(all.map((one) => ({ file: one.file, ...one.json })))}\n`);
  if (all.some(({ isWrong }) => isWrong)) process.exitCode = 1;
}

async function checkedFlow(name: string): Promise<Checked> {
  const { flow, ...parts } = readDrawing(name);
  const { activities, known } = await activityContracts({ flow, ...parts }, process.env);
  const assembly = assembleRevision(flow, { ...parts, activities }, SEMANTICS);
  const issues = 'issues' in assembly ? assembly.issues : assembly.warnings;
  if (!known)
    process.stderr.write('No Earshot runs here, so what activities take and give was not checked.\n');
  return {
    json: { issues, hash: 'hash' in assembly ? assembly.hash : null },
    text: issues.length === 0 ? `${flow.name}: nothing is wrong.\n` : issues.map(line).join(''),
    isWrong: hasErrors(issues),
  };
}

async function checkedTables(file: string): Promise<Checked> {
  const { issues } = await checkTableFile(file);
  return {
    json: { issues },
    text:
      issues.length === 0
        ? `${file}: nothing is wrong.\n`
        : issues.map((issue) => tableIssueLine(file, issue)).join(''),
    isWrong: issues.some(({ severity }) => severity === 'error'),
  };
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

function line({ severity, place, message }: Issue): string {
  const where = Object.values(place).filter((part) => part !== '');
  return `${severity}: ${message} (${where.join(', ')})\n`;
}
