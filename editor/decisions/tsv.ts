/**
 * Cells as spreadsheets put them on the clipboard: a tab between cells, a line for each row, and a cell in quotes,
 * with those inside doubled, where it holds a tab or a line break itself. Excel leaves other cells as they are, also
 * those that begin with a quote, as FEEL's texts do; some programs put these in quotes as well. So what begins with
 * three quotes is taken for a text in quotes, and what begins with one for the text itself.
 */
export function cellsOf(clipboard: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let at = 0;
  for (;;) {
    const { text, end } = cellAt(clipboard, at);
    rows.at(-1)?.push(text);
    at = end;
    if (at >= clipboard.length) break;
    if (clipboard[at] !== '\t') {
      at += clipboard.startsWith('\r\n', at) ? 2 : 1;
      // A line break after the last row ends it, and begins no other.
      if (at >= clipboard.length) break;
      rows.push([]);
    } else at += 1;
  }
  return rows;
}

/** The same cells for the clipboard; `cellsOf` reads them back. */
export function clipboardText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => `${cells.map(written).join('\t')}\r\n`).join('');
}

const PARTED = /[\t\r\n]/;
const THREE = '"""';

function cellAt(text: string, from: number): { readonly text: string; readonly end: number } {
  if (text[from] === '"') {
    const end = endOfQuoted(text, from);
    const inside = end === null ? '' : text.slice(from + 1, end - 1);
    if (end !== null && (PARTED.test(inside) || text.startsWith(THREE, from)))
      return { text: inside.replaceAll('""', '"'), end };
  }
  const rest = text.slice(from).search(PARTED);
  const end = rest === -1 ? text.length : from + rest;
  return { text: text.slice(from, end), end };
}

/** Just behind the quote that closes a cell; null where a quote stands within it, or none closes it. */
function endOfQuoted(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    const next = text[at + 1];
    return next === undefined || PARTED.test(next) ? at + 1 : null;
  }
  return null;
}

function written(cell: string): string {
  const isPlain = !PARTED.test(cell) && !cell.startsWith(THREE) && !runsOn(cell);
  return isPlain ? cell : `"${cell.replaceAll('"', '""')}"`;
}

/** Whether what begins with a quote would be read on into the next cell. */
function runsOn(cell: string): boolean {
  if (!cell.startsWith('"')) return false;
  let at = cell.indexOf('"', 1);
  while (at !== -1 && cell[at + 1] === '"') at = cell.indexOf('"', at + 2);
  return at === -1;
}
