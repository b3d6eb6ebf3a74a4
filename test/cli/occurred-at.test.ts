import { describe, expect, it } from 'vitest';
import { occurredAt } from '../../engine/cli/import/occurred-at.ts';

describe('when something was said', () => {
  it.each([
    ['2017-10-31T22:10:47Z', '2017-10-31T22:10:47.000Z'],
    ['2017-10-31 23:10+01:00', '2017-10-31T22:10:00.000Z'],
    ['Tue Oct 31 22:10:47 +0000 2017', '2017-10-31T22:10:47.000Z'],
    ['Tue, 31 Oct 2017 17:10:47 -0500', '2017-10-31T22:10:47.000Z'],
    ['1 Nov 2017 00:10 GMT', '2017-11-01T00:10:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
  ])('is read from %s', (given, expected) => {
    expect(occurredAt(given)).toBe(expected);
  });

  it.each([
    '',
    'yesterday',
    '2017-02-29T00:00:00Z',
    '2017-13-01T00:00:00Z',
    '2017-10-31T25:00:00Z',
    '2017-10-31T22:10:47',
    '31/10/2017',
    '0001-01-01T00:00:00Z',
    'Tue Foo 31 22:10:47 +0000 2017',
  ])('is not read from "%s"', (given) => {
    expect(occurredAt(given)).toBeNull();
  });
});
