import type { TableIssue } from '../../definitions/decision/table-issue.ts';

/** An issue of a table's file as a line: what is wrong, where, and what puts it right. */
export function tableIssueLine(file: string, { severity, message, place, fix }: TableIssue): string {
  const { line, character, cell, sheet, decision, row, column, name = column } = place;
  const where = [
    [file, line, character].filter((part) => part !== undefined).join(':'),
    sheet === undefined ? '' : `sheet “${sheet}”`,
    cell ?? '',
    decision === undefined ? '' : `“${decision}”`,
    row === undefined ? '' : `row ${row}`,
    name === undefined ? '' : `“${name}”`,
  ].filter((part) => part !== '');
  return `${severity}: ${message} (${where.join(', ')})${fix === undefined ? '' : ` ${fix.title}.`}\n`;
}
