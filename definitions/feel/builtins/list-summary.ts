import { ANY, anyOf, listOf, NUMBER } from '../type/feel-type.ts';
import type { FeelType } from '../type/feel-type.ts';
import { calculate } from '../value/arithmetic.ts';
import type { FeelNumber } from '../value/number.ts';
import { add, divide, multiply, squareRoot, subtract } from '../value/number.ts';
import { compareValues } from '../value/order.ts';
import type { Value } from '../value/value.ts';
import { isNumber } from '../value/value.ts';
import { listAt } from './arguments.ts';
import type { Builtins, Signature } from './builtin.ts';
import { parameter, rest, signature } from './builtin.ts';

/** What a list comes to as one value (DMN 1.5, 10.3.4.4). Takes one list, or its items as arguments. */
export const listSummaryBuiltins: Builtins = {
  count: [signature([parameter('list', listOf(ANY))], NUMBER, (args) => listAt(args, 0).length)],
  min: summary(itemType, (items) => extreme(items, -1)),
  max: summary(itemType, (items) => extreme(items, 1)),
  sum: summary(itemType, sum),
  product: summary(() => NUMBER, product),
  mean: summary(itemType, (items) => calculate('/', sum(items), items.length)),
  median: summary(() => NUMBER, median),
  stddev: summary(() => NUMBER, standardDeviation),
  mode: summary(() => listOf(NUMBER), mode),
};

function summary(
  result: (args: readonly FeelType[]) => FeelType,
  answer: (items: readonly Value[]) => Value,
): readonly Signature[] {
  const call: Signature['call'] = (args, { budget }) => {
    const items = listAt(args, 0);
    budget.spend(items.length);
    return answer(items);
  };
  return [signature([parameter('list', listOf(ANY))], result, call), signature([rest('n')], result, call)];
}

function itemType(args: readonly FeelType[]): FeelType {
  return anyOf(args.map((type) => (type.type === 'list' ? type.of : type)));
}

/** The least (-1) or greatest (1) item; null if there is none or two cannot be compared. */
export function extreme(items: readonly Value[], side: -1 | 1): Value {
  let best = items[0] ?? null;
  for (const item of items) {
    const order = compareValues(item, best);
    if (order === null) return null;
    if (order * side > 0) best = item;
  }
  return best;
}

/** The sum of numbers, or of durations; null of nothing, or of what cannot be added. */
export function sum(items: readonly Value[]): Value {
  const [first = null, ...others] = items;
  // Only what can be subtracted from itself and added back is summed: no strings, no dates.
  let total = calculate('+', calculate('-', first, first), first);
  for (const item of others) total = isNumber(total) === isNumber(item) ? calculate('+', total, item) : null;
  return typeof first === 'string' || compareValues(first, calculate('-', first, first)) === null
    ? null
    : total;
}

function numbersIn(items: readonly Value[]): FeelNumber[] | null {
  const numbers = items.filter(isNumber);
  return numbers.length === items.length && numbers.length > 0 ? numbers : null;
}

function product(items: readonly Value[]): Value {
  const numbers = numbersIn(items);
  return (
    numbers &&
    numbers.reduce<FeelNumber | null>((total, n) => (total === null ? null : multiply(total, n)), 1)
  );
}

function median(items: readonly Value[]): Value {
  const numbers = numbersIn(items)?.sort((a, b) => compareValues(a, b) ?? 0);
  if (!numbers) return null;
  const middle = Math.floor(numbers.length / 2);
  const upper = numbers[middle] ?? null;
  return numbers.length % 2 === 1
    ? upper
    : calculate('/', calculate('+', numbers[middle - 1] ?? null, upper), 2);
}

/** Of a sample: the squares' sum is divided by one less than their number. */
function standardDeviation(items: readonly Value[]): Value {
  const numbers = numbersIn(items);
  if (!numbers || numbers.length < 2) return null;
  const mean = calculate('/', sum(numbers), numbers.length);
  if (!isNumber(mean)) return null;
  let squares: FeelNumber | null = 0;
  for (const n of numbers) {
    const off = subtract(n, mean);
    const square: FeelNumber | null = off === null ? null : multiply(off, off);
    squares = squares === null || square === null ? null : add(squares, square);
  }
  const variance = squares === null ? null : divide(squares, numbers.length - 1);
  return variance === null ? null : squareRoot(variance);
}

/** The most frequent numbers, in ascending order; of nothing, none. */
function mode(items: readonly Value[]): Value {
  if (items.length === 0) return [];
  const numbers = numbersIn(items)?.sort((a, b) => compareValues(a, b) ?? 0);
  if (!numbers) return null;
  const runs: { value: FeelNumber; length: number }[] = [];
  for (const value of numbers) {
    const last = runs.at(-1);
    if (last && compareValues(last.value, value) === 0) last.length += 1;
    else runs.push({ value, length: 1 });
  }
  const most = Math.max(...runs.map((run) => run.length));
  return runs.filter((run) => run.length === most).map((run) => run.value);
}
