import type { CellPlan, Plan, TestPlan } from '../../feel/check/plan.ts';
import { fixedValue } from '../../feel/link/values.ts';
import type { Value } from '../../feel/value/value.ts';
import { kindOf } from '../../feel/value/value.ts';
import type { ValueType } from '../../flow/value-type.ts';

/** Beyond so many members that cells tell apart, the lists that hold some of them are no longer looked at one by one. */
const MOST_MEMBERS = 7;

/** Whether a cell over a list asks nothing but which members it holds. */
export function asksMembersOnly({ tests }: CellPlan): boolean {
  return tests.every((test) => isMembershipTest(test));
}

function isMembershipTest(test: TestPlan): boolean {
  if (test.test === 'condition') return isMembership(test.of);
  return (
    (test.test === 'member' || test.test === 'equal') && isNull(test.test === 'member' ? test.of : test.to)
  );
}

function isMembership(plan: Plan): boolean {
  switch (plan.op) {
    case 'and':
    case 'or':
      return isMembership(plan.left) && isMembership(plan.right);
    case 'call': {
      if (plan.name === 'not') return plan.args.every(isMembership);
      const [list, member] = plan.args;
      return plan.name === 'list contains' && list?.op === 'local' && isPlain(member);
    }
    default:
      return false;
  }
}

function isNull(plan: Plan): boolean {
  return fixedValue(plan) === null;
}

function isPlain(plan: Plan | undefined): boolean {
  const value = plan && fixedValue(plan);
  return typeof value === 'string' || typeof value === 'number';
}

/** The members that cells over a list name, if they are few enough and of a kind that is told by its value. */
export function membersNamed(type: ValueType, named: readonly Value[]): readonly Value[] | null {
  if (type.type !== 'list' || (type.of.type !== 'string' && type.of.type !== 'number')) return null;
  const kind = type.of.type;
  const members = [...new Set(named.filter((value) => typeof value === kind && kindOf(value) === kind))];
  return members.length <= MOST_MEMBERS ? members : null;
}

/** For each way to hold some of the members, the list that holds just those; the shortest first. */
export function listsOf(members: readonly Value[]): readonly (readonly Value[])[] {
  const lists = Array.from({ length: 1 << members.length }, (_, mask) =>
    members.filter((_member, i) => (mask >> i) & 1),
  );
  return lists.sort((a, b) => a.length - b.length);
}

/** Lists that hold all of `held` and none of `lacked`, whatever else. */
export interface Holding {
  readonly held: readonly Value[];
  readonly lacked: readonly Value[];
}

/** Some of the lists, as few conditions of which one must hold. */
export function holdings(
  lists: readonly (readonly Value[])[],
  members: readonly Value[],
): readonly Holding[] {
  const maskOf = (list: readonly Value[]): number =>
    members.reduce<number>((mask, member, i) => (list.includes(member) ? mask | (1 << i) : mask), 0);
  const masks = new Set(lists.map(maskOf));
  const told = new Set<number>();
  const found: Holding[] = [];
  for (const mask of masks) {
    if (told.has(mask)) continue;
    let asked = (1 << members.length) - 1;
    for (const i of members.keys()) {
      const fewer = asked & ~(1 << i);
      if (alike(mask, fewer, members.length).every((other) => masks.has(other))) asked = fewer;
    }
    for (const other of alike(mask, asked, members.length)) told.add(other);
    const picked = members.filter((_, i) => (asked >> i) & 1);
    found.push({
      held: picked.filter((member) => (mask >> members.indexOf(member)) & 1),
      lacked: picked.filter((member) => !((mask >> members.indexOf(member)) & 1)),
    });
  }
  return found;
}

/** The masks that agree with one in all that is asked. */
function alike(mask: number, asked: number, size: number): number[] {
  return Array.from({ length: 1 << size }, (_, other) => other).filter(
    (other) => (other & asked) === (mask & asked),
  );
}
