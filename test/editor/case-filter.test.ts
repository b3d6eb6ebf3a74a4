import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BROKEN_STEPS, WORTHS } from '../../definitions/model/case.ts';
import {
  filterCount,
  filterIn,
  queryOf,
  SORTS,
  STATUSES,
  withPart,
  wrongParts,
} from '../../editor/cases/case-filter.ts';
import { queryText } from '../../editor/shell/api.ts';

const text = fc.string({ minLength: 1, maxLength: 30 });
const instant = fc.constantFrom('2026-03-12T09:00:00Z', '2026-03-12T09:00:00.000+02:00');
const filters = fc.record(
  {
    status: fc.subarray([...STATUSES], { minLength: 1 }),
    team: text,
    person: text,
    channel: text,
    brokenStep: fc.constantFrom(...BROKEN_STEPS),
    ownError: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    dueBefore: instant,
    openedSince: instant,
    revision: fc.constant('a3'.repeat(32)),
    region: text,
    priority: text,
    brand: text,
    worth: fc.constantFrom(...WORTHS),
    begun: fc.boolean(),
    answered: fc.boolean(),
    wroteAgain: fc.boolean(),
    flow: text,
    node: text,
    customerId: text,
    importId: text,
  },
  { requiredKeys: [] },
);

describe('the filters of the list of cases', () => {
  it('survive the way into an address and back, whatever they hold', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const address = new URLSearchParams(queryText(queryOf(filter)));
        expect(filterIn(address)).toEqual(filter);
        expect(wrongParts(address)).toEqual([]);
      }),
    );
  });

  it('leave out what an address says that they do not know', () => {
    expect(
      filterIn(new URLSearchParams('status=asleep&brokenStep=moon&sort=size&ownError=perhaps&team=')),
    ).toEqual({});
  });

  it('say what of an address is wrong: each part once, and names of no filter', () => {
    const address = new URLSearchParams(
      'status=asleep&status=open&colour=red&colour=blue&dueBefore=tomorrow&revision=3&team=&brokenStep=moon',
    );
    expect(wrongParts(address)).toEqual([
      { name: 'status', value: 'asleep', filter: 'status' },
      { name: 'colour', value: 'red, blue', filter: null },
      { name: 'dueBefore', value: 'tomorrow', filter: 'dueBefore' },
      { name: 'revision', value: '3', filter: 'revision' },
      { name: 'brokenStep', value: 'moon', filter: 'brokenStep' },
    ]);
    expect(filterIn(address)).toEqual({ status: ['open'] });
    expect(wrongParts(new URLSearchParams('team=a&team=b&hasOwnProperty=1'))).toEqual([
      { name: 'team', value: 'b', filter: 'team' },
      { name: 'hasOwnProperty', value: '1', filter: null },
    ]);
    expect(filterIn(new URLSearchParams({ channel: 'x'.repeat(301) }))).toEqual({});
  });

  it('name several states by repeating the word', () => {
    expect(queryText(queryOf({ status: ['open', 'person'] }))).toBe('?status=open&status=person');
  });

  it('take a part out again, and do not count the order as a filter', () => {
    const filter = withPart({ channel: 'twitter', sort: 'due' }, { channel: undefined });
    expect(filter).toEqual({ sort: 'due' });
    expect(filterCount(filter)).toBe(0);
  });
});
