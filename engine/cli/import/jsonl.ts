import { decode, linesOf, recognise } from './decode.ts';
import { MENTION_FIELDS } from './read-file.ts';
import type { MentionField, ReadMention, Reader, ReaderOptions, RowVerdict } from './read-file.ts';
import { sortOut, toMention } from './to-mention.ts';

/** Where a field stands in a line that is a mention as the API takes it. */
const PATHS: { readonly [field in MentionField]?: string } = {
  authorId: 'author.externalId',
  authorName: 'author.name',
  authorHandle: 'author.handle',
  authorEmail: 'author.email',
  authorPhone: 'author.phone',
};

/** One JSON object a line: as the API takes mentions, or by a map of paths. */
export const readJsonl: Reader = (file, options) => {
  const { bytes, encoding, name } = recognise(file, options.encoding);
  const rows = linesOf(bytes)
    .filter(({ line }) => line.length > 0)
    .map(({ number, line }) => readLine(number, decode(line, encoding), name, options));
  return sortOut(rows.length, rows);
};

function readLine(
  number: number,
  text: string | null,
  encoding: string,
  options: ReaderOptions,
): ReadMention | RowVerdict {
  if (text === null) return { line: number, field: 'row', reason: `is not ${encoding}` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { line: number, field: 'row', reason: 'is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { line: number, field: 'row', reason: 'is not a JSON object' };
  const flat: { [field: string]: string } = {};
  for (const field of MENTION_FIELDS) {
    const source = options.map ? options.map[field] : (PATHS[field] ?? field);
    const found = typeof source === 'object' ? source.value : at(value, source ?? '');
    if (found === undefined || found === null) continue;
    if (typeof found === 'object')
      return { line: number, field, reason: 'is a list or an object where a text belongs' };
    flat[field] = String(found);
  }
  return toMention(number, flat, options);
}

/** The value at a path with dots; a name that holds dots itself comes first. */
function at(value: unknown, path: string): unknown {
  if (typeof value !== 'object' || value === null || path === '') return undefined;
  const own = new Map(Object.entries(value));
  if (own.has(path)) return own.get(path);
  const dot = path.indexOf('.');
  return dot === -1 ? undefined : at(own.get(path.slice(0, dot)), path.slice(dot + 1));
}
