import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BROKEN_STEPS } from '../../definitions/model/case.ts';
import { filterCount, filterIn, queryOf, SORTS, STATUSES, withPart } from '../../editor/cases/case-filter.ts';
import { queryText } from '../../editor/shell/api.ts';

const text = fc.string({ minLength: 1, maxLength: 30 });
const filters = fc.record(
  {
    status: fc.subarray([...STATUSES], { minLength: 1 }),
    team: text,
    person: text,
    channel: text,
    brokenStep: fc.constantFrom(...BROKEN_STEPS),
    ownError: fc.boolean(),
    sort: fc.constantFrom(...SORTS),
    dueBefore: text,
  },
  { requiredKeys: [] },
);

describe('the filters of the list of cases', () => {
  it('survive the way into an address and back, whatever they hold', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        expect(filterIn(new URLSearchParams(queryText(queryOf(filter))))).toEqual(filter);
      }),
    );
  });

  it('leave out what an address says that they do not know', () => {
    expect(
      filterIn(new URLSearchParams('status=asleep&brokenStep=moon&sort=size&ownError=perhaps&team=')),
    ).toEqual({});
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
