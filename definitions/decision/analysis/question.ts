import type { TableProblem } from '../problem.ts';
import type { Grid, GridRow } from './grid.ts';
import type { Outcomes } from './outcome.ts';
import type { Steps } from './steps.ts';

/** What every search of an analysis is given. */
export interface Question {
  readonly grid: Grid;
  readonly problems: readonly TableProblem[];
  readonly outcomes: Outcomes;
  readonly steps: Steps;
}

/** The columns in which one of these rows asks something; all of them if none does. */
export function columnsOf(rows: readonly GridRow[], { axes }: Grid): readonly number[] {
  const asked = axes.flatMap((_, c) => (rows.some(({ cells }) => cells[c]?.isAny === false) ? [c] : []));
  return asked.length > 0 ? asked : axes.map((_, c) => c);
}

/** Ids of the columns with these places. */
export function columnIds(columns: readonly number[], { table }: Grid): readonly string[] {
  return columns.flatMap((c) => table.inputs[c]?.id ?? []);
}

/** Said after what is not certain because two columns read the same variable. */
export const TIED = ' (Two of these columns read the same variable: these values may never come together.)';
/** Said after what is not certain because a cell asks more than its input. */
export const UNREAD = ' (One of their conditions depends on more than the inputs: it may rule this out.)';
