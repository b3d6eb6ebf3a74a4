import type { TableAnalysis, TableFinding } from '../../definitions/decision/analysis/finding.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';

/** What the analysis of a file's table found, a line each with an input that shows it, and how far the search got. */
export function analysisLines(
  file: string,
  table: DecisionTable,
  { findings, howFar }: TableAnalysis,
): string[] {
  const names = new Map(table.inputs.map(({ id, name }) => [id, name]));
  const where = `${file}, “${table.name}”`;
  return [
    ...findings.map(
      (finding) => `${finding.severity}: ${finding.message}${witnessOf(finding, names)} (${where})`,
    ),
    `${where}: ${howFar}`,
  ];
}

function witnessOf({ witness, message }: TableFinding, names: ReadonlyMap<string, string>): string {
  if (witness === undefined || message.includes('for instance')) return '';
  const values = Object.entries(witness).map(([input, { feel }]) => `${names.get(input) ?? input} = ${feel}`);
  return values.length === 0 ? '' : ` Try ${values.join(', ')}.`;
}
