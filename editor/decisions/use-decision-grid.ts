import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { TableFinding as CellFinding } from '../../definitions/decision/check-table.ts';
import type { TableFinding as AnalysisFinding } from '../../definitions/decision/analysis/analyse.ts';
import { cellTypes } from '../../definitions/decision/own-inputs.ts';
import type { DecisionTable, TableRow } from '../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../definitions/feel/compiler.ts';
import type { FeelSetting } from '../expressions/setting.ts';
import type { GridColumn } from './cells.ts';
import type { checkedCell } from './examine.ts';
import { cellNotes, rowNotes, trialNotes, type RowNotes } from './row-notes.ts';
import { filterBy, shownRows, type RowFilter } from './shown-rows.ts';
import type { TableWork } from './use-table-work.ts';

/** Which rows are shown, and how that is changed; what stands in the filter. */
export function useShownRows(table: DecisionTable): {
  readonly shown: readonly number[] | null;
  readonly text: string;
  readonly setFilter: (text: string) => void;
} {
  const [text, setText] = useState('');
  const [filter, setFilter] = useState<RowFilter | null>(null);
  const { rows } = table;
  const shown = useMemo(() => shownRows({ rows }, filter), [rows, filter]);
  const now = useRef(rows);
  now.current = rows;
  const set = useCallback((to: string) => {
    setText(to);
    setFilter(filterBy({ rows: now.current }, to));
  }, []);
  return { shown, text, setFilter: set };
}

/** What is known of rows and columns, where the grid looks for it. */
export function useNotes({ checked, analysed, tried }: TableWork) {
  const cells = useMemo(() => cellNotes(checked), [checked]);
  const rows = useMemo(() => rowNotes(analysed), [analysed]);
  const trial = useMemo(() => trialNotes(tried), [tried]);
  const heads = useMemo(
    () => ({
      wrong: new Map(
        (checked?.found.findings ?? []).flatMap((finding) =>
          finding.place.row === undefined && finding.place.column !== undefined
            ? [[finding.place.column, finding] as const]
            : [],
        ),
      ),
      found: new Map(
        (analysed?.found.findings ?? []).flatMap((finding) =>
          OF_COLUMNS.has(finding.kind) ? finding.columns.map((column) => [column, finding] as const) : [],
        ),
      ),
    }),
    [checked, analysed],
  );
  const notes = useMemo(() => ({ cells, rows, trial }), [cells, rows, trial]);
  return { notes, heads };
}

const OF_COLUMNS: ReadonlySet<AnalysisFinding['kind']> = new Set([
  'column changes nothing',
  'output never changes',
]);

/**
 * Looks at the cell that is written into by itself: over the head of the table, whatever its rows. What reads cells is
 * large; it is fetched once the table is shown, and until it has come nothing is said.
 */
export function useCellCheck(
  { id, name, hitPolicy, inputs, outputs }: DecisionTable,
  types: TypeEnvironment | undefined,
): (column: GridColumn, text: string) => CellFinding | undefined {
  const [look, setLook] = useState<typeof checkedCell | null>(null);
  useEffect(() => {
    // What could not be fetched is missed by nobody for long: the worker looks at every cell once it is written.
    import('./examine.ts').then(
      (module) => setLook(() => module.checkedCell),
      () => undefined,
    );
  }, []);
  return useCallback(
    (column, text) =>
      column.kind === 'note' || look === null
        ? undefined
        : look({ id, name, hitPolicy, inputs, outputs, rows: [] }, types, column, text),
    [look, id, name, hitPolicy, inputs, outputs, types],
  );
}

/** What surrounds a rule in a cell of a column; null where it is a note. For a column it stays the same object. */
export function useCellSetting(
  inputs: DecisionTable['inputs'],
  given: TypeEnvironment | undefined,
): (column: GridColumn) => FeelSetting | null {
  return useMemo(() => {
    const types = cellTypes({ inputs }, given ?? {});
    const known = new Map<GridColumn, FeelSetting>();
    return (column) => {
      if (column.kind === 'note') return null;
      const setting = known.get(column) ?? settingIn(column, types);
      known.set(column, setting);
      return setting;
    };
  }, [inputs, given]);
}

function settingIn(
  { kind, clause: { type } }: Exclude<GridColumn, { readonly kind: 'note' }>,
  types: TypeEnvironment,
): FeelSetting {
  return kind === 'input'
    ? { as: { kind: 'tests', input: type }, types }
    : { as: { kind: 'expression' }, types, wanted: type };
}

/** The next row, in the order of the table, in which a cell is wrong; behind the last comes the first. */
export function nextWrong(
  rows: readonly TableRow[],
  shown: readonly number[] | null,
  cells: RowNotes<readonly CellFinding[]>,
  after: number,
): { readonly at: number; readonly finding: CellFinding } | null {
  const count = shown?.length ?? rows.length;
  for (let step = 1; step <= count; step += 1) {
    const at = (after + step) % count;
    const row = rows[shown?.[at] ?? at];
    const finding = row === undefined ? undefined : cells.get(row)?.[0];
    if (finding !== undefined) return { at, finding };
  }
  return null;
}
