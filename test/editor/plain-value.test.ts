import fc from 'fast-check';
import { nanoid } from 'nanoid';
import { describe, expect, it } from 'vitest';
import { plainFacts, plainValue } from '../../editor/shell/plain-value.ts';

const NOW = Date.parse('2026-03-12T14:00:00Z');
const NAMES = new Map([['V1StGXR8_Z5jdHi6B-myT', 'Ana Ruiz']]);

describe('a value in plain words', () => {
  it('is yes or no, a number, a length of time, a list, never null', () => {
    expect(plainValue(true, NOW)).toBe('yes');
    expect(plainValue(-0.712345678, NOW)).toBe('-0.7123');
    expect(plainValue('PT2H', NOW)).toBe('2 h');
    expect(plainValue(['billing', 'phone'], NOW)).toBe('billing, phone');
    expect(plainValue(null, NOW)).toBeNull();
    expect(plainFacts({ remedy: 'none', topics: ['none', 'order'] }, NOW)).toEqual([
      ['remedy', 'nothing'],
      ['topics', 'nothing, order'],
    ]);
    expect(plainValue({ due: 'P1D', ladder: null }, NOW)).toBe('due: 1 day');
  });

  it('says a time of day with its zone', () => {
    expect(plainValue('2026-03-12T13:00:00Z', NOW)).toMatch(/^\d\d:00 \S+/);
  });

  it('calls a language by its name', () => {
    expect(
      plainFacts({ Language: 'es', 'their language': 'en', language: 'unknown', topic: 'en' }, NOW),
    ).toEqual([
      ['Language', 'Spanish'],
      ['their language', 'English'],
      ['language', 'unknown'],
      ['topic', 'en'],
    ]);
  });

  it('names a person for an id, and leaves out ids and hashes it has no name for', () => {
    expect(plainValue('V1StGXR8_Z5jdHi6B-myT', NOW, NAMES)).toBe('Ana Ruiz');
    expect(plainValue('a3'.repeat(32), NOW)).toBeNull();
    expect(plainFacts({ 'case id': 'Q1StGXR8_Z5jdHi6B-myT', mood: 'negative' }, NOW)).toEqual([
      ['mood', 'negative'],
    ]);
  });

  it('never shows a random id, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.constant(null).map(() => nanoid()),
        (id) => {
          // One in many thousands has neither a capital, a digit nor an underscore; that one could be a word.
          fc.pre(/[A-Z0-9_]/.test(id));
          expect(plainValue({ a: [id, { b: id }] }, NOW)).toBeNull();
        },
      ),
    );
  });
});
