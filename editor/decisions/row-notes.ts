import type { TableFinding as AnalysisFinding } from '../../definitions/decision/analysis/analyse.ts';
import type { TableFinding as CellFinding } from '../../definitions/decision/check-table.ts';
import type { TableRow } from '../../definitions/decision/table.ts';
import type { Analysed, Checked } from './examine.ts';
import type { Trial } from './trial.ts';
import type { Known } from './use-table-work.ts';

/**
 * What is known of each row, by the row itself: a row that was changed since is another one, of which nothing is
 * known yet.
 */
export type RowNotes<T> = ReadonlyMap<TableRow, T>;

/** What is wrong with the cells of each row. */
export function cellNotes(checked: Known<Checked> | null): RowNotes<readonly CellFinding[]> {
  return byRow(checked, ({ findings }) => findings.map((finding) => [finding.place.row, finding] as const));
}

/** What is wrong with each row among the others: told at the row that it concerns most. */
export function rowNotes(analysed: Known<Analysed> | null): RowNotes<readonly AnalysisFinding[]> {
  return byRow(analysed, ({ findings }) =>
    findings
      .filter(({ kind }) => kind !== 'gap')
      .flatMap((finding) =>
        (finding.kind === 'overlap' ? finding.rows : finding.rows.slice(0, 1)).map(
          (row) => [row, finding] as const,
        ),
      ),
  );
}

function byRow<K, T>(
  known: Known<K> | null,
  findingsOf: (found: K) => readonly (readonly [row: string | undefined, finding: T])[],
): RowNotes<readonly T[]> {
  const notes = new Map<TableRow, T[]>();
  if (known === null) return notes;
  const findings = findingsOf(known.found);
  if (findings.length === 0) return notes;
  const rows = new Map(known.table.rows.map((row) => [row.id, row]));
  for (const [id, finding] of findings) {
    const row = id === undefined ? undefined : rows.get(id);
    if (row === undefined) continue;
    const all = notes.get(row);
    if (all === undefined) notes.set(row, [finding]);
    else all.push(finding);
  }
  return notes;
}

/** How a row fared with the values that are tried. */
export interface RowTrial {
  /** It fits and made the answer, fits without being asked for, or does not fit. */
  readonly is: 'decides' | 'fits' | 'fails';
  /** The places of the inputs that did not fit. */
  readonly failed: readonly number[];
}

/** How each row fared; rows that fared alike share what is said of them. */
export function trialNotes(tried: Known<Trial> | null): RowNotes<RowTrial> {
  const notes = new Map<TableRow, RowTrial>();
  if (tried === null) return notes;
  const decided = new Set(tried.found.result.rows);
  const shared = new Map<readonly number[], RowTrial>();
  for (const [at, row] of tried.table.rows.entries()) {
    const failed = tried.found.failed[at];
    if (failed === undefined) continue;
    if (failed.length === 0) notes.set(row, decided.has(row.id) ? DECIDES : FITS);
    else {
      const fails = shared.get(failed) ?? { is: 'fails', failed };
      shared.set(failed, fails);
      notes.set(row, fails);
    }
  }
  return notes;
}

const DECIDES: RowTrial = { is: 'decides', failed: [] };
const FITS: RowTrial = { is: 'fits', failed: [] };
