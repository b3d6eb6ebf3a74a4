import type { RowVerdict } from './read-file.ts';

/** A record of a CSV file: its cells as bytes, and the line it begins on. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly Buffer[];
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const LINE_FEED = 0x0a;
const RETURN = 0x0d;

/**
 * The records of a CSV file (RFC 4180), one after the other, over bytes so that one with a broken character harms no
 * other. A record ends with LF or CRLF alone: a lone CR is part of a cell. A quote in the middle of an unquoted cell
 * stands for itself. After a malformed record, reading goes on at the line after the one it began on. Empty lines are
 * no records.
 */
export function* csvRecords(bytes: Buffer): Generator<CsvRecord | RowVerdict> {
  for (let at = 0, line = 1; at < bytes.length;) {
    const record = recordAt(bytes, at);
    if (typeof record === 'string') {
      yield { line, field: 'row', reason: record };
      const feed = bytes.indexOf(LINE_FEED, at);
      at = feed === -1 ? bytes.length : feed + 1;
      line += 1;
      continue;
    }
    const [only] = record.cells;
    if (record.cells.length > 1 || (only && only.length > 0)) yield { line, cells: record.cells };
    line += lineFeeds(bytes, at, record.end);
    at = record.end;
  }
}

/** The record that begins here and where the next one does, or why it is malformed. */
function recordAt(bytes: Buffer, start: number): { cells: Buffer[]; end: number } | string {
  const cells: Buffer[] = [];
  for (let at = start; ;) {
    const cell = bytes[at] === QUOTE ? quotedCell(bytes, at) : bareCell(bytes, at);
    if (typeof cell === 'string') return cell;
    cells.push(cell.value);
    if (cell.end >= bytes.length) return { cells, end: bytes.length };
    if (bytes[cell.end] === COMMA) at = cell.end + 1;
    else return { cells, end: cell.end + (bytes[cell.end] === RETURN ? 2 : 1) };
  }
}

/** Runs to the comma, the line's end or the file's. */
function bareCell(bytes: Buffer, start: number): { value: Buffer; end: number } {
  let at = start;
  while (at < bytes.length && bytes[at] !== COMMA && !endsLine(bytes, at)) at += 1;
  return { value: bytes.subarray(start, at), end: at };
}

function quotedCell(bytes: Buffer, start: number): { value: Buffer; end: number } | string {
  const pieces: Buffer[] = [];
  for (let from = start + 1; ;) {
    const quote = bytes.indexOf(QUOTE, from);
    if (quote === -1) return 'opens a quote that is never closed';
    pieces.push(bytes.subarray(from, quote));
    const next = quote + 1;
    if (bytes[next] === QUOTE) {
      pieces.push(bytes.subarray(quote, next));
      from = next + 1;
    } else if (next >= bytes.length || bytes[next] === COMMA || endsLine(bytes, next)) {
      return { value: pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces), end: next };
    } else return 'goes on after a quote was closed';
  }
}

function endsLine(bytes: Buffer, at: number): boolean {
  return bytes[at] === LINE_FEED || (bytes[at] === RETURN && bytes[at + 1] === LINE_FEED);
}

function lineFeeds(bytes: Buffer, from: number, to: number): number {
  let count = 0;
  for (let at = bytes.indexOf(LINE_FEED, from); at !== -1 && at < to; at = bytes.indexOf(LINE_FEED, at + 1))
    count += 1;
  return count;
}
