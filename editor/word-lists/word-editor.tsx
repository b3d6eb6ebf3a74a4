import { nanoid } from 'nanoid';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { WordList, WordListEntry } from '../../definitions/flow/word-list.ts';
import { lineFindings } from '../../definitions/reading/check-words.ts';
import { useOf } from '../../definitions/reading/list-use.ts';
import { gridColumns, withText, type GridColumn } from '../decisions/cells.ts';
import decisions from '../decisions/decision-editor.module.css';
import { tableRowAt, withCell } from '../decisions/edit-cells.ts';
import { withNewRows } from '../decisions/edit-rows.ts';
import { FindingsLine } from '../decisions/findings-line.tsx';
import { Grid } from '../decisions/grid.tsx';
import { nextWrong, useShownRows } from '../decisions/use-decision-grid.ts';
import { useGrid } from '../decisions/use-grid.ts';
import { keepFile } from '../shell/keep-file.ts';
import { fileName } from '../shell/file-name.ts';
import surface from '../shell/surface.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import { ImportWords, PasteWords } from './import-dialog.tsx';
import { TryPanel } from './try-panel.tsx';
import { asCellFinding, useWordChecks } from './use-word-checks.ts';
import { useWordAt, type WordAt } from './use-word-at.ts';
import { useWords } from './use-words.ts';
import { writeWordFile, type WordFileKind } from './word-files.ts';
import { WordHeads } from './word-heads.tsx';
import { WordToolbar } from './word-toolbar.tsx';
import { WordsBelow, WordsFooter } from './words-below.tsx';
import { writtenIn } from './words-as-rows.ts';

export interface WordEditorProps {
  readonly list: WordList;
  /** All lists that are read beside it, and itself. */
  readonly lists: { readonly [id: string]: WordList };
  /** One whole new list for each act, with what was done in an analyst's words. */
  readonly onChange: (label: string, list: WordList) => void;
  /** A word that somebody was led to, and which part of its line. */
  readonly at?: WordAt | undefined;
  /** What can be done with the list as a whole. */
  readonly acts?: ReactNode;
  readonly readOnly?: boolean;
}

/** A word list as a spreadsheet that looks itself over, and a panel in which a text is tried on it. */
export function WordEditor({
  list,
  lists,
  onChange,
  at,
  acts: wholeActs,
  readOnly = false,
}: WordEditorProps): ReactNode {
  const { table, commit, take } = useWords(list, onChange);
  const columns = useMemo(() => gridColumns(table), [table.isTold]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [bringing, bring] = useState<File | 'lines' | null>(null);
  const { shown, text: filter, setFilter } = useShownRows(table);
  const state = useGrid({
    table,
    shown,
    readOnly,
    commit: (_, next) => {
      setRefusal(null);
      commit(next);
    },
    refuse: setRefusal,
  });
  const { selection, acts } = state;
  const checks = useWordChecks(list.id, table.rows);
  const notes = useMemo(() => ({ cells: checks.notes, rows: new Map(), trial: new Map() }), [checks.notes]);

  const place = tableRowAt(table, shown, selection.active.row);
  const row = place === undefined ? undefined : table.rows[place];
  const active = useRef(row);
  active.current = row;
  const check = useCallback(
    (column: GridColumn, text: string) => {
      if (active.current === undefined || column.kind !== 'output') return undefined;
      const written = writtenIn(withText(active.current, column, text));
      const found = lineFindings(list, written).find(({ part }) => part === column.clause.id);
      return found === undefined ? undefined : asCellFinding(found, active.current.id);
    },
    [list.id],
  );
  const of = columns[selection.active.column];
  const here = row === undefined ? [] : (checks.notes.get(row) ?? []);

  const count = shown?.length ?? table.rows.length;
  const goTo = (row: number, column = 0): void => acts.goTo({ row, column });
  useWordAt(at, table, columns, acts);
  const addWord = (): void => {
    setFilter('');
    commit(withNewRows(table, table.rows.length, 1, () => nanoid()));
    goTo(table.rows.length);
  };
  const goToNext = (): void => {
    const found = nextWrong(table.rows, shown, checks.notes, selection.active.row);
    const column = columns.findIndex(
      (one) => one.kind === 'output' && one.clause.id === found?.finding.place.column,
    );
    if (found !== null) goTo(found.at, Math.max(0, column));
  };
  const show = (entry: WordListEntry): void => {
    setFilter('');
    const at = table.rows.findIndex(
      ({ then: [phrase, means] }) => phrase === entry.phrase && means === entry.means,
    );
    if (at !== -1) goTo(at);
  };
  const keep = (kind: WordFileKind): void => {
    writeWordFile(list, kind).then(
      (file) => keepFile(file, `${fileName(list.name) || drawingWords.wordLists.files.unnamed}.${kind}`),
      (error: unknown) => setRefusal(error instanceof Error ? error.message : String(error)),
    );
  };
  const taking = {
    list,
    onTake: (entries: readonly WordListEntry[]): void => {
      take(entries);
      bring(null);
    },
    onClose: () => bring(null),
  };

  return (
    <div className={decisions['editor']}>
      <WordToolbar
        name={list.name}
        use={drawingWords.wordLists.uses[useOf(list)]}
        {...{ readOnly, filter, acts }}
        onFilter={setFilter}
        onImport={bring}
        onLines={() => bring('lines')}
        onExport={keep}
        whole={wholeActs}
      />
      <div className={decisions['work']}>
        <div className={`${surface['surface']} ${decisions['sheet']}`}>
          <Grid
            {...{ table, columns, shown, state, notes, check }}
            heads={<WordHeads />}
            ghosts={null}
            ghostCount={0}
          >
            <WordsBelow count={table.rows.length} shownCount={count} onAdd={readOnly ? null : addWord} />
          </Grid>
          <FindingsLine
            refusal={refusal}
            cells={here.filter(({ place: { column } }) => of?.kind === 'note' || of?.clause.id === column)}
            others={[]}
            readOnly={readOnly}
            onFix={(finding, write) => {
              const column = columns.find(
                (one) => one.kind === 'output' && one.clause.id === finding.place.column,
              );
              if (place !== undefined && column !== undefined) commit(withCell(table, place, column, write));
            }}
            onTry={() => undefined}
          />
          <WordsFooter
            count={table.rows.length}
            shownCount={shown?.length ?? null}
            checks={checks}
            onShowAll={() => setFilter('')}
            onNext={goToNext}
          />
        </div>
        <aside className={decisions['side']}>
          <TryPanel list={list} lists={lists} onShow={show} />
        </aside>
      </div>
      {bringing === 'lines' ? <PasteWords {...taking} /> : null}
      {bringing instanceof File ? <ImportWords file={bringing} {...taking} /> : null}
    </div>
  );
}
