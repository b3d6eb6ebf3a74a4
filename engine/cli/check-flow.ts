import { analyseTables, type AnalysedTable } from '../../definitions/check/analyse-tables.ts';
import { hasErrors } from '../../definitions/check/check.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { analysisLines } from './analysis-lines.ts';
import { activityContracts } from './activity-contracts.ts';
import { readDrawing } from './read-drawing.ts';
import type { Checked } from './run-check.ts';

/** What is wrong with a flow and all that belongs to it. */
export async function checkedFlow(name: string): Promise<Checked> {
  const { flow, ...parts } = await readDrawing(name);
  const { activities, known } = await activityContracts({ flow, ...parts }, process.env);
  const assembly = assembleRevision(flow, { ...parts, activities }, SEMANTICS);
  const issues = 'issues' in assembly ? assembly.issues : assembly.warnings;
  if (!known)
    process.stderr.write('No Earshot runs here, so what activities take and give was not checked.\n');
  const analysed = analyseTables(flow, { ...parts, activities });
  const findings = analysed.flatMap(({ analysis }) => analysis.findings);
  const lines = [
    ...issues.map(line),
    ...(issues.length === 0 && findings.every(({ severity }) => severity === 'information')
      ? [`${flow.name}: nothing is wrong.`]
      : []),
    ...analysed.flatMap(tableLines),
    ...(analysed.length === 0 ? [] : [searched(analysed)]),
  ];
  return {
    json: {
      issues,
      hash: 'hash' in assembly ? assembly.hash : null,
      analyses: analysed.map(({ table, usedBy, analysis: { findings: found, complete, howFar } }) => ({
        table: table.name,
        steps: usedBy.map(({ flow: by, node }) => ({ flow: by.id, node: node.id })),
        findings: found,
        complete,
        howFar,
      })),
    },
    text: lines.map((one) => `${one}\n`).join(''),
    isWrong: hasErrors(issues) || findings.some(({ severity }) => severity === 'error'),
  };
}

/** What was found in a table; nothing of one that was searched in vain. */
function tableLines({ table, usedBy, analysis }: AnalysedTable): string[] {
  if (analysis.complete && analysis.findings.length === 0) return [];
  const steps = usedBy.map(({ flow, node }) => `“${node.name}” of ${flow.name}`);
  return analysisLines(steps.join(', '), table, analysis);
}

function searched(analysed: readonly AnalysedTable[]): string {
  const whole = analysed.filter(({ analysis }) => analysis.complete).length;
  const were = whole === 1 ? 'was' : 'were';
  const which =
    whole === analysed.length
      ? `${whole === 1 ? 'the one' : `all ${whole}`}`
      : `${whole} of ${analysed.length}`;
  return `Tables: ${which} ${were} searched to the end for gaps, overlaps and rows that never decide.`;
}

function line({ severity, place, message }: Issue): string {
  const where = Object.values(place).filter((part) => part !== '');
  return `${severity}: ${message} (${where.join(', ')})`;
}
