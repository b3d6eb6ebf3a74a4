import type { TableFilePlace, TableIssue, TableIssueCode } from '../../definitions/decision/table-issue.ts';

/** Why a file is not read at all, as the one issue that it has. */
export function refusal(
  code: TableIssueCode,
  message: string,
  fix: string,
  place: TableFilePlace = {},
): TableIssue {
  return { code, severity: 'error', place, message, fix: { title: fix } };
}

/** Larger files of tables are not read; of one that is packed, this is what it may come to. */
export const MOST_BYTES = 20_000_000;
export const MOST_UNPACKED_BYTES = 60_000_000;

export function tooManyBytes(bytes: number): TableIssue {
  const millions = Math.ceil(bytes / 1_000_000);
  return refusal(
    'too large',
    `The file has ${millions} MB; a file with a table may have ${MOST_BYTES / 1_000_000} MB.`,
    'Take the table alone, without what else stands in the file',
  );
}
