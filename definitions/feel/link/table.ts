import type { TablePlan } from '../check/plan.ts';
import type { Value } from '../value/value.ts';
import { contextOf } from '../value/value.ts';
import type { Evaluator, Frame, Link, Tester } from './frame.ts';
import { nothing } from './frame.ts';
import { outcomeOf, type PolicyError } from './hit-policy.ts';
import { linkCell, linkTest } from './tests.ts';

interface Row {
  readonly when: readonly Tester[];
  readonly then: readonly Evaluator[];
}

/** What a row that hit gives, output by output. */
type Outputs = readonly Value[];

const WHY: { readonly [E in PolicyError]: string } = {
  'several rows hit': 'Several rows hit where one may.',
  'rows that hit differ': 'Rows that hit differ where they may not.',
};

/** Links a decision table: the rows that hit, and what its policy makes of them (DMN 1.5, 8.2.10 and 8.2.11). */
export function linkTable(plan: TablePlan, link: Link): Evaluator {
  const inputs = plan.inputs.map(({ value, slot }) => ({ slot, evaluate: link(value) }));
  const rows = plan.rows.map(({ when, then }): Row => ({
    when: when.map((cell, i) => linkCell(cell, link, plan.inputs[i]?.slot ?? 0)),
    then: then.map(link),
  }));
  const compare = linkOrder(plan, link);
  const defaults = plan.outputs.map((output) => output.default && link(output.default));
  const hasDefault = defaults.some((each) => each !== undefined);
  const whole = (outputs: Outputs): Value =>
    plan.outputs.length === 1
      ? (outputs[0] ?? null)
      : contextOf(plan.outputs.map(({ name }, i) => [name, outputs[i] ?? null] as const));

  return (frame) => {
    const values = inputs.map(({ slot, evaluate }) => {
      const value = evaluate(frame);
      frame.locals[slot] = value;
      return value;
    });
    const hits: Outputs[] = [];
    for (const { when, then } of rows) {
      frame.budget.spend(1);
      if (!when.every((passes, i) => passes(values[i] ?? null, frame))) continue;
      hits.push(then.map((evaluate) => evaluate(frame)));
      if (plan.policy === 'first') break;
    }
    const [first, ...others] = hits;
    if (first === undefined) {
      if (hasDefault) return whole(defaults.map((evaluate) => evaluate?.(frame) ?? null));
      return plan.policy === 'count' ? 0 : null;
    }
    const { value, error } = outcomeOf(plan.policy, [first, ...others], {
      valueOf: whole,
      compare: compare(frame),
      budget: frame.budget,
    });
    return error === undefined ? value : nothing(frame, WHY[error]);
  };
}

/** Compares what rows give by the importance of their values, the first output first. */
function linkOrder({ outputs }: TablePlan, link: Link): (frame: Frame) => (a: Outputs, b: Outputs) => number {
  const ranks = outputs.map(({ order }) => {
    if (order === undefined) return null;
    const tests = order.tests.map((test) => linkTest(test, order.slot, link));
    return (value: Value, frame: Frame): number => {
      const rank = tests.findIndex((passes) => passes(value, frame));
      return rank === -1 ? tests.length : rank;
    };
  });
  return (frame) => (a, b) => {
    for (const [i, rank] of ranks.entries()) {
      const difference = rank === null ? 0 : rank(a[i] ?? null, frame) - rank(b[i] ?? null, frame);
      if (difference !== 0) return difference;
    }
    return 0;
  };
}
