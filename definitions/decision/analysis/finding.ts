import type { Json } from '../../flow/json.ts';
import type { TableProblem } from '../problem.ts';

/**
 * What can be found in a table. overlap: rows fit one input where the hit policy allows one. gap: no row fits, and there
 * is no default. missing input: the same where an input is null. never fires: nothing passes a row's own cells.
 * hidden: whatever fits a row is decided by others. only when missing: the same but for inputs that are null. adds
 * nothing: other rows say the same wherever it fits. column changes nothing, output never changes: as they say.
 * dead part: a cell names what the input can never be. not allowed: a row gives what the output may not be. could be one row: neighbours that differ in one cell.
 */
export type FindingKind =
  | 'overlap'
  | 'gap'
  | 'missing input'
  | 'never fires'
  | 'hidden'
  | 'only when missing'
  | 'adds nothing'
  | 'column changes nothing'
  | 'output never changes'
  | 'dead part'
  | 'not allowed'
  | 'could be one row';

/** An input's value: as a FEEL literal, and as JSON. */
export interface WitnessValue {
  readonly feel: string;
  readonly json: Json;
}

/** Values by the inputs' ids. Of an input with an expression it is the value that the expression comes to. */
export type Witness = { readonly [input: string]: WitnessValue };

/** Something an analyst should know of a table. `message` is for people; programs go by the rest. */
export interface TableFinding {
  readonly kind: FindingKind;
  readonly severity: 'error' | 'warning' | 'information';
  /** Ids of the rows that it is about, the most concerned first. */
  readonly rows: readonly string[];
  /** Ids of inputs or outputs. */
  readonly columns: readonly string[];
  /** An input that shows it. */
  readonly witness?: Witness;
  /** Of a gap: by input, the cell of a row that would fit exactly there; an input left out may be anything. */
  readonly cells?: { readonly [input: string]: string };
  /** False where a condition could not be read, or inputs hang together: the message says so. */
  readonly certain: boolean;
  readonly message: string;
}

/** What was found in a table, and how far the search got. */
export interface TableAnalysis {
  /** Those of compiling the table. What they say is not said again among the findings. */
  readonly problems: readonly TableProblem[];
  readonly findings: readonly TableFinding[];
  /** Whether everything was searched: no budget ran out, no cell was left that could not be read. */
  readonly complete: boolean;
  /** In plain sentences: what was searched, what was not, what is not shown. */
  readonly howFar: string;
  /** How much of the budget was used. */
  readonly steps: number;
}
