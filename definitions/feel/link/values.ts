import { holdsTime, readJson } from '../value/border.ts';
import { readAtLiteral } from '../value/notation.ts';
import { parseNumber } from '../value/number.ts';
import { FeelRange } from '../value/range.ts';
import type { Value } from '../value/value.ts';
import { contextOf, isContext } from '../value/value.ts';
import type { Evaluator, Link, PlanOf } from './frame.ts';

/** Links what spells or reads a value. */
export function linkConstant(plan: PlanOf<'constant' | 'number' | 'temporal'>): Evaluator {
  const value = constantOf(plan);
  return () => value;
}

function constantOf(plan: PlanOf<'constant' | 'number' | 'temporal'>): Value {
  switch (plan.op) {
    case 'constant':
      return plan.value;
    case 'number':
      return parseNumber(plan.digits);
    case 'temporal':
      return readAtLiteral(plan.text)?.value ?? null;
  }
}

/** The value that a plan always has; undefined if that depends on the evaluation. */
export function fixedValue(plan: PlanOf<'constant'> | { readonly op: string }): Value | undefined {
  return isConstant(plan) ? constantOf(plan) : undefined;
}

function isConstant(plan: { readonly op: string }): plan is PlanOf<'constant' | 'number' | 'temporal'> {
  return plan.op === 'constant' || plan.op === 'number' || plan.op === 'temporal';
}

/** Reads a declared variable from the scope; a scope that lacks it holds null. */
export function linkVariable({ name, type }: PlanOf<'variable'>): Evaluator {
  if (name in Object.prototype) {
    return ({ scope, warn }) =>
      readJson(Object.hasOwn(scope, name) ? (scope[name] ?? null) : null, type, warn);
  }
  switch (type.type) {
    case 'number':
    case 'string':
    case 'boolean': {
      const expected = type.type;
      return ({ scope, warn }) => {
        const json = scope[name] ?? null;
        return typeof json === expected && (expected !== 'number' || Number.isFinite(json))
          ? json
          : readJson(json, type, warn);
      };
    }
    case 'context':
      if (holdsTime(type)) break;
      return ({ scope, warn }) => {
        const json = scope[name] ?? null;
        return isContext(json) ? json : readJson(json, type, warn);
      };
  }
  return ({ scope, warn }) => readJson(scope[name] ?? null, type, warn);
}

export function linkLocal({ slot }: PlanOf<'local'>): Evaluator {
  return ({ locals }) => locals[slot] ?? null;
}

export function linkList({ items }: PlanOf<'list'>, link: Link): Evaluator {
  const evaluators = items.map(link);
  return (frame) => evaluators.map((evaluate) => evaluate(frame));
}

export function linkContext({ entries }: PlanOf<'context'>, link: Link): Evaluator {
  const linked = entries.map(({ name, slot, value }) => ({ name, slot, evaluate: link(value) }));
  return (frame) =>
    contextOf(
      linked.map(({ name, slot, evaluate }) => {
        const value = evaluate(frame);
        frame.locals[slot] = value;
        return [name, value] as const;
      }),
    );
}

export function linkLet({ bindings, body }: PlanOf<'let'>, link: Link): Evaluator {
  const linked = bindings.map(({ slot, value }) => ({ slot, evaluate: link(value) }));
  const result = link(body);
  return (frame) => {
    for (const { slot, evaluate } of linked) frame.locals[slot] = evaluate(frame);
    return result(frame);
  };
}

/** A range with an end that is null, where one was written, is null. */
export function linkRange(
  { lower, upper, lowerIncluded, upperIncluded }: PlanOf<'range'>,
  link: Link,
): Evaluator {
  const low = lower && link(lower);
  const high = upper && link(upper);
  return (frame) => {
    const from = low ? low(frame) : null;
    const to = high ? high(frame) : null;
    if ((low && from === null) || (high && to === null)) return null;
    return new FeelRange(from, to, lowerIncluded, upperIncluded);
  };
}
