import type { TypeEnvironment } from '../../feel/compiler.ts';
import { plannedFrom } from '../plan-table.ts';
import type { TableProblem } from '../problem.ts';
import { tableParts, type TableParts } from '../table-parts.ts';
import type { DecisionTable } from '../table.ts';
import type { TableAnalysis } from './finding.ts';
import { gaps } from './gaps.ts';
import type { Grid } from './grid.ts';
import { gridOf } from './grid.ts';
import { hiddenRows } from './hidden.ts';
import { missingInputs } from './missing.ts';
import { couldBeOneRow } from './one-row.ts';
import { outcomesOf } from './outcome.ts';
import { outputs } from './outputs.ts';
import { overlaps } from './overlaps.ts';
import { ownCells } from './own-cells.ts';
import type { Question } from './question.ts';
import { Steps } from './steps.ts';
import { uselessColumns } from './useless-columns.ts';
import { andList, rowsInWords } from './words.ts';

export type { FindingKind, TableAnalysis, TableFinding, Witness, WitnessValue } from './finding.ts';

export interface AnalysisLimits {
  /** How much may be compared, in comparisons of a row with a part of the inputs. */
  readonly steps?: number;
  /** How many findings of one kind are written down; howFar says how many there are. */
  readonly findings?: number;
}

/** Enough for a table of 1,000 rows and 4 columns; under two seconds on a laptop. */
export const DEFAULT_STEPS = 2_500_000;
const DEFAULT_FINDINGS = 20;
const TOO_LARGE = 'Nothing was searched: the table has too many rows that tell too many values apart.';

/**
 * What is wrong or strange about a decision table whatever its inputs: rows that overlap where they must not, inputs
 * that no row fits, rows that never decide, columns that change nothing; each with an input that shows it. Pure, and
 * bounded by counted steps, so that it gets as far on every machine; past them `howFar` says what was not searched.
 *
 * Inputs are taken one by one: that an input's expression comes to a value is taken for granted. The table is a
 * set of boxes in the space of its inputs, as in Calvanese et al., "Semantics and Analysis of DMN Decision Tables"
 * (BPM 2016); boxes are subtracted from one another, and what is left is the answer.
 */
export function analyseTable(
  table: DecisionTable,
  types: TypeEnvironment,
  limits: AnalysisLimits = {},
): TableAnalysis {
  const parts = tableParts(table, types);
  return analysisFrom(table, parts, plannedFrom(table, parts).problems, limits);
}

/** The same, of a table that was read already. */
export function analysisFrom(
  table: DecisionTable,
  parts: TableParts,
  problems: readonly TableProblem[],
  limits: AnalysisLimits = {},
): TableAnalysis {
  const grid = gridOf(table, parts);
  if (grid.isTooLarge) return { problems, findings: [], complete: false, howFar: TOO_LARGE, steps: 0 };
  const steps = new Steps(limits.steps ?? DEFAULT_STEPS);
  const most = limits.findings ?? DEFAULT_FINDINGS;
  const question: Question = { grid, problems, outcomes: outcomesOf(table, parts), steps };
  const notes: string[] = [];

  const own = ownCells(question);
  const part = <T>(share: number, search: () => T): T => steps.limited(Math.ceil(steps.left * share), search);
  const pairs = part(1 / 3, () => overlaps(question, most));
  if (pairs.isCut)
    notes.push(
      `Overlaps were sought for ${pairs.compared} of ${grid.rows.length} rows; ${pairs.pairs} pairs were found.`,
    );
  const decided = part(1 / 2, () => hiddenRows(question));
  if (decided.unsettled.length > 0)
    notes.push(
      `Whether ${rowsInWords(decided.unsettled.map(({ index }) => index))} ever ${decided.unsettled.length === 1 ? 'decides' : 'decide'} was not settled.`,
    );
  const open = part(2 / 3, () => gaps(question, most));
  if (open.searched < 1) {
    const share = open.searched < 0.01 ? 'less than 1 %' : `${Math.floor(open.searched * 100)} %`;
    notes.push(`Gaps were sought in ${share} of the inputs, and ${open.count} found there.`);
  }
  if (!open.isTried) notes.push('Gaps that only rows with conditions may fill were not all tried.');
  const missing = part(1 / 2, () => missingInputs(question));
  if (!missing.isComplete) notes.push('What comes of missing inputs was not wholly looked at.');
  const useless = uselessColumns(question, pairs.pairs > 0 || pairs.isCut);
  if (useless.unsettled.length > 0) {
    const names = useless.unsettled.map((c) => `“${table.inputs[c]?.name ?? ''}”`);
    notes.push(`Whether ${andList(names)} changes anything was not settled.`);
  }
  notes.push(...unread(grid), ...broken(grid));
  const isComplete = notes.length === 0;

  const kinds = [
    own,
    pairs.findings,
    decided.findings,
    open.findings,
    missing.findings,
    useless.findings,
    outputs(question),
    couldBeOneRow(question),
  ];
  const findings = kinds.flatMap((found) => found.slice(0, most));
  const hiddenNotes = [
    pairs.findings.length >= most && `${pairs.pairs} pairs of rows overlap; those told are the busiest rows.`,
    open.count > open.findings.length && `Shown are ${open.findings.length} of ${open.count} gaps.`,
    decided.findings.length > most &&
      `Shown are ${most} of ${decided.findings.length} rows that others hide.`,
    own.length > most && `Shown are ${most} of ${own.length} cells that nothing passes.`,
  ].filter((note) => note !== false);
  return {
    problems,
    findings,
    complete: isComplete,
    howFar: [isComplete ? 'Everything was searched.' : '', ...notes, ...hiddenNotes]
      .filter(Boolean)
      .join(' '),
    steps: steps.used,
  };
}

/** Says which cells were left unread. */
function unread({ rows, table }: Grid): string[] {
  const places = rows.flatMap(({ index, told }) =>
    told.flatMap((isTold, c) => (isTold ? [] : [`row ${index + 1} (“${table.inputs[c]?.name ?? ''}”)`])),
  );
  if (places.length === 0) return [];
  return [
    `What ${andList(places)} ask${places.length === 1 ? 's' : ''} cannot be told beforehand; it was tried with examples only.`,
  ];
}

/** Says which rows were left out. */
function broken({ broken: rows }: Grid): string[] {
  if (rows.length === 0) return [];
  const which = rowsInWords(rows.map(({ index }) => index)).replace('row', 'Row');
  return [
    `${which} ${rows.length === 1 ? 'has' : 'have'} an error, and so ${rows.length === 1 ? 'fits' : 'fit'} nothing.`,
  ];
}
