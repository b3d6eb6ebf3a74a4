import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../../definitions/feel/compiler.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';

export interface ShownTable {
  readonly table: DecisionTable;
  readonly types?: TypeEnvironment | undefined;
}

const TOPIC: ValueType = {
  type: 'string',
  allowed: ['outage', 'missed window', 'billing', 'praise', 'other'],
};
const REGION: ValueType = { type: 'string', allowed: ['North', 'South', 'West'] };
const DURATION: ValueType = { type: 'days and time duration' };

/** One gap: nothing answers what is of another topic. */
const URGENCY: DecisionTable = {
  id: 'urgency',
  name: 'Urgency, team',
  hitPolicy: 'first',
  inputs: [
    { id: 'topic', name: 'Topic', expression: 'facts.topic', type: TOPIC },
    { id: 'region', name: 'Region', expression: 'case.region', type: REGION },
    { id: 'times', name: 'Times this month', type: { type: 'number' } },
  ],
  outputs: [
    { id: 'team', name: 'Team', type: { type: 'string' } },
    { id: 'due', name: 'Due in', type: DURATION },
  ],
  rows: [
    { id: 'r1', when: ['"outage"', '-', '-'], then: ['"Network"', '@"PT30M"'] },
    {
      id: 'r2',
      when: ['"missed window"', '-', '>= 2'],
      then: ['"Field service"', '@"PT1H"'],
      annotation: 'second time: the lead knows',
    },
    { id: 'r3', when: ['"missed window"', '-', '-'], then: ['"Field service"', '@"PT2H"'] },
    { id: 'r4', when: ['"billing"', '"North", "South"', '-'], then: ['"Billing"', '@"P1D"'] },
    {
      id: 'r5',
      when: ['"billing"', '"West"', '-'],
      then: ['"Billing West"', '@"P1D"'],
      annotation: 'own office',
    },
    {
      id: 'r6',
      when: ['"praise"', '-', '-'],
      then: ['"Care desk"', '@"P1D"'],
      annotation: 'thank them',
    },
  ],
};
const TYPES: TypeEnvironment = {
  facts: { type: 'context', fields: { topic: TOPIC, mood: { type: 'string' } } },
  case: { type: 'context', fields: { region: REGION } },
  'Times this month': { type: 'number' },
  'own error': { type: 'boolean' },
};

/** Wrong cells, rows that overlap where one may fit, and a very long note. */
const WRONG: DecisionTable = {
  ...URGENCY,
  name: 'Much is wrong',
  hitPolicy: 'unique',
  rows: [
    ...URGENCY.rows,
    { id: 'r7', when: ['outage', '-', '> 3 x'], then: ['"Network"', '3'] },
    {
      id: 'r8',
      when: ['"prase"', '-', '-'],
      then: ['Nobody', '@"P1D"'],
      annotation: 'a very long note that goes on and on, and fits into no column whatever one does about it',
    },
  ],
};

const LARGE_ROWS = 5_000;
/** As many rows as a company's price list has; no two say the same. */
export const LARGE: DecisionTable = {
  id: 'large',
  name: 'Five thousand rows',
  hitPolicy: 'first',
  inputs: [
    { id: 'product', name: 'product', type: { type: 'string' } },
    { id: 'region', name: 'region', type: { type: 'string' } },
    { id: 'amount', name: 'amount', type: { type: 'number' } },
    { id: 'times', name: 'times', type: { type: 'number' } },
  ],
  outputs: [
    { id: 'team', name: 'team', type: { type: 'string' } },
    { id: 'due', name: 'due', type: DURATION },
  ],
  rows: Array.from({ length: LARGE_ROWS }, (_, i) => ({
    id: `row-${i}`,
    when: [
      `"product ${i % 125}"`,
      `"region ${(i % 40) + 1}"`,
      i % 3 === 0 ? `>= ${i}` : `[${i}..${i + 10}]`,
      i % 2 === 0 ? '> 2' : '-',
    ],
    then: [`"team ${i % 17}"`, `@"PT${(i % 40) + 1}H"`],
  })),
};

/** The tables that can be opened, by name. */
export const SHOWN: { readonly urgency: ShownTable; readonly [name: string]: ShownTable } = {
  urgency: { table: URGENCY, types: TYPES },
  wrong: { table: WRONG },
  large: { table: LARGE },
  empty: { table: { ...URGENCY, rows: [] } },
};
