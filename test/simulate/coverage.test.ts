import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import { link } from '../../engine/interpreter/link.ts';
import { scenarioCoverage } from '../../engine/simulate/coverage.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import { branch, decide, edges, end, flow, revision, start } from '../interpreter/drawing.ts';
import { published, scenarios } from '../library/published.ts';

const shipped = link(published().revision);
const told = scenarios().map(({ scenario }) => scenario);
const { revision: care } = shipped;
const flows = [care.flow, ...Object.values(care.called)];

const chosen = (
  ...all: readonly { readonly id: string; readonly name: string; readonly passed: number }[]
): readonly string[] => all.filter(({ passed }) => passed === 0).map(({ name }) => name);

const program = link(
  revision(
    flow(
      'small',
      { amount: 'number', urgent: 'boolean' },
      [
        start(),
        decide('rule', '', 'urgent', { decision: { table: 'urgent' } }),
        branch('which', { yes: 'urgent' }, 'no'),
        end('now'),
        end('later'),
      ],
      edges('start > rule > which', 'which:yes > now', 'which:no > later'),
    ),
    {
      tables: {
        urgent: {
          id: 'urgent',
          name: 'Urgent',
          hitPolicy: 'first',
          inputs: [{ id: 'a', name: 'amount', type: { type: 'number' } }],
          outputs: [{ id: 'u', name: 'urgent', type: { type: 'boolean' } }],
          rows: [
            { id: 'much', when: ['> 100'], then: ['true'] },
            { id: 'some', when: ['> 10'], then: ['true'] },
            { id: 'else', when: ['-'], then: ['false'] },
          ],
        },
      },
    },
  ),
);
const story = (amount: number): Scenario => ({
  name: `${amount}`,
  start: '2026-03-02T09:00:00Z',
  variables: { amount },
});

describe('what scenarios pass of a flow', () => {
  it('names the steps, arrows and rows that none of them does', () => {
    const { flows: [small] = [], tables } = scenarioCoverage(program, [story(5), story(200)]);
    expect(chosen(...(small?.steps ?? []))).toEqual([]);
    expect(small?.arrows.filter(({ passed }) => passed === 0)).toEqual([]);
    expect(tables).toMatchObject([
      { id: 'urgent', name: 'Urgent', coverage: { inputs: 2, neverFitted: ['some'] } },
    ]);
    const [alone] = scenarioCoverage(program, [story(5)]).flows;
    expect(chosen(...(alone?.steps ?? []))).toEqual(['now']);
    expect(alone?.arrows.filter(({ passed }) => passed === 0)).toMatchObject([
      { from: 'which', to: 'now', name: 'yes' },
    ]);
  });

  it('is nothing at all of no scenarios', () => {
    const { flows: [small] = [], tables } = scenarioCoverage(program, []);
    expect(small?.steps.every(({ passed }) => passed === 0)).toBe(true);
    expect(small?.arrows.every(({ passed }) => passed === 0)).toBe(true);
    expect(tables[0]?.coverage).toMatchObject({ inputs: 0, neverFitted: ['much', 'some', 'else'] });
  });

  it('is all arrows of the flow that ships, by the scenarios that ship with it', () => {
    const coverage = scenarioCoverage(shipped, told);
    expect(coverage.flows.flatMap(({ arrows }) => arrows.filter(({ passed }) => passed === 0))).toEqual([]);
    for (const { coverage: table } of coverage.tables) expect(table.inputs).toBeGreaterThan(0);
  });

  it('is every step and arrow once, passed or not; those of a trace are passed, and no others', () => {
    const some = fc.subarray(told, { maxLength: 3 });
    fc.assert(
      fc.property(some, (few) => {
        const coverage = scenarioCoverage(shipped, few);
        const trace = few.flatMap((scenario) => simulate(shipped, scenario).trace);
        expect(coverage.flows.map(({ id }) => id)).toEqual(flows.map(({ id }) => id));
        for (const [index, { id, steps, arrows }] of coverage.flows.entries()) {
          expect(arrows.map((arrow) => arrow.id)).toEqual(flows[index]?.edges.map((edge) => edge.id));
          const drawn = flows[index]?.nodes.filter(({ kind }) => kind !== 'textAnnotation');
          expect(steps.map((step) => step.id)).toEqual(drawn?.map((one) => one.id));
          const taken = trace.filter(({ place }) => place.flow === id);
          const edgesTaken = new Set(taken.flatMap(({ edge }) => edge ?? []));
          expect(arrows.filter(({ passed }) => passed > 0).map((arrow) => arrow.id)).toEqual(
            arrows.map((arrow) => arrow.id).filter((edge) => edgesTaken.has(edge)),
          );
          const entered = new Set(taken.flatMap(({ place, what }) => (what === 'entered' ? place.node : [])));
          expect(steps.filter(({ passed }) => passed > 0).map((step) => step.id)).toEqual(
            steps.map((step) => step.id).filter((step) => entered.has(step)),
          );
        }
        const rows = trace.flatMap(({ detail }) => (Array.isArray(detail?.['rows']) ? detail['rows'] : []));
        const decided = coverage.tables.flatMap(({ coverage: table }) =>
          table.rows.map((row) => row.decided),
        );
        expect(decided.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
      }),
      { numRuns: 25 },
    );
  });
});
