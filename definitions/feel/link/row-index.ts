import type { CellPlan, TablePlan } from '../check/plan.ts';
import type { Kind, Value } from '../value/value.ts';
import { wordsFor, type RowBits } from './bit-states.ts';
import type { ColumnIndex } from './column-index.ts';
import { columnIndex, indexedKind } from './column-index.ts';
import { fixedCell, type FixedCell } from './fixed-cell.ts';
import type { Frame, Link, Tester } from './frame.ts';
import { linkCell } from './tests.ts';

/** Which rows of a table its inputs' values hit. */
export interface RowIndex {
  /** The first row, or -1. */
  first(values: readonly Value[], frame: Frame): number;
  /** All rows, in drawn order. */
  all(values: readonly Value[], frame: Frame): readonly number[];
  /** Whether a value passes a row's cell. */
  passes(row: number, column: number, value: Value, frame: Frame): boolean;
}

/** Fewer rows are sooner asked one by one. */
const ROWS_WORTH_AN_INDEX = 5;

interface IndexedColumn {
  readonly column: number;
  readonly index: ColumnIndex;
}

/**
 * Links the cells of a table. A column whose cells mostly name values or ranges gets an index; the rows that all
 * indexes leave are then asked by what cells the indexes do not know.
 */
export function rowIndex({ rows, inputs }: Pick<TablePlan, 'rows' | 'inputs'>, link: Link): RowIndex {
  const testers = inputs.map((): (Tester | undefined)[] => []);
  const cellOf = inputs.map((_, column) => Uint32Array.from(rows, ({ when }) => when[column] ?? 0));
  const passes = (row: number, column: number, value: Value, frame: Frame): boolean => {
    const cell = cellOf[column]?.[row] ?? 0;
    const known = testers[column]?.[cell];
    if (known) return known(value, frame);
    const input = inputs[column];
    const made = linkCell(input?.cells[cell] ?? ANYTHING, link, input?.slot ?? 0);
    const linked = testers[column];
    if (linked) linked[cell] = made;
    return made(value, frame);
  };

  const indexed: IndexedColumn[] = [];
  /** By row: the columns that must be asked after the indexes; undefined where there are none. */
  const unknown = new Array<number[] | undefined>(rows.length).fill(undefined);
  const every = inputs.map((_, column) => column);
  for (const [column, { cells }] of inputs.entries()) {
    const ofRow = cellOf[column] ?? new Uint32Array(0);
    const made = indexFor(cells, ofRow);
    if (made) indexed.push({ column, index: made.index });
    const mustAsk = cells.map((cell, i) => !isAny(cell) && !made?.known[i]);
    if (!mustAsk.includes(true)) continue;
    for (let row = 0; row < rows.length; row += 1)
      if (mustAsk[ofRow[row] ?? 0]) (unknown[row] ??= []).push(column);
  }
  const hasUnknown = unknown.some((columns) => columns !== undefined);

  const hits = (row: number, columns: readonly number[], values: readonly Value[], frame: Frame): boolean => {
    frame.budget.spend(1);
    for (const column of columns) if (!passes(row, column, values[column] ?? null, frame)) return false;
    return true;
  };
  const scan = (values: readonly Value[], frame: Frame, isEnough: boolean): readonly number[] => {
    const found: number[] = [];
    for (let row = 0; row < rows.length; row += 1) {
      if (!hits(row, every, values, frame)) continue;
      found.push(row);
      if (isEnough) break;
    }
    return found;
  };

  const sets: RowBits[] = indexed.map(() => new Uint32Array(0));
  /** Fills `sets`; false if a value is of a kind that an index is not for. */
  const lookUp = (values: readonly Value[]): boolean => {
    for (let i = 0; i < indexed.length; i += 1) {
      const each = indexed[i];
      if (!each) continue;
      const set = each.index.rowsFor(values[each.column] ?? null);
      if (set === undefined) return false;
      sets[i] = set;
    }
    return true;
  };
  const words = wordsFor(rows.length);
  const candidates = (): number[] => {
    const found: number[] = [];
    const [a, b = a, c = b, d = c] = sets;
    if (!a || !b || !c || !d) return found;
    for (let word = 0; word < words; word += 1) {
      let bits = (a[word] ?? 0) & (b[word] ?? 0);
      if (bits === 0) continue;
      bits &= (c[word] ?? 0) & (d[word] ?? 0);
      if (bits !== 0 && sets.length > 4) bits = common(sets, word);
      while (bits !== 0) {
        const lowest = bits & -bits;
        found.push(word * 32 + 31 - Math.clz32(lowest));
        bits ^= lowest;
      }
    }
    return found;
  };
  const isHit = (row: number, values: readonly Value[], frame: Frame): boolean => {
    const columns = unknown[row];
    return columns === undefined || hits(row, columns, values, frame);
  };

  if (indexed.length === 0 || rows.length < ROWS_WORTH_AN_INDEX) {
    return {
      passes,
      first: (values, frame) => scan(values, frame, true)[0] ?? -1,
      all: (values, frame) => scan(values, frame, false),
    };
  }
  return {
    passes,
    first(values, frame) {
      if (!lookUp(values)) return scan(values, frame, true)[0] ?? -1;
      frame.budget.spend(1);
      // Asking cells may lead back to this very table: what the indexes answered is used up before.
      if (hasUnknown) return candidates().find((row) => isHit(row, values, frame)) ?? -1;
      const word = nextCommon(sets, 0, words);
      if (word === words) return -1;
      const bits = common(sets, word);
      return word * 32 + 31 - Math.clz32(bits & -bits);
    },
    all(values, frame) {
      if (!lookUp(values)) return scan(values, frame, false);
      frame.budget.spend(1);
      const found = candidates();
      return hasUnknown ? found.filter((row) => isHit(row, values, frame)) : found;
    },
  };
}

const ANYTHING: CellPlan = { negated: true, tests: [] };

/** Whether a cell asks nothing, as `-` does. */
export function isAny({ negated, tests }: CellPlan): boolean {
  return negated && tests.length === 0;
}

/** The next word, from `word` on, where all sets have a row in common; `words` if there is none. */
function nextCommon(sets: readonly RowBits[], word: number, words: number): number {
  const [a, b = a, c = b, d = c] = sets;
  if (!a || !b || !c || !d) return words;
  for (let at = word; at < words; at += 1) {
    const bits = (a[at] ?? 0) & (b[at] ?? 0);
    if (bits === 0 || (bits & (c[at] ?? 0) & (d[at] ?? 0)) === 0) continue;
    if (sets.length <= 4 || common(sets, at) !== 0) return at;
  }
  return words;
}

/** The rows of one word that all sets have in common. */
function common(sets: readonly RowBits[], word: number): number {
  let bits = -1;
  for (let i = 0; i < sets.length; i += 1) bits &= sets[i]?.[word] ?? 0;
  return bits;
}

/** An index for the kind that most of a column's rows are of, where that saves more than it costs. */
function indexFor(
  cells: readonly CellPlan[],
  ofRow: Uint32Array,
): { readonly index: ColumnIndex; readonly known: readonly (FixedCell | null)[] } | undefined {
  const fixed = cells.map((cell) => fixedCell(cell));
  const kinds = fixed.map((cell) => (cell ? indexedKind(cell) : undefined));
  const counts = new Map<Kind, number>();
  for (const cell of ofRow) {
    const kind = kinds[cell];
    if (kind && kind !== 'null') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  if (most === undefined || !isWorthIt(most[1], ofRow.length)) return undefined;
  const [kind] = most;
  const known = fixed.map((cell, i) => (kinds[i] === kind || kinds[i] === 'null' ? cell : null));
  return { index: columnIndex(kind, { cells: known, ofRow }), known };
}

/** A cell costs about as much as two words of a set, and finding the set as much as a few cells. */
function isWorthIt(cells: number, rows: number): boolean {
  return 2 * cells >= wordsFor(rows) + 4;
}
