import { MOST_TABLE_FILE_BYTES } from '../../definitions/model/views/table-file.ts';
import type { CellsRead, CellsWritten } from '../../definitions/model/views/word-file.ts';
import { cellsOfWords, readLines, type ReadLine } from '../../definitions/reading/sheet-words.ts';
import type { WordList } from '../../definitions/flow/word-list.ts';
import { base64Of, bytesOf, WORKBOOK } from '../decisions/table-files.ts';
import { cellsOf, clipboardText } from '../decisions/tsv.ts';
import { tell } from '../shell/api.ts';
import { drawingWords } from '../shell/drawing-words.ts';

export const WORD_FILE_KINDS = ['xlsx', 'csv', 'txt'] as const;
export type WordFileKind = (typeof WORD_FILE_KINDS)[number];

/** What a file of words holds, and why it cannot be read, or what of it. */
export interface ReadWords {
  readonly lines: readonly ReadLine[];
  readonly issues: readonly string[];
}

/** The words in a text: one a line, and behind tabs what it means and what it weighs. */
export function linesOfText(text: string): readonly ReadLine[] {
  return readLines(cellsOf(text.replace(/^\uFEFF/, '')));
}

/** Reads words from a file; its ending says how. Of sheets the API knows more than the browser. */
export async function readWordFile(file: File): Promise<ReadWords> {
  const { files } = drawingWords.wordLists;
  const kind = WORD_FILE_KINDS.find((one) => file.name.toLowerCase().endsWith(`.${one}`));
  if (kind === undefined) return { lines: [], issues: [files.other] };
  if (file.size > MOST_TABLE_FILE_BYTES)
    return { lines: [], issues: [files.tooLarge(MOST_TABLE_FILE_BYTES / 1_000_000)] };
  if (kind === 'txt') return { lines: linesOfText(await file.text()), issues: [] };
  const content = base64Of(new Uint8Array(await file.arrayBuffer()));
  const { rows, lines, issues } = await tell<CellsRead>('/words/read', { kind, content });
  return {
    lines: readLines(rows, lines),
    issues: issues.map(({ message, place: { cell } }) =>
      cell === undefined ? message : `${cell}: ${message}`,
    ),
  };
}

/** A word list as a file of a kind. */
export async function writeWordFile(list: WordList, kind: WordFileKind): Promise<Blob> {
  const rows = cellsOfWords(list);
  switch (kind) {
    case 'txt':
      return new Blob([clipboardText(rows.slice(1).map(withoutEnd))], { type: 'text/plain' });
    case 'csv': {
      const { csvText } = await import('../../definitions/decision/sheet/csv-text.ts');
      return new Blob([csvText({ rows })], { type: 'text/csv' });
    }
    case 'xlsx': {
      const { content } = await tell<CellsWritten>('/words/write', { name: list.name, rows });
      return new Blob([bytesOf(content)], { type: WORKBOOK });
    }
  }
}

/** Without the empty cells at its end. */
function withoutEnd(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}
