import type { Syntax } from '../parse/syntax.ts';
import type { FeelType } from '../type/feel-type.ts';
import { anyOf, BOOLEAN, listOf, mayBe, nameOf, NUMBER, STRING } from '../type/feel-type.ts';
import { readAtLiteral } from '../value/notation.ts';
import { parseNumber } from '../value/number.ts';
import { namesZone } from '../value/time-of-day.ts';
import type { Checker } from './checker.ts';
import { BROKEN, NULL } from './checker.ts';
import type { RangePlan, Typed } from './plan.ts';
import type { Scope } from './scope.ts';

type Of<K extends Syntax['kind']> = Extract<Syntax, { readonly kind: K }>;

/** Types what spells its value: constants, lists, contexts, ranges. */
export function checkLiteral(
  syntax: Of<'null' | 'boolean' | 'number' | 'string' | 'at'>,
  checker: Checker,
): Typed {
  switch (syntax.kind) {
    case 'null':
      return NULL;
    case 'boolean':
      return { plan: { op: 'constant', value: syntax.value }, type: BOOLEAN };
    case 'string':
      return {
        plan: { op: 'constant', value: syntax.value },
        type: { type: 'string', allowed: [syntax.value] },
      };
    case 'number':
      if (parseNumber(syntax.digits) === null) {
        checker.error(
          syntax.at,
          'invalid literal',
          `“${syntax.digits}” is not a number of at most 34 digits.`,
        );
        return BROKEN;
      }
      return { plan: { op: 'number', digits: syntax.digits }, type: NUMBER };
    case 'at':
      return checkAt(syntax, checker);
  }
}

function checkAt(syntax: Of<'at'>, checker: Checker): Typed {
  const read = readAtLiteral(syntax.text);
  if (read) return { plan: { op: 'temporal', text: syntax.text }, type: { type: read.kind } };
  const what = namesZone(syntax.text)
    ? 'There is no such time, or no time zone of that name.'
    : 'This spells no date, time, date and time or duration.';
  checker.error(syntax.at, 'invalid literal', what);
  return BROKEN;
}

export function checkList(syntax: Of<'list'>, scope: Scope, checker: Checker): Typed {
  const items = syntax.items.map((item) => checker.check(item, scope));
  return {
    plan: { op: 'list', items: items.map(({ plan }) => plan) },
    type: listOf(anyOf(items.map(({ type }) => type))),
  };
}

/** Later entries see earlier ones by name (DMN 1.5, 10.3.2.6). */
export function checkContext(syntax: Of<'context'>, scope: Scope, checker: Checker): Typed {
  const names = new Map(scope.names);
  const inner: Scope = { ...scope, names };
  const fields = new Map<string, FeelType>();
  let isTwice = false;
  const entries = syntax.entries.map(({ name, value }) => {
    const { plan, type } = checker.check(value, inner);
    if (fields.has(name)) {
      checker.error(value.at, 'wrong arguments', `The entry “${name}” is given twice.`);
      isTwice = true;
    }
    const slot = checker.newSlot();
    fields.set(name, type);
    names.set(name, { plan: { op: 'local', slot }, type });
    return { name, slot, value: plan };
  });
  if (isTwice) return BROKEN;
  return { plan: { op: 'context', entries }, type: { type: 'context', fields: Object.fromEntries(fields) } };
}

const ORDERED: ReadonlySet<string> = new Set([
  'any',
  'null',
  'number',
  'string',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

/** Whether values of this type may have an order. */
export function isOrdered(type: FeelType): boolean {
  return ORDERED.has(type.type);
}

export function checkInterval(
  syntax: Of<'interval'>,
  scope: Scope,
  checker: Checker,
): Typed & { readonly plan: RangePlan } {
  const lower = checker.check(syntax.lower, scope);
  const upper = checker.check(syntax.upper, scope);
  if (!mayBe(lower.type, upper.type) || !isOrdered(lower.type) || !isOrdered(upper.type)) {
    checker.error(
      syntax.at,
      'type mismatch',
      `There is no range from a ${nameOf(lower.type)} to a ${nameOf(upper.type)}.`,
    );
  }
  const { lowerIncluded, upperIncluded } = syntax;
  const of = lower.type.type === 'string' ? STRING : anyOf([lower.type, upper.type]);
  return {
    plan: { op: 'range', lower: lower.plan, upper: upper.plan, lowerIncluded, upperIncluded },
    type: { type: 'range', of },
  };
}

/** `(> 5)` as a value: the range open to one side; `(= 5)` the range of one point (DMN 1.5, 10.3.2.7). */
export function checkComparisonRange(syntax: Of<'comparison test'>, scope: Scope, checker: Checker): Typed {
  const to = checker.check(syntax.to, scope);
  if (!isOrdered(to.type))
    checker.error(syntax.to.at, 'type mismatch', `There is no range of a ${nameOf(to.type)}.`);
  const type: FeelType = { type: 'range', of: to.type };
  const closed = { lowerIncluded: false, upperIncluded: false };
  switch (syntax.operator) {
    case '<':
      return { plan: { op: 'range', upper: to.plan, ...closed }, type };
    case '<=':
      return { plan: { op: 'range', upper: to.plan, ...closed, upperIncluded: true }, type };
    case '>':
      return { plan: { op: 'range', lower: to.plan, ...closed }, type };
    case '>=':
      return { plan: { op: 'range', lower: to.plan, ...closed, lowerIncluded: true }, type };
    case '=':
      return {
        plan: { op: 'range', lower: to.plan, upper: to.plan, lowerIncluded: true, upperIncluded: true },
        type,
      };
    case '!=':
      checker.error(syntax.at, 'syntax', '“!=” needs something on its left.');
      return BROKEN;
  }
}
