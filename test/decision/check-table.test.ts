import { describe, expect, it } from 'vitest';
import { checkedTable, givenTo } from '../../definitions/decision/check-table.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { OWNER } from './tables.ts';

function found(when: string[], then: string[]) {
  return checkedTable({ ...OWNER, rows: [{ id: 'r', when, then }] }).findings;
}

describe('a table by itself', () => {
  it.each([OWNER, ...Object.values(mentionCare().tables)])('is found right: “$name”', (table) => {
    expect(checkedTable(table).findings).toEqual([]);
  });

  it.each<[string, string[], string[], object]>([
    [
      'text without quotes',
      ['north, south', '-'],
      ['"field"', '@"PT1H"'],
      {
        severity: 'error',
        place: { part: 'when', row: 'r', column: 'in-region' },
        fix: { write: '"north", "south"' },
      },
    ],
    [
      'text of several words',
      ['-', '-'],
      ['no visit', '@"PT1H"'],
      { place: { part: 'then' }, fix: { write: '"no visit"' } },
    ],
    [
      'a slip in a value',
      ['"nroth"', '-'],
      ['"field"', '@"PT1H"'],
      { severity: 'warning', fix: { write: '"north"' } },
    ],
    [
      'a slip in a name',
      ['-', '-'],
      ['"field"', '@"PT1H" / severty'],
      { severity: 'error', fix: { write: '@"PT1H" / severity' } },
    ],
    [
      'a name that only a flow can know',
      ['-', '< limit'],
      ['"field"', '@"PT1H"'],
      {
        severity: 'warning',
        message: 'There is no variable “limit”. A flow that decides by the table must have it.',
      },
    ],
    ['too few cells', ['-'], ['"field"', '@"PT1H"'], { code: 'bad table', severity: 'error' }],
  ])('is told: %s', (_what, when, then, finding) => {
    expect(found(when, then)[0]).toMatchObject(finding);
  });

  it('takes its inputs and what its expressions and cells name', () => {
    const inputs = [
      { id: 'years', name: 'years', expression: 'customer.years', type: { type: 'number' as const } },
    ];
    const table = { ...OWNER, inputs, rows: [{ id: 'r', when: ['> limit'], then: ['"field"', '@"PT1H"'] }] };
    expect(givenTo(table)).toEqual({ customer: { type: 'any' }, limit: { type: 'any' } });
    expect(Object.keys(givenTo(OWNER))).toEqual(['region', 'severity']);
  });
});
