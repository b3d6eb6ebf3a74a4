import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPARISONS } from '../../../engine/identity/matching/compare.ts';
import {
  FIELD_KINDS,
  LEVELS,
  type FieldKind,
  type Level,
} from '../../../engine/identity/matching/field-kind.ts';

describe('two values of a field', () => {
  it.each<[FieldKind, string, string, Level]>([
    ['given name', 'jane', 'jane', 'same'],
    ['given name', 'bob', 'robert', 'nearly the same'],
    ['given name', 'j', 'jane', 'alike'],
    ['given name', 'j', 'k', 'different'],
    ['family name', 'meyer', 'meier', 'nearly the same'],
    ['family name', 'rupert', 'robert', 'alike'],
    ['family name', 'tymczak', 'tanzyks', 'sounds the same'],
    ['family name', 'smith', 'jones', 'different'],
    ['name', 'jane smith', 'jane smyth', 'nearly the same'],
    ['name', 'bob smith', 'robert smith', 'nearly the same'],
    ['name', 'jane mary smith', 'jane smith', 'nearly the same'],
    ['name', 'jane', 'jane smith', 'alike'],
    ['name', 'jane smith', 'jane jones', 'different'],
    ['date of birth', '19710403', '19710304', 'nearly the same'],
    ['date of birth', '19710403', '19710413', 'nearly the same'],
    ['date of birth', '19710403', '19720403', 'nearly the same'],
    ['date of birth', '19710403', '19710428', 'alike'],
    ['date of birth', '19710000', '19710403', 'alike'],
    ['date of birth', '19710000', '19720403', 'different'],
    ['date of birth', '00000403', '19710403', 'different'],
    ['date of birth', '19710403', '19580712', 'different'],
    ['email', 'jane@example.org', 'jnae@example.org', 'nearly the same'],
    ['email', 'jane.doe@example.org', 'jane.doe@example.com', 'alike'],
    ['email', 'jane@example.org', 'bob@example.org', 'different'],
    ['phone', '442079460018', '2079460018', 'nearly the same'],
    ['phone', '2079460018', '2079460019', 'alike'],
    ['phone', '2079460018', '1614960000', 'different'],
    ['postcode', '4223', '4232', 'nearly the same'],
    ['postcode', '4223', '3422', 'alike'],
    ['state', 'nsw', 'vic', 'different'],
  ])('are of %s “%s” and “%s”: %s', (kind, one, other, level) => {
    expect(LEVELS[COMPARISONS[kind](one, other)]).toBe(level);
    expect(LEVELS[COMPARISONS[kind](other, one)]).toBe(level);
  });

  it('are the same where they are, and otherwise never, whatever stands in them', () => {
    const text = fc.string({ minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.constantFrom(...FIELD_KINDS), text, text, (kind, one, other) => {
        expect(COMPARISONS[kind](one, one)).toBe(0);
        const level = COMPARISONS[kind](one, other);
        if (one !== other && kind !== 'name') expect(level).toBeGreaterThan(0);
        expect(level).toBeLessThan(LEVELS.length);
      }),
      { numRuns: 2_000 },
    );
  });
});
