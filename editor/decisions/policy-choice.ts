import type { DecisionTable } from '../../definitions/decision/table.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';

/** Which rows count, and of all matches what is made of them. */
export type PolicyChoice = Pick<DecisionTable, 'hitPolicy' | 'aggregation'>;

export const POLICY_CHOICES: readonly PolicyChoice[] = [
  { hitPolicy: 'first' },
  { hitPolicy: 'unique' },
  { hitPolicy: 'any' },
  { hitPolicy: 'priority' },
  { hitPolicy: 'collect' },
  { hitPolicy: 'collect', aggregation: 'sum' },
  { hitPolicy: 'collect', aggregation: 'min' },
  { hitPolicy: 'collect', aggregation: 'max' },
  { hitPolicy: 'collect', aggregation: 'count' },
  { hitPolicy: 'rule order' },
  { hitPolicy: 'output order' },
];

/** 'first match wins', 'all matches count: their sum'. */
export function policyWords({ hitPolicy, aggregation }: PolicyChoice): string {
  const policy = words.flows.hitPolicies[hitPolicy];
  if (hitPolicy !== 'collect') return policy;
  return drawingWords.decisions.policyWith(
    policy,
    drawingWords.decisions.aggregations[aggregation ?? 'list'],
  );
}

/** The table with another policy. */
export function withPolicy(table: DecisionTable, { hitPolicy, aggregation }: PolicyChoice): DecisionTable {
  if (table.hitPolicy === hitPolicy && table.aggregation === aggregation) return table;
  const { aggregation: _, ...bare } = table;
  return { ...bare, hitPolicy, ...(aggregation !== undefined && { aggregation }) };
}
