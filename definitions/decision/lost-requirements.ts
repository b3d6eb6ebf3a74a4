import type { TableIssue } from './table-issue.ts';
import type { DecisionTable } from './table.ts';

/** What is lost of a table that goes by others where it stands alone: there it is given what they come to. */
export function lostRequirements({ requires }: Pick<DecisionTable, 'requires'>): readonly TableIssue[] {
  const names = Object.keys(requires ?? {}).map((name) => `“${name}”`);
  if (names.length === 0) return [];
  const message = `Another table decides ${names.join(', ')} for it. In this file ${names.length === 1 ? 'that is a value' : 'those are values'} that it is given.`;
  return [{ code: 'lost', severity: 'warning', place: {}, message }];
}
