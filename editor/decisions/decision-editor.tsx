import { nanoid } from 'nanoid';
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import type { TableFinding as AnalysisFinding } from '../../definitions/decision/analysis/analyse.ts';
import type { TableFinding as CellFinding } from '../../definitions/decision/check-table.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { TableFileKind } from '../../definitions/model/views/table-file.ts';
import surface from '../shell/surface.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import type { Requirable } from './asked-table.ts';
import type { BesideTable } from './bringing.ts';
import { gridColumns } from './cells.ts';
import { useColumnActs } from './column-dialog.tsx';
import { ColumnHeads } from './column-heads.tsx';
import styles from './decision-editor.module.css';
import { tableRowAt, withCell } from './edit-cells.ts';
import { withoutDefaults } from './edit-columns.ts';
import { rowForGap, withNewRows, withRow } from './edit-rows.ts';
import { ExportDialog } from './export-dialog.tsx';
import { FindingsLine, UntoldLine } from './findings-line.tsx';
import { GhostRows, MOST_GHOSTS } from './ghost-rows.tsx';
import { Grid } from './grid.tsx';
import { GridBelow } from './grid-below.tsx';
import { GridFooter } from './grid-footer.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { offeredInputs } from './offered-inputs.ts';
import { withPolicy } from './policy-choice.ts';
import { Toolbar } from './toolbar.tsx';
import { TryPanel } from './try-panel.tsx';
import { nextWrong, useCellCheck, useCellSetting, useNotes, useShownRows } from './use-decision-grid.ts';
import { useBeginAt } from './use-begin-at.ts';
import { useGrid } from './use-grid.ts';
import { useTableWork } from './use-table-work.ts';
import { useTrial } from './use-trial.ts';

export interface DecisionEditorProps {
  readonly table: DecisionTable;
  /** What a flow gives the table, if that is known; else what the table names by itself. */
  readonly types?: TypeEnvironment;
  /** The tables that it may go by: it is tried after those that it does. */
  readonly others?: Requirable;
  /** Names of the steps that decide by it. */
  readonly usedBy: readonly string[];
  /** One whole new table for each act, with what was done in an analyst's words. */
  readonly onChange: (label: string, table: DecisionTable) => void;
  readonly readOnly?: boolean;
  /** Ids of the row and the column to begin at; null: any. */
  readonly at?: { readonly row: string | null; readonly column: string | null };
  /** Ids of rows that no story comes to, as far as they are to be marked. */
  readonly untold?: ReadonlySet<string>;
  /** Tries a story that comes to such a row; null: one is being looked for. */
  readonly tryUntold?: ((row: string) => void) | null;
  /** The other tables of its draft; absent: it stands alone. */
  readonly beside?: BesideTable;
}

const NO_ROWS: ReadonlySet<string> = new Set();
const NO_OTHERS: Requirable = { tables: {}, types: {} };
const NOTHING: NonNullable<DecisionTable['requires']> = {};

/**
 * A decision table as a spreadsheet that looks itself over: its cells, gaps and overlaps where they are, and a panel in
 * which it is tried. It is as high as what it stands in.
 */
export function DecisionEditor({
  table,
  types,
  others = NO_OTHERS,
  usedBy,
  onChange,
  readOnly = false,
  at,
  untold = NO_ROWS,
  tryUntold,
  beside,
}: DecisionEditorProps): ReactNode {
  const { inputs, outputs } = table;
  const columns = useMemo(() => gridColumns({ inputs, outputs }), [inputs, outputs]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [file, setFile] = useState<File | null>(null);
  const [exported, setExported] = useState<TableFileKind | null>(null);
  const now = useRef({ table, onChange });
  now.current = { table, onChange };
  const commit = useCallback((label: string, next: DecisionTable): void => {
    setRefusal(null);
    if (next !== now.current.table) now.current.onChange(label, next);
  }, []);

  const { shown, text: filterText, setFilter } = useShownRows(table);
  const state = useGrid({ table, shown, readOnly, commit, refuse: setRefusal });
  const { selection, acts } = state;
  const work = useTableWork(table, types, others);
  const { notes, heads } = useNotes(work);
  const trial = useTrial(table, types, work);
  const check = useCellCheck(table, types);
  const columnActs = useColumnActs(table, commit);
  useBeginAt(at, table, columns, acts);
  const given = types ?? work.checked?.found.types;
  const settingOf = useCellSetting(inputs, given);
  const offered = useMemo(() => offeredInputs({ inputs }, given ?? {}), [inputs, given]);

  const activePlace = tableRowAt(table, shown, selection.active.row);
  const activeRow = activePlace === undefined ? undefined : table.rows[activePlace];
  const isHere = ({ place: { part, column } }: CellFinding): boolean => {
    const of = columns[selection.active.column];
    return (
      of !== undefined &&
      of.kind !== 'note' &&
      part === (of.kind === 'input' ? 'when' : 'then') &&
      column === of.clause.id
    );
  };
  const gaps = work.analysed?.found.findings.filter(({ kind }) => kind === 'gap') ?? [];
  const { acts: said } = drawingWords.decisions;

  const show = ({ witness }: AnalysisFinding): void => {
    if (witness !== undefined) trial.show(witness);
  };
  const addGap = (gap: AnalysisFinding): void => {
    commit(said.gap(table.name), withRow(table, rowForGap(table, gap, nanoid())));
    acts.goTo({ row: shown?.length ?? table.rows.length, column: inputs.length });
  };
  const addRow = (): void => {
    commit(
      said.inserted(1, table.name),
      withNewRows(table, table.rows.length, 1, () => nanoid()),
    );
    acts.goTo({ row: shown?.length ?? table.rows.length, column: 0 });
  };
  const fix = (finding: CellFinding, write: string): void => {
    const column = columns.find((one) => one.kind !== 'note' && one.clause.id === finding.place.column);
    if (activePlace !== undefined && column !== undefined)
      commit(said.fixed(activePlace + 1, table.name), withCell(table, activePlace, column, write));
  };
  const goToWrong = (): void => {
    const found = nextWrong(table.rows, shown, notes.cells, selection.active.row);
    if (found === null) return;
    const column = columns.findIndex(
      (one) => one.kind !== 'note' && one.clause.id === found.finding.place.column,
    );
    acts.goTo({ row: found.at, column: Math.max(0, column) });
  };

  // Drawn anew when something of it changes, and not with each step in the grid.
  const { name, hitPolicy, aggregation } = table;
  const { addInput, addOutput } = columnActs;
  const toolbar = useMemo(
    () => (
      <Toolbar
        table={{ name, hitPolicy, ...(aggregation !== undefined && { aggregation }) }}
        usedBy={usedBy}
        readOnly={readOnly}
        filter={filterText}
        offered={offered}
        acts={acts}
        onFilter={setFilter}
        onPolicy={(choice) => commit(said.policy(name), withPolicy(now.current.table, choice))}
        onAddInput={addInput}
        onAddOutput={addOutput}
        onImport={setFile}
        onExport={setExported}
      />
    ),
    [
      name,
      hitPolicy,
      aggregation,
      usedBy,
      readOnly,
      filterText,
      offered,
      acts,
      setFilter,
      commit,
      said,
      addInput,
      addOutput,
    ],
  );

  return (
    <div className={styles['editor']}>
      {toolbar}
      <div className={styles['work']}>
        <div className={`${surface['surface']} ${styles['sheet']}`}>
          <Grid
            table={table}
            columns={columns}
            shown={shown}
            state={state}
            notes={notes}
            untold={untold}
            check={check}
            settingOf={settingOf}
            heads={
              <ColumnHeads
                columns={columns}
                {...heads}
                readOnly={readOnly}
                isOrdered={ORDERED.has(table.hitPolicy)}
                onAct={columnActs.onAct}
              />
            }
            ghostCount={Math.min(gaps.length, MOST_GHOSTS)}
            ghosts={
              <GhostRows
                gaps={gaps}
                columns={columns}
                firstRow={shown?.length ?? table.rows.length}
                isOld={work.analysed?.table !== table}
                readOnly={readOnly}
                onAdd={addGap}
                onTry={show}
              />
            }
          >
            <GridBelow
              rowCount={table.rows.length}
              shownCount={shown?.length ?? table.rows.length}
              gapCount={gaps.length}
              outputs={outputs}
              onAdd={readOnly ? null : addRow}
              onWithoutDefaults={
                readOnly ? null : () => commit(said.defaultsGone(table.name), withoutDefaults(table))
              }
            />
          </Grid>
          <FindingsLine
            refusal={refusal}
            cells={activeRow === undefined ? [] : (notes.cells.get(activeRow)?.filter(isHere) ?? [])}
            others={activeRow === undefined ? [] : (notes.rows.get(activeRow) ?? [])}
            readOnly={readOnly}
            onFix={fix}
            onTry={show}
          >
            {activeRow === undefined || !untold.has(activeRow.id) || tryUntold === undefined ? null : (
              <UntoldLine onTry={tryUntold === null ? null : () => tryUntold(activeRow.id)} />
            )}
          </FindingsLine>
          <GridFooter
            table={table}
            shownCount={shown?.length ?? null}
            checked={work.checked}
            analysed={work.analysed}
            isBroken={work.isBroken}
            onNextWrong={goToWrong}
            onShowAll={() => setFilter('')}
          />
        </div>
        <aside className={styles['side']}>
          <TryPanel
            fields={trial.fields}
            decided={trial.decided}
            requires={table.requires ?? NOTHING}
            tables={others.tables}
            typed={trial.typed}
            problems={trial.problems}
            named={trial.named}
            tried={work.tried}
            onChange={trial.setTyped}
            onOwn={trial.setOwn}
            onClear={trial.clear}
          />
        </aside>
      </div>
      {columnActs.dialog}
      {file === null ? null : (
        <ImportDialog
          file={file}
          table={table}
          beside={beside}
          onTake={(taken) => {
            commit(said.imported(table.name), taken);
            setFile(null);
          }}
          onClose={() => setFile(null)}
        />
      )}
      {exported === null ? null : (
        <ExportDialog
          table={table}
          kind={exported}
          beside={{ tables: beside?.tables ?? {}, given: types ?? {} }}
          onClose={() => setExported(null)}
        />
      )}
    </div>
  );
}

/** Policies by which the order of rows decides. */
const ORDERED: ReadonlySet<DecisionTable['hitPolicy']> = new Set(['first', 'rule order']);
