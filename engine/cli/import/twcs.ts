import { readDelimited } from './delimited.ts';
import type { Reader } from './read-file.ts';
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
 */
export const readTwcs: Reader = (bytes, options) => {
  const { columns, rows, rejected } = readDelimited(bytes);
  const missing = COLUMNS.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    return {
      read: rows.length + rejected.length,
      mentions: [],
      rejected: [{ line: 1, field: missing.join(', '), reason: 'is no column of this file' }],
    };
  }
  const read = rows.map(({ line, cells }) => {
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
  });
  return sortOut(rows.length + rejected.length, read, rejected);
};

/** '4.0' is tweet 4. */
function tweetId(cell: string): string {
  return cell.replace(/\.0+$/, '');
}
