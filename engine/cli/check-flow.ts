import { hasErrors } from '../../definitions/check/check.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { activityContracts } from './activity-contracts.ts';
import { readDrawing } from './read-drawing.ts';
import type { Checked } from './run-check.ts';

/** What is wrong with a flow and all that belongs to it. */
export async function checkedFlow(name: string): Promise<Checked> {
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

function line({ severity, place, message }: Issue): string {
  const where = Object.values(place).filter((part) => part !== '');
  return `${severity}: ${message} (${where.join(', ')})\n`;
}
