import { describe, expect, it } from 'vitest';
import { explainInputs } from '../../definitions/decision/explain-inputs.ts';
import { decisionIn } from '../../editor/cases/decision.ts';
import { nearRows } from '../../editor/cases/step/near-rows.ts';
import { isAny, isSaidOtherwise, plainTest } from '../../editor/drawing/plain-test.ts';
import { agreed } from '../../editor/cases/step/told-decision.ts';
import { caseDetail, cases } from './fixture/answers.ts';
import { revision } from './fixture/story.ts';

const [row] = cases;
if (row === undefined) throw new Error('The fixture has no case');
const decision = decisionIn(
  caseDetail(row).trail.find(({ node, what }) => node === 'what-broke' && what === 'left'),
);
const table = revision.tables['what-broke'];
if (table === undefined) throw new Error('The shipped flow has no table “what-broke”');
const told = explainInputs(table, decision?.inputs ?? {}, 0);

describe('a decision told again on the page of a case', () => {
  it('says of each row which clause did not fit, and what the value was', () => {
    const why = agreed(told, decision?.rows ?? [], table);
    const [first] = table.rows;
    expect(why?.get(first?.id ?? '')?.clauses.filter(({ matched }) => matched === false)).toMatchObject([
      { input: { name: 'step' }, test: '"agent information"', value: 'none' },
    ]);
    expect(why?.get(decision?.rows[0] ?? '')?.hit).toBe(true);
  });

  it('is not told when it would contradict what happened', () => {
    expect(agreed(told, ['another row'], table)).toBeNull();
    expect(agreed(told, [], table)).toBeNull();
    expect(agreed([], [], table)).toBeNull();
  });

  it('lets later rows of a first table fit too, but not of a unique one', () => {
    const rows = ['a', 'b', 'c'].map((id) => ({ row: id, clauses: [], hit: id !== 'a' }));
    expect(agreed(rows, ['b'], { hitPolicy: 'first' })?.size).toBe(3);
    expect(agreed(rows, ['b'], { hitPolicy: 'unique' })).toBeNull();
    expect(agreed(rows, ['b', 'c'], { hitPolicy: 'collect' })?.size).toBe(3);
    expect(agreed(rows, ['c'], { hitPolicy: 'first' })).toBeNull();
  });

  it('shows the rows around those that matched, and all of a short table', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({ id: `r${i}`, when: [], then: [] }));
    expect(nearRows(rows, ['r10']).map(({ id }) => id)).toEqual(['r8', 'r9', 'r10', 'r11', 'r12']);
    expect(nearRows(rows, [])).toHaveLength(20);
    expect(nearRows(rows.slice(0, 9), ['r0'])).toHaveLength(9);
    const many = Array.from({ length: 5_000 }, (_, i) => ({ id: `r${i}`, when: [], then: [] }));
    const all = many.map(({ id }) => id);
    expect([nearRows(many, []).length, nearRows(many, all).length]).toEqual([40, 40]);
    expect(nearRows(many, ['r9', 'r4000']).map(({ id }) => id)).toContain('r4002');
  });
});

describe('a cell of a table in plain words', () => {
  it.each([
    ['-', '–'],
    ['', '–'],
    ['true', 'yes'],
    ['false', 'no'],
    ['"order"', 'order'],
    ['"order", "a, b"', 'order, a, b'],
    ['@"PT2H"', '2 h'],
    ['12.5', '12.5'],
    ['null', 'nothing'],
    ['"none", "order"', 'nothing, order'],
    ['>= 3', '3 or more'],
    ['> 0.2', 'more than 0.2'],
    ['<= 10', '10 or less'],
    ['< -0.6', 'less than -0.6'],
    ['[2..5]', '2 to 5'],
    ['< duration("P1D")', 'less than 1 day'],
    ['duration("PT30M")', '30 min'],
    ['not("order", "billing")', 'not order, billing'],
    ['(2..5]', '(2..5]'],
    ['< today()', '< today()'],
    ['not(starts with(?, "a"))', 'not(starts with(?, "a"))'],
    ['starts with(?, "a")', 'starts with(?, "a")'],
  ])('%s is %s', (cell, plain) => expect(plainTest(cell)).toBe(plain));

  it('keeps what its author wrote where it is said in other words', () => {
    expect(['"order"', '>= 3', '-', '', '12.5', 'starts with(?, "a")'].map(isSaidOtherwise)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('asks nothing when anything passes', () => {
    expect([isAny(' - '), isAny('true')]).toEqual([true, false]);
  });
});
