import { CallerProblem } from '../caller-problem.ts';
import { readDelimited, type DelimitedRow } from './delimited.ts';
import type { Reader, ReaderOptions, ReadMention, RowVerdict } from './read-file.ts';
import { sortOut, toMention } from './to-mention.ts';

const COLUMNS = [
  'tweet_id',
  'author_id',
  'inbound',
  'created_at',
  'text',
  'in_response_to_tweet_id',
] as const;

/**
 * "Customer support on Twitter": tweets and the answers of brands. Rows of a brand (`inbound` is False) are answers
 * given elsewhere. Threads come from `in_response_to_tweet_id` alone; a table program may have made numbers of ids.
 * Throws CallerProblem for a file without these columns.
 */
export const readTwcs: Reader = (bytes, options) => {
  const { rows } = readDelimited(bytes, options.encoding, (columns) => {
    const missing = COLUMNS.filter((column) => !columns.includes(column));
    if (missing.length === 0) return COLUMNS;
    throw new CallerProblem(
      'no such column',
      `This file has no column ${missing.join(', ')}, so it is not of this format`,
      'use --format csv with --map for other tables',
    );
  });
  const read = [];
  for (const row of rows) read.push('reason' in row ? row : readRow(row, options));
  return sortOut(read.length, read);
};

function readRow({ line, cells }: DelimitedRow, options: ReaderOptions): ReadMention | RowVerdict {
  const cell = (column: (typeof COLUMNS)[number]): string => cells.get(column)?.trim() ?? '';
  return toMention(
    line,
    {
      externalId: tweetId(cell('tweet_id')),
      authorId: cell('author_id'),
      authorHandle: cell('author_id'),
      direction: cell('inbound') === '' ? 'missing' : cell('inbound'),
      occurredAt: cell('created_at'),
      text: cells.get('text') ?? '',
      inReplyTo: tweetId(cell('in_response_to_tweet_id')),
    },
    options,
  );
}

/** '4.0' is tweet 4. */
function tweetId(cell: string): string {
  return cell.replace(/\.0+$/, '');
}
