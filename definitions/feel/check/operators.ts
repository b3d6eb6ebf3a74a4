import type { Syntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { ANY, anyOf, BOOLEAN, mayBe, nameOf, NUMBER, STRING } from '../type/feel-type.ts';
import type { Operator } from '../value/arithmetic.ts';
import { noteDisallowed } from './allowed.ts';
import type { Checker } from './checker.ts';
import { BROKEN } from './checker.ts';
import { isOrdered } from './literals.ts';
import type { Typed } from './plan.ts';
import type { Scope } from './scope.ts';
import { readType } from './type-name.ts';

type Of<K extends Syntax['kind']> = Extract<Syntax, { readonly kind: K }>;

const DAYS: FeelType = { type: 'days and time duration' };
const MONTHS: FeelType = { type: 'years and months duration' };
const CALCULABLE: readonly FeelType[] = [
  NUMBER,
  STRING,
  { type: 'date' },
  { type: 'time' },
  { type: 'date and time' },
  DAYS,
  MONTHS,
];

const VERB: { readonly [O in Operator]: string } = {
  '+': 'added to',
  '-': 'subtracted from',
  '*': 'multiplied with',
  '/': 'divided by',
  '**': 'raised to the power of',
};

/** Types `+ - * / **` (DMN 1.5, tables 54 to 61). */
export function checkArithmetic(syntax: Of<'arithmetic'>, scope: Scope, checker: Checker): Typed {
  const left = checker.check(syntax.left, scope);
  const right = checker.check(syntax.right, scope);
  const { operator } = syntax;
  const results = candidates(left.type).flatMap((a) =>
    candidates(right.type).flatMap((b) => resultOf(operator, a, b) ?? []),
  );
  if (results.length === 0) {
    const [a, b] = operator === '-' ? [right.type, left.type] : [left.type, right.type];
    checker.error(syntax.at, 'type mismatch', `A ${nameOf(a)} cannot be ${VERB[operator]} a ${nameOf(b)}.`);
    return BROKEN;
  }
  return { plan: { op: 'arithmetic', operator, left: left.plan, right: right.plan }, type: anyOf(results) };
}

function candidates(type: FeelType): readonly FeelType[] {
  return type.type === 'any' || type.type === 'null' ? CALCULABLE : [type];
}

function resultOf(operator: Operator, a: FeelType, b: FeelType): FeelType | undefined {
  const [l, r] = [a.type, b.type];
  const isDuration = l === DAYS.type || l === MONTHS.type;
  if (l === 'number' && r === 'number') return NUMBER;
  switch (operator) {
    case '+':
      if (l === 'string' && r === 'string') return STRING;
      if (isDuration && l === r) return a;
      return moved(a, b) ?? moved(b, a);
    case '-':
      if (isDuration && l === r) return a;
      if (l === 'time' && r === 'time') return DAYS;
      if (isDay(l) && isDay(r)) return DAYS;
      return moved(a, b);
    case '*':
      if (isDuration && r === 'number') return a;
      return l === 'number' && (r === DAYS.type || r === MONTHS.type) ? b : undefined;
    case '/':
      if (isDuration && l === r) return NUMBER;
      return isDuration && r === 'number' ? a : undefined;
    case '**':
      return undefined;
  }
}

function isDay(name: string): boolean {
  return name === 'date' || name === 'date and time';
}

function moved(moment: FeelType, by: FeelType): FeelType | undefined {
  if (by.type === DAYS.type && (isDay(moment.type) || moment.type === 'time')) return moment;
  return by.type === MONTHS.type && isDay(moment.type) ? moment : undefined;
}

export function checkNegation({ of, at }: Of<'negation'>, scope: Scope, checker: Checker): Typed {
  const { plan, type } = checker.check(of, scope);
  if (![NUMBER, DAYS, MONTHS].some((allowed) => mayBe(type, allowed))) {
    checker.error(at, 'type mismatch', `A ${nameOf(type)} has no negative.`);
    return BROKEN;
  }
  return { plan: { op: 'negate', of: plan }, type };
}

/** Types `= != < <= > >=` (DMN 1.5, tables 50 and 53). */
export function checkComparison(syntax: Of<'comparison'>, scope: Scope, checker: Checker): Typed {
  const left = checker.check(syntax.left, scope);
  const right = checker.check(syntax.right, scope);
  const { operator, at } = syntax;
  if (operator === '=' || operator === '!=') {
    mustCompare(at, left.type, right.type, checker);
    noteDisallowed(syntax.right, left.type, checker);
    noteDisallowed(syntax.left, right.type, checker);
    const on = left.type.type === 'string' && right.type.type === 'string' ? 'string' : 'any';
    return {
      plan: { op: 'equal', negated: operator === '!=', on, left: left.plan, right: right.plan },
      type: BOOLEAN,
    };
  }
  mustOrder(at, left.type, right.type, checker);
  const on = left.type.type === 'number' && right.type.type === 'number' ? 'number' : 'any';
  return { plan: { op: 'order', operator, on, left: left.plan, right: right.plan }, type: BOOLEAN };
}

/** Reports two types of which no values are equal. */
export function mustCompare(at: Syntax['at'], a: FeelType, b: FeelType, checker: Checker): void {
  if (!mayBe(a, b))
    checker.error(at, 'type mismatch', `A ${nameOf(a)} is never equal to a ${nameOf(b)}.${hint(a, b)}`);
}

/** Reports two types whose values have no order. */
export function mustOrder(at: Syntax['at'], a: FeelType, b: FeelType, checker: Checker): void {
  if (!mayBe(a, b)) {
    checker.error(at, 'type mismatch', `A ${nameOf(a)} and a ${nameOf(b)} cannot be compared.${hint(a, b)}`);
  } else if (!isOrdered(a) || !isOrdered(b)) {
    checker.error(at, 'type mismatch', `A ${nameOf(isOrdered(a) ? b : a)} has no order.`);
  }
}

function hint(a: FeelType, b: FeelType): string {
  const names = [a.type, b.type];
  if (names.includes('string') && names.includes('number'))
    return ' Use number(…) to read a number from a string.';
  if (names.includes('date') && names.includes('date and time'))
    return ' Use date(…) to take the date of a date and time.';
  return '';
}

export function checkLogic(syntax: Of<'and' | 'or'>, scope: Scope, checker: Checker): Typed {
  const left = checkCondition(syntax.left, scope, checker, `“${syntax.kind}”`);
  const right = checkCondition(syntax.right, scope, checker, `“${syntax.kind}”`);
  return { plan: { op: syntax.kind, left: left.plan, right: right.plan }, type: BOOLEAN };
}

/** Types a part that must be true or false. */
export function checkCondition(syntax: Syntax, scope: Scope, checker: Checker, place: string): Typed {
  const typed = checker.check(syntax, scope);
  if (!mayBe(typed.type, BOOLEAN)) {
    checker.error(
      syntax.at,
      'type mismatch',
      `${place} takes what is true or false, not a ${nameOf(typed.type)}.`,
    );
    return BROKEN;
  }
  return typed;
}

export function checkBetween(syntax: Of<'between'>, scope: Scope, checker: Checker): Typed {
  const value = checker.check(syntax.value, scope);
  const low = checker.check(syntax.low, scope);
  const high = checker.check(syntax.high, scope);
  mustOrder(syntax.low.at, value.type, low.type, checker);
  mustOrder(syntax.high.at, value.type, high.type, checker);
  return { plan: { op: 'between', value: value.plan, low: low.plan, high: high.plan }, type: BOOLEAN };
}

export function checkInstanceOf(syntax: Of<'instance of'>, scope: Scope, checker: Checker): Typed {
  const value = checker.check(syntax.value, scope);
  const type = readType(syntax.type, checker) ?? ANY;
  return { plan: { op: 'instance of', value: value.plan, type }, type: BOOLEAN };
}
