import { readFileSync } from 'node:fs';
import type { CheckedTable, TableFinding } from '../../definitions/decision/check-table.ts';
import type { TableIssue } from '../../definitions/decision/table-issue.ts';
import { readTableFile, type ReadTable, type TableFile } from './table-file.ts';

export interface CheckedTableFile {
  /** None if something is wrong with the file that keeps a table from being used. */
  readonly tables: readonly CheckedTable[];
  readonly issues: readonly TableIssue[];
}

/** What is wrong with a file of tables: with the file, and with what stands in its cells. */
export async function checkTableFile(file: string): Promise<CheckedTableFile> {
  const read = await readTableFile(file);
  const checked = await checkedTables(read);
  // In a DMN file other decisions may give what cells name, so they are looked at with the whole model instead.
  const found =
    read.format === 'dmn'
      ? []
      : checked.flatMap(({ read: one, checked: { findings } }) => located(one, findings));
  const planned = read.format === 'dmn' && read.issues.every(({ code }) => code !== 'unreadable file');
  // A file of decisions without a table is no wrong one.
  const ofFile = planned ? read.issues.filter(({ code }) => code !== 'no table') : read.issues;
  const issues = [...ofFile, ...found, ...(planned ? await planFindings(file) : [])];
  const isWhole = issues.every(({ severity }) => severity !== 'error');
  return { tables: isWhole ? checked.map((one) => one.checked) : [], issues };
}

async function checkedTables({
  tables,
}: TableFile): Promise<readonly { readonly read: ReadTable; readonly checked: CheckedTable }[]> {
  if (tables.length === 0) return [];
  const { checkedTable } = await import('../../definitions/decision/check-table.ts');
  return tables.map((read) => ({ read, checked: checkedTable(read.table) }));
}

function located({ table, placesOf }: ReadTable, findings: readonly TableFinding[]): TableIssue[] {
  const places = placesOf(findings.map(({ place }) => place));
  const names = new Map([...table.inputs, ...table.outputs].map(({ id, name }) => [id, name]));
  return findings.map(({ place: { row, column }, ...finding }, i) => {
    const name = column === undefined ? undefined : names.get(column);
    const part = {
      ...(row !== undefined && { row }),
      ...(column !== undefined && { column }),
      ...(name !== undefined && { name }),
    };
    return { ...finding, place: { ...places[i], ...part } };
  });
}

/** What is wrong with the decisions of a DMN file, each told once however many need it. */
async function planFindings(file: string): Promise<TableIssue[]> {
  const { readDmn } = await import('../../definitions/decision/dmn/read-dmn.ts');
  const { planDecision } = await import('../../definitions/decision/graph/plan-decision.ts');
  const { modelsBeside } = await import('./models-beside.ts');
  const xml = readFileSync(file, 'utf8');
  const read = await readDmn(xml);
  if ('refusal' in read) return [];
  const others = await modelsBeside(file, read.model);
  const told = new Map<string, TableIssue>();
  for (const { name } of [...read.model.decisions, ...read.model.services])
    for (const { where, message } of planDecision(read.model, name, others)?.problems ?? []) {
      const line = lineOf(xml, where);
      const place = { decision: where, ...(line !== undefined && { line }) };
      told.set(JSON.stringify([where, message]), { code: 'bad cell', severity: 'error', place, message });
    }
  const lost = read.passedOver.map(({ message, place }): TableIssue => {
    const fix = { title: 'Correct it there, or give it an id of its own' };
    return { code: 'ill-formed', severity: 'error', place, message, fix };
  });
  return [...lost, ...told.values()];
}

/** The line on which the first element of that name begins. */
function lineOf(xml: string, name: string): number | undefined {
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const at = xml.indexOf(` name="${escaped}"`);
  return at === -1 ? undefined : xml.slice(0, at).split('\n').length;
}
