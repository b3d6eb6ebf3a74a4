import type { TablePolicy } from '../feel/check/plan.ts';
import type { DecisionTable } from './table.ts';

/** A table's hit policy with how it collects. */
export function policyOf({
  hitPolicy,
  aggregation,
}: Pick<DecisionTable, 'hitPolicy' | 'aggregation'>): TablePolicy {
  return hitPolicy === 'collect' && aggregation !== undefined ? aggregation : hitPolicy;
}
