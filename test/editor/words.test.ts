import { describe, expect, it } from 'vitest';
import { causeOf } from '../../editor/stuck/cause.ts';
import { typedValue } from '../../editor/stuck/typed-value.ts';
import { cardWords } from '../../editor/cases/customer/card-words.ts';
import { drawingWords } from '../../editor/shell/drawing-words.ts';
import { words } from '../../editor/shell/words.ts';
import { whoWords } from '../../editor/who/who-words.ts';
import { wordsIn } from '../../editor/words/catalogue.ts';
import { english } from '../../editor/words/english.ts';
import { many } from '../../editor/words/many.ts';
import { PROBLEMS } from '../../engine/api/api-problem.ts';
import { bannedWords } from './banned-words.ts';
import { textsUnder, type SourceText } from './source-texts.ts';

const neverOnPages = bannedWords();
const neverInProblems = bannedWords('callers');

/** Those of the texts that say one of the words. */
function said(texts: readonly string[], banned: readonly string[]): readonly string[] {
  const any = new RegExp(`\\b(${banned.join('|')})\\b`, 'i');
  return texts.filter((text) => any.test(text));
}

/** All texts of the catalogue; those with a gap are filled with a number. */
function texts(part: unknown): readonly string[] {
  if (typeof part === 'string') return [part];
  if (typeof part === 'function') {
    const filled: unknown = part('7', '7', '7', '7');
    return typeof filled === 'string' ? [filled] : [];
  }
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];
}

const { way, ...others } = words;
// What engineers open is called by its own name.
const { rowsMatched: _, openInTemporal: __, ...wayWords } = way;
const all = [others, wayWords, drawingWords, cardWords, whoWords].flatMap(texts);

const catalogue = textsUnder('editor/words').filter(({ file }) => !file.endsWith('/locale.ts'));
/** What the API says of a problem: its titles, its sentences, and its reasons at fields. */
const problems: readonly SourceText[] = [
  ...Object.values(PROBLEMS).map(({ title }) => ({ file: 'engine/api', text: title })),
  ...['engine/api', 'engine/store'].flatMap(textsUnder).filter(isProblemText),
];

function isProblemText({ file, text }: SourceText): boolean {
  if (file.includes('/openapi')) return false;
  return /^\p{Lu}.*\s.*\.$/su.test(text) || (file.endsWith('.schema.ts') && text.includes(' '));
}

describe('the words of the pages', () => {
  it('are of the house, not of the machinery', () => {
    expect(all.length).toBeGreaterThan(250);
    expect(catalogue.length).toBeGreaterThan(all.length);
    expect(said(all, neverOnPages)).toEqual([]);
    expect(
      said(
        catalogue.map(({ text }) => text),
        neverOnPages,
      ),
    ).toEqual([words.way.openInTemporal]);
  });

  it('are so in what the API says of a problem as well', () => {
    expect(problems.length).toBeGreaterThan(100);
    expect(
      said(
        problems.map(({ text }) => text),
        neverInProblems,
      ),
    ).toEqual([]);
  });

  it('would be missed in neither, were one of those that docs/words.md bans among them', () => {
    expect(neverOnPages.length).toBeGreaterThan(40);
    expect(neverInProblems.length).toBeLessThan(neverOnPages.length);
    for (const word of neverOnPages)
      expect(said([`Look: the ${word}, again.`], neverOnPages)).toHaveLength(1);
    for (const word of ['incident', 'workflow', 'temporal', 'null', 'hash', 'stack'])
      expect(neverInProblems).toContain(word);
    expect(said(['The history, hashed; an identity, a stacked box'], neverOnPages)).toEqual([]);
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
