import { bounded, frameFor } from '../../feel/compiler.ts';
import type { Link } from '../../feel/link/frame.ts';
import { linkWith } from '../../feel/link/link.ts';
import { linkTableValue } from '../../feel/link/table.ts';
import type { Value } from '../../feel/value/value.ts';
import type { TableExplanation } from '../explain.ts';
import { explainPlan } from '../explain.ts';
import type { PlacedTable } from './build.ts';
import type { DecisionPlan, PlannedInput } from './plan-decision.ts';

/** One table that was asked on the way to a decision, and why it came to what it did. */
export interface AskedTable extends PlacedTable {
  readonly explanation: TableExplanation;
}

export interface ExplainedDecision {
  readonly value: Value;
  /** In the order in which they were asked; a table asked several times stands there as often. */
  readonly tables: readonly AskedTable[];
  /** Whether more were asked than are told. */
  readonly isCut: boolean;
}

/** So many askings are told: a table within a loop may be asked thousands of times. */
const MOST_TOLD = 100;

/** Takes a decision, telling of every table that was asked what it was asked and how each clause answered. */
export function explainDecision(
  { plan, inputs, slots, tables }: DecisionPlan,
  valueOf: (input: PlannedInput) => Value | undefined,
  now: number,
  warn?: (warning: string) => void,
): ExplainedDecision {
  const placed = new Map(tables.map((each) => [each.plan, each]));
  const asked: AskedTable[] = [];
  let count = 0;
  const watching: Link = (part) => {
    const known = part.op === 'table' ? placed.get(part) : undefined;
    if (part.op !== 'table' || known === undefined) return linkWith(part, watching);
    const { inputs: drawn, rows } = known.table;
    const written = {
      inputs: drawn.map(({ expression }) => ({ id: expression, allowed: undefined })),
      testAt: (row: number, column: number): string => rows[row]?.when[column] ?? '-',
    };
    return linkTableValue(part, watching, (table, values, frame) => {
      count += 1;
      if (count > MOST_TOLD) return;
      // On a budget of its own, and heard by nobody: to be explained must not change what the decision comes to.
      const apart = { ...frameFor({}, now, 0), locals: [...frame.locals] };
      const explain = (): TableExplanation => explainPlan(part, table, values, { written, frame: apart });
      const explanation = bounded<TableExplanation | null>(apart, explain, null);
      if (explanation !== null) asked.push({ ...known, explanation });
    });
  };
  const evaluate = watching(plan);
  const frame = frameFor({}, now, slots, warn);
  for (const input of inputs) frame.locals[input.slot] = valueOf(input) ?? null;
  const value = bounded(frame, () => evaluate(frame), null);
  return { value, tables: asked, isCut: count > asked.length };
}
