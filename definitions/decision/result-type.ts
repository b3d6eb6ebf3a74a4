import { givesList } from '../feel/link/hit-policy.ts';
import type { ValueType } from '../flow/value-type.ts';
import { policyOf } from './policy.ts';
import type { DecisionTable } from './table.ts';

/** What is known of a table's value; it may be null whatever the type. */
export function resultType(table: Pick<DecisionTable, 'outputs' | 'hitPolicy' | 'aggregation'>): ValueType {
  const { outputs } = table;
  const [only] = outputs;
  const one: ValueType =
    only && outputs.length === 1
      ? only.type
      : { type: 'context', fields: Object.fromEntries(outputs.map(({ name, type }) => [name, type])) };
  const policy = policyOf(table);
  if (policy === 'count') return { type: 'number' };
  return givesList(policy) ? { type: 'list', of: one } : one;
}
