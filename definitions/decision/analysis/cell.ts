import type { TypeEnvironment } from '../../feel/compiler.ts';
import { bounded, frameFor, isBroken, plannerFor } from '../../feel/compiler.ts';
import type { FixedCell } from '../../feel/link/fixed-cell.ts';
import { fixedCell } from '../../feel/link/fixed-cell.ts';
import type { Frame, Tester } from '../../feel/link/frame.ts';
import { link } from '../../feel/link/link.ts';
import { linkCell } from '../../feel/link/tests.ts';
import type { Value } from '../../feel/value/value.ts';
import type { JsonObject } from '../../flow/json.ts';
import type { ValueType } from '../../flow/value-type.ts';
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

/** Reads the cells of a table, each text once for each type of input. */
export function cellReader(types: TypeEnvironment): (source: string, type: ValueType) => ReadCell {
  const planner = plannerFor(types);
  const read = new Map<ValueType, Map<string, ReadCell>>();
  return (written, type) => {
    const source = written.trim() === '' ? '-' : written.trim();
    const ofType = read.get(type) ?? new Map<string, ReadCell>();
    read.set(type, ofType);
    const known = ofType.get(source);
    if (known !== undefined) return known;
    const cell = source === '-' ? ANY : readCell(source);
    ofType.set(source, cell);
    return cell;

    function readCell(text: string): ReadCell {
      const planned = planner.cell(text, { type, slot: 0 });
      if (isBroken(planned.problems)) return { ...BROKEN, source: text };
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
      const test = linkCell(plan, link);
      return {
        source: text,
        isAny: plan.negated && plan.tests.length === 0,
        isBroken: false,
        isTold,
        named: isPlain ? namedByFixed(fixed) : namedIn(plan),
        fixed: isPlain ? fixed : null,
        uses,
        readsClock: !every(plan, (part) => !readsClock(part)),
        passes: (value, scope, now = 0) => passes(test, value, frameFor(scope, now, slots)),
      };
    }
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
