import type { TableIssue } from '../../definitions/decision/table-issue.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { MOST_BYTES, MOST_UNPACKED_BYTES, refusal, tooManyBytes } from './file-refusal.ts';
import { tooManyRows } from './read-csv.ts';
import { unpacked, zipEntries, zipOf, type ZipEntry } from './zip.ts';

export type WorkbookParts = { readonly workbook: Buffer } | { readonly issue: TableIssue };

/** What of a workbook says which cells hold what; the rest (pictures, macros, links) is not looked at. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/worksheets\/[^/]+\.xml)$/;
/** Of the beginning of a tag, when it is cut in two. */
const LONGEST_TAG = 100;
const SHEET = /^xl\/worksheets\//;
/** Lines above the rows, and notes below them. */
const MOST_ROWS = BOUNDS.tableRows + 1_000;
/** Of all sheets, the empty ones that are styled included: how many are read in a few seconds. */
const MOST_CELLS = 400_000;
/** Cells of merged ranges: a range over whole columns would be gone through cell by cell. */
const MOST_MERGED = 200_000;
/** Of what is gone through cell by cell as well, and says nothing of what stands in the cells. */
const DROPPED = /<((?:\w+:)?(?:definedNames|dataValidations))\b[^>]*?(?:\/>|>[^]*?(?:<\/\1>|$))/g;

/**
 * A workbook with nothing but what a table is read from, unpacked within bounds: whatever it is built to do, to read
 * it takes bounded time and memory. A sheet with more rows than a table may have is refused while it is unpacked.
 */
export async function workbookParts(bytes: Buffer): Promise<WorkbookParts> {
  if (bytes.length > MOST_BYTES) return { issue: tooManyBytes(bytes.length) };
  const entries = zipEntries(bytes);
  if (entries === null) return { issue: notUnpacked(bytes) };
  if (entries.some(({ isEncrypted }) => isEncrypted)) return { issue: withPassword() };
  const wanted = entries.filter(({ name }) => WANTED.test(name));
  if (!wanted.some(({ name }) => name === 'xl/workbook.xml')) return { issue: otherKind(entries) };
  const parts = new Map<string, Buffer>();
  let left = MOST_UNPACKED_BYTES;
  let cells = 0;
  for (const entry of wanted) {
    const part = await partOf(entry, left);
    if ('issue' in part) return part;
    left -= part.bytes.length;
    cells += part.cells;
    if (cells > MOST_CELLS) return { issue: tooManyCells() };
    const scrubbed = scrub(part.bytes, SHEET.test(entry.name));
    if ('issue' in scrubbed) return scrubbed;
    parts.set(entry.name, scrubbed.bytes);
  }
  return { workbook: zipOf(parts) };
}

type Part = { readonly bytes: Buffer } | { readonly issue: TableIssue };
type CountedPart = { readonly bytes: Buffer; readonly cells: number } | { readonly issue: TableIssue };

async function partOf(entry: ZipEntry, most: number): Promise<CountedPart> {
  const pieces: Buffer[] = [];
  const count = SHEET.test(entry.name) ? newCount() : null;
  let size = 0;
  try {
    for await (const piece of unpacked(entry)) {
      size += piece.length;
      count?.add(piece);
      if (count !== null && count.rows > MOST_ROWS) return { issue: tooManyRows() };
      if (count !== null && count.cells > MOST_CELLS) return { issue: tooManyCells() };
      if (size > most) return { issue: unpacksTooMuch() };
      pieces.push(piece);
    }
  } catch {
    return { issue: broken() };
  }
  return { bytes: Buffer.concat(pieces), cells: count?.cells ?? 0 };
}

/** Counts cells, and rows in which something stands: styled rows may go on far below the last one that is filled. */
function newCount(): { rows: number; cells: number; add(piece: Buffer): void } {
  let rest = '';
  let isOpen = false;
  const count = {
    rows: 0,
    cells: 0,
    add(piece: Buffer): void {
      const text = rest + piece.toString('latin1');
      const cut = Math.max(0, text.lastIndexOf('<'));
      rest = text.length - cut > LONGEST_TAG ? '' : text.slice(cut);
      for (const [, tag] of text.slice(0, cut).matchAll(/<(?:\w+:)?(row|c|v|is|f)\b/g)) {
        if (tag === 'row') isOpen = true;
        else if (tag === 'c') count.cells += 1;
        else if (isOpen) {
          count.rows += 1;
          isOpen = false;
        }
      }
    },
  };
  return count;
}

function scrub(bytes: Buffer, isSheet: boolean): Part {
  // Marks of XML are the same bytes in latin1 as in UTF-8, and every byte comes back as it was.
  const text = bytes.toString('latin1');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text))
    return { issue: broken('It declares entities, which no workbook does.') };
  if (isSheet && mergedCells(text) > MOST_MERGED)
    return {
      issue: refusal('merged cells', 'So many cells are merged that no table can be read.', 'Split them'),
    };
  return { bytes: Buffer.from(text.replace(DROPPED, ''), 'latin1') };
}

function mergedCells(sheet: string): number {
  let cells = 0;
  for (const [, range = ''] of sheet.matchAll(/<(?:\w+:)?mergeCell\b[^>]*?\bref\s*=\s*["']([^"']*)["']/g)) {
    const [, left = '', top, right = '', bottom] =
      /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(range) ?? [];
    const across = Math.abs(columnNumber(right) - columnNumber(left)) + 1;
    cells += top === undefined ? MOST_MERGED : across * (Math.abs(Number(bottom) - Number(top)) + 1);
  }
  return cells;
}

/** The number of a column, from 1, by its letters. */
export function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

/** What Office keeps in its old container: a workbook of Excel 97, or a new one behind a password. */
const OLD_CONTAINER = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

function notUnpacked(bytes: Buffer): TableIssue {
  if (bytes.length === 0) return refusal('unreadable file', 'The file is empty.', 'Save the workbook again');
  if (!bytes.subarray(0, OLD_CONTAINER.length).equals(OLD_CONTAINER)) return broken();
  if (bytes.includes(ENCRYPTED)) return withPassword();
  return refusal(
    'unreadable file',
    'The file is a workbook of an old Excel (.xls), whatever its name.',
    'Open it and save it as “Excel Workbook (.xlsx)”',
  );
}

function withPassword(): TableIssue {
  return refusal(
    'unreadable file',
    'The workbook is protected by a password.',
    'Save it without one; who may change a table is decided by who may publish',
  );
}

function otherKind(entries: readonly ZipEntry[]): TableIssue {
  const isOpenDocument = entries.some(({ name }) => name === 'mimetype');
  return refusal(
    'unreadable file',
    isOpenDocument ? 'The file is a document of LibreOffice (.ods).' : 'The file holds no Excel workbook.',
    'Save it as “Excel Workbook (.xlsx)”',
  );
}

function tooManyCells(): TableIssue {
  return refusal(
    'too large',
    `The workbook has more than ${MOST_CELLS} cells.`,
    'Take the table alone into a new workbook, without formats on empty cells',
  );
}

function unpacksTooMuch(): TableIssue {
  return refusal(
    'too large',
    `Unpacked, the workbook has more than ${MOST_UNPACKED_BYTES / 1_000_000} MB.`,
    'Take the table alone into a new workbook',
  );
}

export function broken(why = 'The workbook is broken.'): TableIssue {
  return refusal('unreadable file', why, 'Open it in a spreadsheet and save it again');
}
