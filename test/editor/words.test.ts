import { describe, expect, it } from 'vitest';
import { causeOf } from '../../editor/stuck/cause.ts';
import { typedValue } from '../../editor/stuck/typed-value.ts';
import { words } from '../../editor/shell/words.ts';
import { wordsIn } from '../../editor/words/catalogue.ts';
import { english } from '../../editor/words/english.ts';
import { many } from '../../editor/words/many.ts';

/** All texts of the catalogue; those with a gap are filled with a plain word. */
function texts(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') {
    const filled: unknown = part('x', 'x', 'x');
    return typeof filled === 'string' ? [filled] : [];
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];
}

const { way, ...others } = words;
// What engineers open is called by its own name.
const { rowsMatched: _, openInTemporal: __, ...wayWords } = way;
const all = [...texts(others), ...texts(wayWords)];

/** Words of the machinery behind; docs/words.md says what the house says instead. */
const BANNED =
  /\b(incidents?|workflows?|null|undefined|hash(es)?|payloads?|temporal|mongo(db)?|uuids?|json|instances?|boolean|tokens?|enum|endpoints?|todo)\b/i;

describe('the words of the pages', () => {
  it('are of the house, not of the machinery', () => {
    expect(all.length).toBeGreaterThan(250);
    for (const text of all) expect(text).not.toMatch(BANNED);
  });

  it('show no bare hash, no random id, and no time without its zone', () => {
    for (const text of all) {
      expect(text).not.toMatch(/\b[0-9a-f]{12,}\b/i);
      expect(text).not.toMatch(/\b(?=[\w-]*[A-Z])(?=[\w-]*[a-z])(?=[\w-]*\d)[\w-]{21}\b/);
      expect(text).not.toMatch(/\b\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?![\d:.]*(Z|[+-]\d{2}:\d{2}))/);
    }
  });

  it('are in the language the reader likes best of those there are, else in English', () => {
    const german = { ...english, product: 'Lauscher' };
    const both = new Map([
      ['en', english],
      ['de', german],
    ]);
    expect(wordsIn(['fr', 'de-AT', 'en'], both)).toBe(german);
    expect(wordsIn(['en-US', 'de'], both)).toBe(english);
    expect(wordsIn(['ja'], both)).toBe(english);
  });

  it('have no blank text and no untidy space', () => {
    for (const text of all) expect(text).toMatch(/^\S(.*\S)?$/s);
  });

  it('count in the singular and the plural', () => {
    expect([many(1, 'case'), many(0, 'case'), many(1261, 'case'), many(2, 'person', 'people')]).toEqual([
      '1 case',
      '0 cases',
      '1,261 cases',
      '2 people',
    ]);
  });

  it('say why a case is stuck without a code of the engine', () => {
    expect(causeOf({ kind: 'activity failed', code: 'timeout', nodeName: 'Send it' })).toEqual({
      title: '“Send it” did not work',
      how: 'it took too long',
    });
    expect(causeOf({ kind: 'made up', code: 'ERR_42', nodeName: 'Send it' })).toEqual({
      title: '“Send it” cannot go on',
      how: null,
    });
  });
});

describe('a value typed to lead a case on', () => {
  it('is read as its type asks, or refused in words', () => {
    expect(typedValue('12,5', 'number')).toEqual({ value: 12.5 });
    expect(typedValue('true', 'boolean')).toEqual({ value: true });
    expect(typedValue('["a"]', 'list')).toEqual({ value: ['a'] });
    expect(typedValue('North', 'any')).toEqual({ value: 'North' });
    expect(typedValue('  ', 'number')).toEqual({ value: null });
    expect(typedValue('many', 'number')).toEqual({ problem: words.stuck.badValue.number });
    expect(typedValue('[', 'list')).toEqual({ problem: words.stuck.badValue.list });
  });
});
