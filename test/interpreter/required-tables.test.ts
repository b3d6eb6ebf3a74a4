import { expect, it } from 'vitest';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { edges, end, flow, node, revision, start } from './drawing.ts';
import { Driver } from './driver.ts';

const table: DecisionTable = {
  id: 'urgency',
  name: 'Urgency',
  hitPolicy: 'unique',
  inputs: [{ id: 'i', name: 'level', type: { type: 'number' } }],
  outputs: [{ id: 'o', name: 'urgency', type: { type: 'string' } }],
  rows: [
    { id: 'r1', when: ['1'], then: ['"high"'] },
    { id: 'r2', when: ['2'], then: ['"low"'] },
    { id: 'r3', when: ['2'], then: ['"none"'] },
  ],
};

it('a table goes by what other tables decide first, and says how those came to it', () => {
  const worth: DecisionTable = {
    id: 'worth',
    name: 'Worth',
    hitPolicy: 'unique',
    requires: { 'how urgent': 'urgency' },
    inputs: [{ id: 'i', name: 'how urgent', type: { type: 'string' } }],
    outputs: [{ id: 'o', name: 'worth', type: { type: 'number' } }],
    rows: [{ id: 'w1', when: ['"high"'], then: ['level * 20'] }],
  };
  const run = (level: number, more: Partial<DecisionTable> = {}) =>
    new Driver(
      revision(
        flow(
          'f',
          { level: 'number', worth: 'number' },
          [start(), node('businessRuleTask', 'd', { decision: { table: 'worth' }, result: 'worth' }), end()],
          edges('start > d > end'),
        ),
        { tables: { urgency: table, worth: { ...worth, ...more } } },
      ),
    ).begin({ level });
  const decided = run(1);
  expect(decided.variable('worth')).toBe(20);
  expect(decided.trace.find(({ what, place }) => what === 'left' && place.node === 'd')?.detail).toEqual({
    value: 20,
    rows: ['w1'],
    inputs: { 'how urgent': 'high' },
    required: [{ table: 'urgency', value: 'high', rows: ['r1'], inputs: { level: 1 } }],
  });
  const stuck = (of: Driver) => of.given('raiseIncident')[0]?.incident.failure;
  expect(stuck(run(2))).toMatchObject({
    code: 'several rows hit',
    message: expect.stringContaining('Table Urgency: rows r2, r3') as string,
  });
  expect(stuck(run(1, { requires: { 'how urgent': 'gone' } }))?.message).toContain('gone');
  expect(stuck(run(1, { requires: { 'how urgent': 'worth' } }))?.code).toBe('circular decisions');
});
