import { HIT_POLICIES } from '../table.ts';
import type { DecisionTable } from '../table.ts';

/** What the lines of a sheet begin with, in the order in which they are written. Below the last stand the rows. */
export const LINES = {
  name: 'Decision table',
  id: 'Table id',
  description: 'Description',
  hitPolicy: 'Hit policy',
  kind: 'Column',
  columnId: 'Column id',
  expression: 'Expression',
  type: 'Type',
  default: 'Default',
  names: 'Row',
} as const;
export type Line = keyof typeof LINES;

/** What a column may be. */
export const KINDS = { input: 'Input', output: 'Output', note: 'Note' } as const;
export type Kind = keyof typeof KINDS;

/** The line or kind of that label, whatever its case, with or without a colon. */
export function labelled<K extends string>(
  labels: { readonly [key in K]: string },
  cell: string,
): K | undefined {
  const plain = plainly(cell);
  for (const key in labels) if (plainly(labels[key]) === plain) return key;
  return undefined;
}

function plainly(label: string): string {
  return label.trim().replace(/\s*:$/, '').replace(/\s+/g, ' ').toLowerCase();
}

type Policy = Pick<DecisionTable, 'hitPolicy' | 'aggregation'>;

const AGGREGATIONS = ['sum', 'min', 'max', 'count'] as const;

/** Every policy as it is written: 'unique', 'collect', 'collect sum'. */
export const POLICIES: readonly string[] = [
  ...HIT_POLICIES,
  ...AGGREGATIONS.map((aggregation) => `collect ${aggregation}`),
];

/** The letters by which DMN marks a table (DMN 1.5, 8.2.10). */
const LETTERS: { readonly [letters: string]: Policy } = {
  u: { hitPolicy: 'unique' },
  a: { hitPolicy: 'any' },
  p: { hitPolicy: 'priority' },
  f: { hitPolicy: 'first' },
  r: { hitPolicy: 'rule order' },
  o: { hitPolicy: 'output order' },
  c: { hitPolicy: 'collect' },
  'c+': { hitPolicy: 'collect', aggregation: 'sum' },
  'c<': { hitPolicy: 'collect', aggregation: 'min' },
  'c>': { hitPolicy: 'collect', aggregation: 'max' },
  'c#': { hitPolicy: 'collect', aggregation: 'count' },
};

export function policyText({ hitPolicy, aggregation }: Policy): string {
  return aggregation === undefined ? hitPolicy : `${hitPolicy} ${aggregation}`;
}

/** The policy that a text names, in words or by DMN's letters; undefined if none. */
export function policyNamed(text: string): Policy | undefined {
  const plain = plainly(text);
  if (Object.hasOwn(LETTERS, plain)) return LETTERS[plain];
  const aggregation = AGGREGATIONS.find((one) => plain.endsWith(` ${one}`));
  const first = aggregation === undefined ? plain : plain.slice(0, -aggregation.length - 1);
  const hitPolicy = HIT_POLICIES.find((one) => one === first);
  if (hitPolicy === undefined) return undefined;
  return aggregation === undefined ? { hitPolicy } : { hitPolicy, aggregation };
}
