import type { Plan, TestPlan } from '../check/plan.ts';
import { bounded, frameFor } from '../compiler.ts';
import { fixedCell } from '../link/fixed-cell.ts';
import { link } from '../link/link.ts';
import { fixedValue } from '../link/values.ts';
import { allowedBy } from '../type/feel-type.ts';
import type { Value } from '../value/value.ts';
import type { ValueType } from '../../flow/value-type.ts';
import { namedBy, pointsOf } from './points.ts';

/**
 * What a condition comes to over all values that it may be given. never: true for none. always: true for all, if
 * nothing is missing that it does not itself compare with null. depends: true for some, or it cannot be told.
 */
export type Truth = 'never' | 'always' | 'depends';

/** So many combinations of values are tried; beyond them it cannot be told. */
const MOST_TRIED = 4_096;

/** One thing that the condition looks at, read as a local. */
interface Seen {
  readonly type: ValueType;
  readonly slot: number;
  readonly values: Value[];
}

/**
 * Whether a condition can be true, and false: found by trying values that stand for all others. Conditions that only
 * compare what they look at with fixed values, joined by and, or and not, can be told; `slots` are their locals.
 */
export function truthOf(plan: Plan, slots: number): Truth {
  if (plan.op === 'constant') return 'depends';
  const seen = new Map<string, Seen>();
  const told = overLocals(plan, seen, slots);
  if (told === null) return 'depends';
  const all = [...seen.values()];
  const points: (readonly Value[])[] = [];
  let combinations = 1;
  for (const { type, values } of all) {
    const kind =
      type.type === 'number' || type.type === 'string' || type.type === 'boolean' ? type.type : 'unknown';
    const found = pointsOf({ kind, allowed: allowedBy(type), values });
    if (found === undefined) return 'depends';
    points.push(found);
    combinations *= found.length;
    if (combinations > MOST_TRIED) return 'depends';
  }
  return tried(told, all, points, slots + all.length);
}

function tried(
  plan: Plan,
  seen: readonly Seen[],
  points: readonly (readonly Value[])[],
  slots: number,
): Truth {
  const evaluate = link(plan);
  const isTold = seen.every(({ type }) => type.type !== 'any');
  let some = false;
  let all = isTold;
  const combinations = points.reduce((count, each) => count * each.length, 1);
  for (let i = 0; i < combinations; i += 1) {
    const frame = frameFor({}, 0, slots);
    let rest = i;
    let hasNull = false;
    for (const [at, values] of points.entries()) {
      const value = values[rest % values.length] ?? null;
      rest = Math.floor(rest / values.length);
      hasNull ||= value === null && !seen[at]?.values.includes(null);
      frame.locals[seen[at]?.slot ?? 0] = value;
    }
    const isTrue = bounded(frame, () => evaluate(frame), null) === true;
    some ||= isTrue;
    all &&= isTrue || hasNull;
    if (some && !all) return 'depends';
  }
  return some ? 'always' : 'never';
}

/** The same condition over locals, noting what it compares them with; null if it does anything else. */
function overLocals(plan: Plan, seen: Map<string, Seen>, slots: number): Plan | null {
  const inner = (part: Plan): Plan | null => overLocals(part, seen, slots);
  switch (plan.op) {
    case 'constant':
      return plan;
    case 'variable':
    case 'path':
      return noted(plan, seen, slots, typeOf(plan)?.type === 'boolean' ? [] : undefined);
    case 'and':
    case 'or': {
      const left = inner(plan.left);
      const right = inner(plan.right);
      return left && right && { ...plan, left, right };
    }
    case 'call': {
      const [only] = plan.args;
      const of = plan.name === 'not' && plan.args.length === 1 && only ? inner(only) : null;
      return of && { ...plan, args: [of] };
    }
    case 'order':
    case 'equal': {
      // How they are compared makes no difference to what is named.
      const isRight = fixedValue(plan.left) === undefined;
      const [read, fixed] = isRight ? [plan.left, plan.right] : [plan.right, plan.left];
      const asked: TestPlan =
        plan.op === 'order'
          ? { test: 'order', operator: '<', on: plan.on, to: fixed }
          : { test: 'equal', negated: false, to: fixed };
      const local = noted(read, seen, slots, namesOf(asked));
      return local && { ...plan, ...(isRight ? { left: local } : { right: local }) };
    }
    case 'between': {
      const range = {
        op: 'range',
        lower: plan.low,
        upper: plan.high,
        lowerIncluded: true,
        upperIncluded: true,
      } as const;
      const value = noted(plan.value, seen, slots, namesOf({ test: 'range', range }));
      return value && { ...plan, value };
    }
    case 'in': {
      const value = noted(plan.value, seen, slots, namesOf(...plan.tests));
      return value && { ...plan, value };
    }
    default:
      return null;
  }
}

function namesOf(...tests: readonly TestPlan[]): readonly Value[] | undefined {
  const fixed = fixedCell({ negated: false, tests });
  return fixed === null ? undefined : namedBy(fixed);
}

/** The local that stands for what is read, which is compared with `values`; null if it is no variable or its part. */
function noted(
  read: Plan,
  seen: Map<string, Seen>,
  slots: number,
  values: readonly Value[] | undefined,
): Plan | null {
  const type = typeOf(read);
  if (type === undefined || values === undefined) return null;
  const key = JSON.stringify(read);
  const known = seen.get(key) ?? { type, slot: slots + seen.size, values: [] };
  seen.set(key, known);
  known.values.push(...values);
  return { op: 'local', slot: known.slot };
}

/** The declared type of a variable, or of a part of it; undefined if it is neither. */
function typeOf(plan: Plan): ValueType | undefined {
  if (plan.op === 'variable') return plan.type;
  if (plan.op !== 'path') return undefined;
  const of = typeOf(plan.of);
  if (of === undefined) return undefined;
  return (
    (of.type === 'context' && Object.hasOwn(of.fields, plan.name) && of.fields[plan.name]) || { type: 'any' }
  );
}
