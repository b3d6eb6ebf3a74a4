import { readDelimited } from './delimited.ts';
import { MENTION_FIELDS } from './read-file.ts';
import type { Reader } from './read-file.ts';
import { sortOut, toMention } from './to-mention.ts';

/** CSV with named columns; without a map, columns are called like the fields. */
export const readCsv: Reader = (bytes, options) => {
  const { rows, rejected } = readDelimited(bytes);
  const read = rows.map(({ line, cells }) => {
    const flat = MENTION_FIELDS.map((field) => {
      const source = options.map ? options.map[field] : field;
      return [field, typeof source === 'object' ? source.value : (cells.get(source ?? '') ?? '')] as const;
    });
    return toMention(line, Object.fromEntries(flat), options);
  });
  return sortOut(rows.length + rejected.length, read, rejected);
};
