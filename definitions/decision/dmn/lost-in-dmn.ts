import { givesList } from '../../feel/link/hit-policy.ts';
import { policyOf } from '../policy.ts';
import type { TableIssue } from '../table-issue.ts';
import type { DecisionTable } from '../table.ts';

/** What of a table DMN has no word for. */
export function lostInDmn(table: DecisionTable): readonly TableIssue[] {
  const lost = (message: string, place: TableIssue['place'] = {}): TableIssue => ({
    code: 'lost',
    severity: 'warning',
    place,
    message,
  });
  const issues = [...table.inputs, ...table.outputs].flatMap(({ id, name, type }) =>
    type.type === 'string' && type.allowed?.length === 0
      ? [
          lost(`“${name}” allows no value at all, which DMN cannot say; any text is allowed there.`, {
            column: id,
          }),
        ]
      : [],
  );
  if (givesList(policyOf(table)) && table.outputs.every((output) => output.default === undefined))
    issues.push(lost('If no row hits, DMN knows no value, where this table has an empty list.'));
  return issues;
}

const UNFIT = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;

/** Why a table cannot stand in XML; undefined if it can. */
export function unfitForXml(table: DecisionTable): TableIssue | undefined {
  const row = table.rows.find(({ id, when, then, annotation = '' }) =>
    [id, ...when, ...then, annotation].some((text) => UNFIT.test(text)),
  );
  const { rows: _, ...head } = table;
  const isHeadUnfit = strings(head).some((text) => UNFIT.test(text));
  if (row === undefined && !isHeadUnfit) return undefined;
  return {
    code: 'bad cell',
    severity: 'error',
    place: row === undefined ? {} : { row: row.id },
    message: 'A text holds a character that XML has none for, so that it cannot stand in a DMN file.',
    fix: { title: 'Take the character out; it is most likely invisible' },
  };
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => [key, ...strings(member)]);
}
