import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../definitions/flow/json.ts';
import { value, warnings } from './evaluating.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';

describe('regular expressions', () => {
  it.each<[string, Json]>([
    ['matches("technician", "^tech")', true],
    ['matches("Technician", "^tech")', false],
    ['matches("Technician", "^tech", "i")', true],
    ['matches("order 12345", "\\\\b")', null],
    ['matches("order 12345", "[0-9]{5}$")', true],
    ['matches("order 1234", "\\\\d{5,}")', false],
    ['matches("a\\nb", "a.b")', false],
    ['matches("a\\nb", "a.b", "s")', true],
    ['matches("a\\nb", "^b", "m")', true],
    ['matches("ab", "a b", "x")', true],
    ['matches("é", "^\\\\p{L}$")', true],
    ['matches("x", "[a-z-[aeiou]]")', true],
    ['matches("e", "[a-z-[aeiou]]")', false],
    ['matches("🙂", "^.$")', true],
    ['matches("a", "(a")', null],
    ['matches("aa", "(a)\\\\1")', null],
    ['matches(null, "a")', null],
    ['replace("abracadabra", "bra", "*")', 'a*cada*'],
    ['replace("abracadabra", "a.*?a", "<$0>")', '<abra>c<ada>bra'],
    ['replace("12:30", "(\\\\d+):(\\\\d+)", "$2.$1")', '30.12'],
    ['replace("abc", "x*", "-")', null],
    ['split("a; b ;c", "\\\\s*;\\\\s*")', ['a', 'b', 'c']],
    ['split("abc", "")', null],
    ['split("a|b", "\\\\|")', ['a', 'b']],
    ['split("abc", ",")', ['abc']],
  ])('%s', (source, expected) => {
    expect(value(source)).toEqual(expected);
  });

  it('tell a pattern that cannot be read', () => {
    expect(warnings('matches("a", "(a")')).toEqual(['A pattern could not be read as a regular expression.']);
  });

  it('match in time that grows with the text, not with its ways to match', () => {
    expect(value(`matches("${'a'.repeat(3000)}!", "^(a+)+$")`)).toBe(false);
    expect(value(`matches("${'a'.repeat(40)}", "${'a?'.repeat(40)}${'a'.repeat(40)}")`)).toBe(true);
  });

  it('agree with the machine’s own on simple patterns', FUZZ_TIME, () => {
    const piece = fc.constantFrom(
      'a',
      'b',
      '.',
      '[ab]',
      '[^a]',
      '(a|b)',
      '(?:ab)',
      'a*',
      'b+?',
      'a?',
      '(ab){1,2}',
      '^',
      '$',
      '(a*)*',
    );
    const patterns = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join(''));
    const texts = fc
      .array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 })
      .map((letters) => letters.join(''));
    fc.assert(
      fc.property(patterns, texts, (pattern, text) => {
        const own = new RegExp(pattern, 'u');
        expect(value(`matches("${text}", "${pattern}")`)).toBe(own.test(text));
        if (own.test('') || [...text.matchAll(new RegExp(pattern, 'gu'))].some(([found]) => found === ''))
          return;
        expect(value(`replace("${text}", "${pattern}", "<$0>")`)).toBe(
          text.replace(new RegExp(pattern, 'gu'), '<$&>'),
        );
      }),
      { numRuns: fuzzRuns(300) },
    );
  });
});
