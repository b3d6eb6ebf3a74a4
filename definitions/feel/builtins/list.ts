import type { Budget } from '../budget.ts';
import { MAX_LIST } from '../limits.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY, anyOf, BOOLEAN, either, listOf, NUMBER } from '../type/feel-type.ts';
import { equalValues } from '../value/equality.ts';
import { FeelFunction } from '../value/function.ts';
import { compareValues } from '../value/order.ts';
import type { Value } from '../value/value.ts';
import { isList } from '../value/value.ts';
import { indexAt, listAt, truncated, valueAt } from './arguments.ts';
import type { Builtins } from './builtin.ts';
import { optional, parameter, rest, signature } from './builtin.ts';

const LIST = listOf(ANY);
const FUNCTION: FeelType = { type: 'function', result: ANY };

/** List functions (DMN 1.5, 10.3.4.4). Positions count from 1, or from the end if negative; one outside gives null. */
export const listBuiltins: Builtins = {
  'list contains': [
    signature([parameter('list', LIST), parameter('element')], BOOLEAN, (args, { budget }) =>
      contains(listAt(args, 0), valueAt(args, 1), budget),
    ),
  ],
  append: [
    signature([parameter('list', LIST), rest('item')], grown, (args, { budget }) =>
      joined([listAt(args, 0), listAt(args, 1)], budget),
    ),
  ],
  concatenate: [
    signature([rest('list', LIST)], together, (args, { budget }) =>
      joined(listAt(args, 0).map(asList), budget),
    ),
  ],
  union: [
    signature([rest('list', LIST)], together, (args, { budget }) =>
      distinct(joined(listAt(args, 0).map(asList), budget) ?? [], budget),
    ),
  ],
  'distinct values': [
    signature([parameter('list', LIST)], same, (args, { budget }) => distinct(listAt(args, 0), budget)),
  ],
  flatten: [
    signature([parameter('list', LIST)], LIST, (args, { budget }) => {
      const flat: Value[] = [];
      flattenInto(flat, listAt(args, 0), budget);
      return flat;
    }),
  ],
  reverse: [signature([parameter('list', LIST)], same, (args) => [...listAt(args, 0)].reverse())],
  'index of': [
    signature([parameter('list', LIST), parameter('match')], listOf(NUMBER), (args, { budget }) =>
      listAt(args, 0).flatMap((item, i) => (isSame(item, valueAt(args, 1), budget) ? [i + 1] : [])),
    ),
  ],
  sublist: [
    signature(
      [parameter('list', LIST), parameter('start position', NUMBER), optional('length', NUMBER)],
      same,
      (args) => sublist(listAt(args, 0), valueAt(args, 1), valueAt(args, 2)),
    ),
  ],
  'insert before': [
    signature(
      [parameter('list', LIST), parameter('position', NUMBER), parameter('newItem')],
      LIST,
      (args) => {
        const index = indexAt(valueAt(args, 1), listAt(args, 0).length);
        return index === null ? null : listAt(args, 0).toSpliced(index, 0, valueAt(args, 2));
      },
    ),
  ],
  remove: [
    signature([parameter('list', LIST), parameter('position', NUMBER)], same, (args) => {
      const index = indexAt(valueAt(args, 1), listAt(args, 0).length);
      return index === null ? null : listAt(args, 0).toSpliced(index, 1);
    }),
  ],
  'list replace': [
    signature(
      [parameter('list', LIST), parameter('position', NUMBER), parameter('newItem')],
      LIST,
      (args) => {
        const index = indexAt(truncated(valueAt(args, 1)), listAt(args, 0).length);
        return index === null ? null : listAt(args, 0).toSpliced(index, 1, valueAt(args, 2));
      },
    ),
    signature([parameter('list', LIST), parameter('match', FUNCTION), parameter('newItem')], LIST, (args) => {
      const match = valueAt(args, 1);
      if (!(match instanceof FeelFunction) || match.parameters.length !== 2) return null;
      const items = listAt(args, 0);
      const matches = items.map((item) => match.call([item, valueAt(args, 2)]));
      if (!matches.every((answer) => typeof answer === 'boolean')) return null;
      return items.map((item, i) => (matches[i] === true ? valueAt(args, 2) : item));
    }),
  ],
  sort: [
    signature([parameter('list', LIST), optional('precedes', FUNCTION)], same, (args, { budget }) =>
      sorted(listAt(args, 0), valueAt(args, 1), budget),
    ),
  ],
};

function same([list]: readonly FeelType[]): FeelType {
  return list?.type === 'list' ? list : LIST;
}

function grown([list, ...items]: readonly FeelType[]): FeelType {
  return list?.type === 'list' ? listOf(either(list.of, anyOf(items))) : LIST;
}

function together(lists: readonly FeelType[]): FeelType {
  return listOf(anyOf(lists.map((list) => (list.type === 'list' ? list.of : list))));
}

function asList(value: Value): readonly Value[] {
  return isList(value) ? value : [value];
}

/** Null equals null here, and what cannot be compared is simply not the same. */
function isSame(a: Value, b: Value, budget: Budget): boolean {
  budget.spend(1);
  return equalValues(a, b, budget) === true;
}

function contains(items: readonly Value[], wanted: Value, budget: Budget): boolean {
  return items.some((item) => isSame(item, wanted, budget));
}

function joined(lists: readonly (readonly Value[])[], budget: Budget): readonly Value[] | null {
  const length = lists.reduce((total, list) => total + list.length, 0);
  budget.spend(length);
  return length > MAX_LIST ? null : lists.flat();
}

function distinct(items: readonly Value[], budget: Budget): readonly Value[] {
  const found: Value[] = [];
  for (const item of items) if (!contains(found, item, budget)) found.push(item);
  return found;
}

function flattenInto(flat: Value[], items: readonly Value[], budget: Budget): void {
  for (const item of items) {
    budget.spend(1);
    if (isList(item)) budget.nested(() => flattenInto(flat, item, budget));
    else flat.push(item);
  }
}

function sublist(items: readonly Value[], start: Value, length: Value): Value {
  const index = indexAt(start, items.length);
  if (index === null) return null;
  if (length === null) return items.slice(index);
  const fits =
    typeof length === 'number' && Number.isInteger(length) && length >= 1 && index + length <= items.length;
  return fits ? items.slice(index, index + length) : null;
}

/** Stable; by the function given, else by the items' own order (null when two have none). */
function sorted(items: readonly Value[], precedes: Value, budget: Budget): Value {
  budget.spend(items.length);
  if (precedes instanceof FeelFunction) {
    const before = (a: Value, b: Value): boolean => precedes.call([a, b]) === true;
    return [...items].sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
  }
  const first = items[0] ?? null;
  if (items.some((item) => compareValues(item, first) === null)) return null;
  return [...items].sort((a, b) => compareValues(a, b) ?? 0);
}
