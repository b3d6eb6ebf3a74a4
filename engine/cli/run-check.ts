import { hasErrors } from '../../definitions/check/check.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { SEMANTICS } from '../interpreter/state.ts';
import { activityContracts } from './activity-contracts.ts';
import { readDrawing } from './read-drawing.ts';

/** Prints what is wrong with a flow, as sentences or as JSON `{ issues, hash }`; the hash is null if it cannot be published. */
export async function runCheck(name: string, json: boolean): Promise<void> {
  const { flow, ...parts } = readDrawing(name);
  const { activities, known } = await activityContracts({ flow, ...parts }, process.env);
  const assembly = assembleRevision(flow, { ...parts, activities }, SEMANTICS);
  const issues = 'issues' in assembly ? assembly.issues : assembly.warnings;
  if (!known)
    process.stderr.write('No Earshot runs here, so what activities take and give was not checked.\n');
  if (json)
    process.stdout.write(`${JSON.stringify({ issues, hash: 'hash' in assembly ? assembly.hash : null })}\n`);
  else
    process.stdout.write(
      issues.length === 0 ? `${flow.name}: nothing is wrong.\n` : issues.map(line).join(''),
    );
  if (hasErrors(issues)) process.exitCode = 1;
}

function line({ severity, place, message }: Issue): string {
  const where = Object.values(place).filter((part) => part !== '');
  return `${severity}: ${message} (${where.join(', ')})\n`;
}
