import type { PlannedCell } from '../../feel/compiler.ts';
import { bounded, frameFor, isBroken } from '../../feel/compiler.ts';
import type { FixedCell } from '../../feel/link/fixed-cell.ts';
import { fixedCell } from '../../feel/link/fixed-cell.ts';
import type { Frame, Tester } from '../../feel/link/frame.ts';
import { link } from '../../feel/link/link.ts';
import { isAny } from '../../feel/link/row-index.ts';
import { linkCell } from '../../feel/link/tests.ts';
import type { Value } from '../../feel/value/value.ts';
import type { JsonObject } from '../../flow/json.ts';
import type { ValueType } from '../../flow/value-type.ts';
import { eachOnce } from '../each-once.ts';
import type { TableParts } from '../table-parts.ts';
import type { DecisionTable } from '../table.ts';
import { every, folded, readsClock } from './fold.ts';
import { asksMembersOnly } from './membership.ts';
import { namedIn, stepwise } from './stepwise.ts';

/** A cell as far as it can be read without evaluating it. */
export interface ReadCell {
  readonly source: string;
  /** It asks nothing. */
  readonly isAny: boolean;
  /** It has an error, and passes nothing. */
  readonly isBroken: boolean;
  /** Its answer for any value follows from those at the values named here and between them, or from lists of them. */
  readonly isTold: boolean;
  readonly named: readonly Value[];
  /** What it asks, where that is fixed. */
  readonly fixed: FixedCell | null;
  /** The variables that it reads beside its input. */
  readonly uses: readonly string[];
  readonly readsClock: boolean;
  /** Whether a value passes, given the variables that it reads and the time, in milliseconds since the epoch. */
  passes(value: Value, scope: JsonObject, now?: number): boolean;
}

/** By input, what reads a cell's text; each text once. */
export function cellReaders(
  { inputs }: DecisionTable,
  { tests }: TableParts,
): readonly ((written: string) => ReadCell)[] {
  return inputs.map(({ type }, slot) => {
    const cells = eachOnce((source) => readCell(source, tests[slot]?.of(source), { type, slot }));
    return (written) => cells.of(written.trim() === '' ? '-' : written.trim());
  });
}

function readCell(
  source: string,
  planned: PlannedCell | undefined,
  { type, slot }: { readonly type: ValueType; readonly slot: number },
): ReadCell {
  if (source === '-' || planned === undefined) return ANY;
  if (isBroken(planned.problems)) return { ...BROKEN, source };
  const { uses, slots } = planned;
  const plan = folded(planned.cell, slots);
  const tells = isScalar(type);
  const fixed = tells ? fixedCell(plan) : null;
  const isOrdered = type.type !== 'string' || type.allowed !== undefined;
  const isPlain = fixed !== null && (isOrdered || fixed.ranges.length === 0);
  const isTold =
    isPlain ||
    (tells && stepwise(plan, isOrdered) !== null) ||
    (type.type === 'list' && asksMembersOnly(plan));
  const test = linkCell(plan, link, slot);
  return {
    source,
    isAny: isAny(plan),
    isBroken: false,
    isTold,
    named: isPlain ? namedByFixed(fixed) : namedIn(plan),
    fixed: isPlain ? fixed : null,
    uses,
    readsClock: !every(plan, (part) => !readsClock(part)),
    passes: (value, scope, now = 0) => passes(test, value, frameFor(scope, now, slots)),
  };
}

function passes(test: Tester, value: Value, frame: Frame): boolean {
  return bounded(frame, () => test(value, frame), false);
}

function namedByFixed({ values, ranges }: FixedCell): readonly Value[] {
  return [...values, ...ranges.flatMap(({ lower, upper }) => [lower, upper])];
}

/** Whether the values of a type can be told one by one, or by their order. */
function isScalar({ type }: ValueType): boolean {
  return type !== 'any' && type !== 'list' && type !== 'context' && type !== 'text';
}

const ANY: ReadCell = {
  source: '-',
  isAny: true,
  isBroken: false,
  isTold: true,
  named: [],
  fixed: { negated: true, values: [], ranges: [] },
  uses: [],
  readsClock: false,
  passes: () => true,
};
const BROKEN: ReadCell = { ...ANY, isAny: false, isBroken: true, fixed: null, passes: () => false };
