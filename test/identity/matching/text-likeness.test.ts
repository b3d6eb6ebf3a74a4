import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  editDistance,
  jaroWinkler,
  leastChanges,
  mostLikeness,
  signsIn,
  soundex,
} from '../../../engine/identity/matching/text-likeness.ts';

/** Written as the definition reads, over all of the table. */
function plainDistance(left: string, right: string): number {
  const cost: number[][] = Array.from({ length: left.length + 1 }, (_, i) =>
    Array.from({ length: right.length + 1 }, (__, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => cost[i]?.[j] ?? Infinity;
  for (let i = 1; i <= left.length; i += 1)
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1];
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1])
        least = Math.min(least, at(i - 2, j - 2) + 1);
      const row = cost[i];
      if (row !== undefined) row[j] = least;
    }
  return at(left.length, right.length);
}

const word = fc.string({ unit: fc.constantFrom(...'abcde 12'), maxLength: 12 });

describe('the likeness of texts', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dixon', 'dicksonx', 0.813],
    ['dwayne', 'duane', 0.84],
    ['jones', 'johnson', 0.832],
    ['abroms', 'abrams', 0.922],
    ['same', 'same', 1],
    ['abc', 'xyz', 0],
    ['', 'a', 0],
  ])('of %s and %s is %d, as Winkler has it', (one, other, likeness) => {
    expect(jaroWinkler(one, other)).toBeCloseTo(likeness, 3);
    expect(jaroWinkler(other, one)).toBeCloseTo(likeness, 3);
  });

  it('counts changes as the definition does, and beyond the most says one more', () => {
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(plainDistance(one, other), most + 1));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is never underestimated, nor are changes overestimated, by the signs alone', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const [signs, others] = [signsIn(one), signsIn(other)];
        expect(leastChanges(signs, others)).toBeLessThanOrEqual(plainDistance(one, other));
        expect(mostLikeness(one, other, signs, others)).toBeGreaterThanOrEqual(
          jaroWinkler(one, other) - 1e-9,
        );
      }),
      { numRuns: 3_000 },
    );
  });

  it('compares long texts by their beginnings, in bounded time', () => {
    const long = 'ab'.repeat(500_000);
    expect(jaroWinkler(long, long.replace('a', 'b'))).toBeGreaterThan(0.9);
    expect(editDistance(long, `${long}a`, 2)).toBe(0);
  });

  it.each([
    ['robert', 'r163'],
    ['rupert', 'r163'],
    ['ashcraft', 'a261'],
    ['tymczak', 't522'],
    ['pfister', 'p236'],
    ['honeyman', 'h555'],
    ['lee', 'l000'],
    ['12', ''],
  ])('hears %s as %s', (name, code) => {
    expect(soundex(name)).toBe(code);
  });
});
