import type { TableOutput, TableRow } from '../../definitions/decision/table.ts';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import type { WordList, WordListEntry } from '../../definitions/flow/word-list.ts';
import { useOf, type ListUse } from '../../definitions/reading/list-use.ts';
import { entryOf, rowOf, type WordRow } from '../../definitions/reading/word-row.ts';
import type { GridTable } from '../decisions/cells.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { toldPhrase } from './told-phrase.ts';

/** A line that says nothing that can be kept yet; it stands in the grid alone. */
export interface HeldLine {
  readonly row: TableRow;
  /** The row of the entry that stays what it was until this line can be kept; null: the line is new. */
  readonly stands: string | null;
  /** The row of the entry behind which it stands; null: it is the first. */
  readonly behind: string | null;
}

/** Rows that were made of entries, and the other way round: what does not change stays the same object. */
export interface KnownRows {
  readonly rows: WeakMap<WordListEntry, TableRow>;
  readonly entries: WeakMap<TableRow, WordListEntry>;
}

/** What stands in a row of the grid. */
export function writtenIn({ then: [phrase = '', means = '', weight = ''] }: TableRow): WordRow {
  return { phrase, means, weight };
}

/** A word list as the grid shows it: a row for each entry, and those lines that cannot be kept yet. */
export function wordTable(list: WordList, held: readonly HeldLine[], known: KnownRows): GridTable {
  const said = drawingWords.wordLists;
  const column = (id: keyof WordRow, type: TableOutput['type']): TableOutput => ({
    id,
    name: said[id],
    type,
  });
  return {
    id: list.id,
    name: list.name,
    hitPolicy: 'collect',
    inputs: [],
    outputs: [
      column('phrase', { type: 'string' }),
      column('means', { type: 'string' }),
      column('weight', { type: 'number' }),
    ],
    rows: rowsOf(list, held, known),
    isTold: true,
    mostRows: BOUNDS.wordListEntries,
    mostCharacters: BOUNDS.nameCharacters,
  };
}

function rowsOf(list: WordList, held: readonly HeldLine[], known: KnownRows): readonly TableRow[] {
  const use = useOf(list);
  const ids = rowIds(list.entries);
  const there = new Set(ids);
  const at = (place: string | null): readonly TableRow[] =>
    held.flatMap(({ row, stands, behind }) => (stands === null && behind === place ? [row] : []));
  const instead = new Map(
    held.flatMap(({ row, stands }) => (stands === null ? [] : [[stands, row] as const])),
  );
  const adrift = held.filter(({ stands, behind }) => {
    const anchor = stands ?? behind;
    return anchor !== null && !there.has(anchor);
  });
  const rows = list.entries.flatMap((entry, index) => {
    const id = ids[index] ?? '';
    const row = instead.get(id) ?? rowOfEntry(entry, id, use, known);
    return held.length === 0 ? [row] : [row, ...at(id)];
  });
  return [...at(null), ...rows, ...adrift.map(({ row }) => row)];
}

function rowOfEntry(entry: WordListEntry, id: string, use: ListUse, known: KnownRows): TableRow {
  const before = known.rows.get(entry);
  if (before?.id === id) return before;
  const row = toldRow(id, rowOf(entry), use);
  known.rows.set(entry, row);
  known.entries.set(row, entry);
  return row;
}

function toldRow(id: string, written: WordRow, use: ListUse): TableRow {
  const { phrase, means, weight } = written;
  return { id, when: [], then: [phrase, means, weight], annotation: toldPhrase(written, use) };
}

/** Each entry's row is known by its phrase, and by how often that stood before. */
function rowIds(entries: readonly WordListEntry[]): readonly string[] {
  const seen = new Map<string, number>();
  return entries.map(({ phrase }) => {
    const times = (seen.get(phrase) ?? 0) + 1;
    seen.set(phrase, times);
    return times === 1 ? phrase : `${phrase}^${times}`;
  });
}

/** What rows of the grid come to: the entries that can be kept, and the lines that cannot be yet. */
export function fromRows(
  list: WordList,
  rows: readonly TableRow[],
  known: KnownRows,
): { readonly entries: readonly WordListEntry[]; readonly held: readonly HeldLine[] } {
  const use = useOf(list);
  const stood = new Map(rowIds(list.entries).map((id, at) => [id, list.entries[at]] as const));
  const entries: WordListEntry[] = [];
  const waiting: { row: TableRow; after: number; stands: boolean }[] = [];
  for (const row of rows) {
    const before = stood.get(row.id);
    const entry = known.entries.get(row) ?? sameOr(before, entryOf(writtenIn(row)));
    if (entry !== null) {
      entries.push(entry);
      continue;
    }
    const held = toldRow(row.id, writtenIn(row), use);
    if (before !== undefined) entries.push(before);
    waiting.push({ row: held, after: entries.length - 1, stands: before !== undefined });
  }
  const ids = rowIds(entries);
  const held = waiting.map(({ row, after, stands }): HeldLine => {
    const anchor = ids[after] ?? null;
    return stands ? { row, stands: anchor, behind: null } : { row, stands: null, behind: anchor };
  });
  return { entries, held };
}

function sameOr(before: WordListEntry | undefined, entry: WordListEntry | null): WordListEntry | null {
  const isSame =
    before !== undefined &&
    before.phrase === entry?.phrase &&
    before.means === entry.means &&
    before.weight === entry.weight;
  return isSame ? before : entry;
}
