import { CallerProblem } from '../caller-problem.ts';
import { readDelimited } from './delimited.ts';
import { MENTION_FIELDS } from './read-file.ts';
import type { FieldMap, MentionField, Reader } from './read-file.ts';
import { sortOut, toMention } from './to-mention.ts';

const NEEDED: readonly MentionField[] = ['externalId', 'occurredAt', 'text'];
const AUTHOR: readonly MentionField[] = ['authorId', 'authorHandle', 'authorEmail', 'authorPhone'];

/** CSV with named columns; without a map, columns are called like the fields. Throws CallerProblem if one is missing. */
export const readCsv: Reader = (bytes, { map, ...options }) => {
  const sources = MENTION_FIELDS.map((field) => [field, map ? map[field] : field] as const);
  const { rows } = readDelimited(bytes, options.encoding, (found) => {
    refuseMissing(found, map);
    return sources.flatMap(([, source]) =>
      typeof source === 'string' && found.includes(source) ? [source] : [],
    );
  });
  const read = [];
  for (const row of rows) {
    if ('reason' in row) {
      read.push(row);
      continue;
    }
    const flat = sources.map(
      ([field, source]) =>
        [field, typeof source === 'object' ? source.value : (row.cells.get(source ?? '') ?? '')] as const,
    );
    read.push(toMention(row.line, Object.fromEntries(flat), options));
  }
  return sortOut(read.length, read);
};

/** Columns that a map names must be there, and so must those without which no row could go in. */
function refuseMissing(columns: readonly string[], map: FieldMap | null): void {
  const has = (field: MentionField): boolean => {
    const source = map ? map[field] : field;
    return typeof source === 'object' || (source !== undefined && columns.includes(source));
  };
  const mapped = Object.values(map ?? {}).filter(
    (source) => typeof source === 'string' && !columns.includes(source),
  );
  const needed = [...NEEDED.filter((field) => !has(field)), ...(AUTHOR.some(has) ? [] : ['authorId'])];
  const missing = mapped.length > 0 ? mapped : needed;
  if (missing.length === 0) return;
  throw new CallerProblem(
    'no such column',
    `This file has no column ${missing.join(', ')}: its first row names ${columns.slice(0, 20).join(', ')}`,
    map ? 'correct the map' : 'say with --map which column holds which field',
  );
}
