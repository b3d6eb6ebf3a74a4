import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import { wordCheck, type WordIssueCode } from '../../definitions/reading/check-words.ts';
import { FactsSchema } from '../../definitions/reading/facts.schema.ts';
import { knownMeanings, LIST_USES, useOf } from '../../definitions/reading/list-use.ts';
import { cellsOfWords, readLines, withLines } from '../../definitions/reading/sheet-words.ts';
import { placedTokens, readText, tokensOf } from '../../definitions/reading/tokens.ts';
import { WordMatcher } from '../../definitions/reading/word-matcher.ts';
import { entryOf, rowOf, type WordRow } from '../../definitions/reading/word-row.ts';

const row = (phrase: string, means = 'x', weight = ''): WordRow => ({ phrase, means, weight });
const found = (rows: readonly WordRow[], id = 'flags-test'): readonly (readonly WordIssueCode[])[] => {
  const check = wordCheck({ id }, rows);
  return rows.map((one, at) => check(one, at).map(({ code }) => code));
};

describe('where words stand in a text', () => {
  const texts = fc.string({ unit: 'binary', maxLength: 80 });
  const pieces = fc
    .array(
      fc.oneof(
        texts,
        fc.constantFrom(
          'İstanbul',
          'STRASSE ẞ',
          'ΟΔΟΣ',
          'don’t',
          'e\u0301',
          '@handle',
          'https://x.example/y',
          '👍🏽',
          'ﬁne',
          '한글',
          'No. Yes?',
          ' ',
          '\n',
        ),
      ),
      { maxLength: 12 },
    )
    .map((all) => all.join(' '));

  it('are the words that reading finds, whatever is written', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(placedTokens(text).map(({ token }) => token)).toEqual(readText(text).tokens);
      }),
      { numRuns: 500 },
    );
  });

  it('is told in characters of the text itself', () => {
    const text = 'So, “Cafe\u0301” isn’t 👍🏽 @me fine';
    const shown = placedTokens(text).map(({ from, to }) => text.slice(from, to));
    expect(shown).toEqual(['So', 'Cafe', 'isn’t', '👍', 'fine']);
  });
});

describe('a line of a word list', () => {
  it.each<[string, WordRow, WordIssueCode[]]>([
    ['is right', row('not at home'), []],
    ['says nothing', row(' '), ['missing']],
    ['means nothing', row('late', ''), ['missing']],
    ['is too long', row('a'.repeat(501)), ['too long']],
    ['weighs no number', row('late', 'x', 'much'), ['no number']],
    ['weighs with a comma', row('late', 'x', '-1,5'), []],
    ['is no word', row('—'), ['never found']],
    ['has a star within a word', row('tech*nician'), ['star inside']],
    ['is a link', row('https://x.example/y'), ['link or handle']],
    ['is found everywhere', row('a*'), ['found everywhere']],
    ['begins with more than is looked at', row(`${'a'.repeat(45)}*`), ['long beginning']],
  ])('%s', (_, one, codes) => expect(found([one])).toEqual([codes]));

  it('stands twice however it is written, and only the later one is told', () => {
    expect(found([row('no-show'), row('No  show'), row('no show', 'y'), row('no show', 'x', '2')])).toEqual([
      [],
      ['stands twice'],
      [],
      [],
    ]);
  });

  it('changes nothing where a wider one finds it as well', () => {
    expect(found([row('complaint'), row('complain*'), row('complaints*'), row('complain about')])).toEqual([
      ['covered'],
      [],
      ['covered'],
      [],
    ]);
  });

  it('means something that nobody asks for', () => {
    expect(found([row('sí', 'yes'), row('maybe', 'perhaps')], 'short-answers')).toEqual([
      [],
      ['unknown meaning'],
    ]);
  });

  it('is never sent where another with its meaning stands before it', () => {
    expect(found([row('Thank you.', 'thanks'), row('Thanks!', 'thanks')], 'wording-en')).toEqual([
      [],
      ['never said'],
    ]);
  });

  it('is told to change nothing only if no text is read otherwise without it', () => {
    const word = fc.constantFrom('a', 'ab', 'abc', 'b', 'bc*', 'a*', 'ab*', 'b*');
    const rows = fc.array(
      fc.array(word, { minLength: 1, maxLength: 2 }).map((all) => row(all.join(' '))),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    const text = fc.array(fc.constantFrom('a', 'ab', 'abc', 'abcd', 'b', 'bc', 'bcd'), { maxLength: 6 });
    fc.assert(
      fc.property(rows, text, (all, said) => {
        const codes = found(all);
        const at = codes.findLastIndex((one) => one.includes('covered') || one.includes('stands twice'));
        if (at === -1) return;
        const read = (lines: readonly WordRow[]) => {
          const entries = lines.flatMap((one) => entryOf(one) ?? []);
          const hits = new WordMatcher([{ id: 'l', name: 'l', entries }]).find(tokensOf(said.join(' ')));
          return new Set(hits.map(({ means, from, to }) => `${means} ${from} ${to}`));
        };
        expect(read(all.toSpliced(at, 1))).toEqual(read(all));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is kept as it stands in the lists that ship, which say nothing that nobody asks for', () => {
    for (const list of Object.values(mentionCare().wordLists)) {
      const rows = list.entries.map(rowOf);
      expect(rows.map(entryOf)).toEqual(list.entries);
      const codes = found(rows, list.id).flat();
      expect([list.id, codes.filter((code) => code !== 'stands twice' && code !== 'covered')]).toEqual([
        list.id,
        [],
      ]);
    }
  });
});

describe('the meanings that are known', () => {
  it('are those that the facts can tell', () => {
    const { topic, brokenStep, language } = FactsSchema.shape;
    expect(topic.options).toEqual(expect.arrayContaining([...knownMeanings({ id: 'topics-en' }).meanings]));
    expect(brokenStep.options).toEqual(
      expect.arrayContaining([...knownMeanings({ id: 'steps-en' }).meanings]),
    );
    expect(language.options).toEqual(
      expect.arrayContaining([...knownMeanings({ id: 'language-en' }).meanings]),
    );
  });

  it('are asked for by the id of a list', () => {
    const ids = Object.keys(mentionCare().wordLists);
    expect(new Set(ids.map((id) => useOf({ id })))).toEqual(new Set(LIST_USES));
    expect(useOf({ id: 'mine' })).toBe('other');
  });
});

describe('words from a file', () => {
  const list = {
    entries: [
      { phrase: 'late', means: 'x' },
      { phrase: 'never', means: 'y', weight: 2 },
    ],
  };

  it('come back as they were written', () => {
    const lines = readLines(cellsOfWords(list));
    expect(withLines({ entries: [] }, lines, { means: '', isReplaced: false }).entries).toEqual(list.entries);
    const again = withLines(list, lines, { means: '', isReplaced: true });
    expect(again.entries.every((entry, at) => entry === list.entries[at])).toBe(true);
    expect(again).toMatchObject({ added: 0, changed: 0, removed: 0, left: [] });
  });

  it('stand beside those that are there, or take their place', () => {
    const lines = readLines([['late'], [' soon '], [], ['never', 'y', '3'], ['x'.repeat(501)]]);
    const beside = withLines(list, lines, { means: 'x', isReplaced: false });
    expect(beside.entries).toEqual([
      { phrase: 'late', means: 'x' },
      { phrase: 'never', means: 'y', weight: 3 },
      { phrase: 'soon', means: 'x' },
    ]);
    expect(beside.entries[0]).toBe(list.entries[0]);
    expect(beside).toMatchObject({ added: 1, changed: 1, removed: 0 });
    expect(beside.left.map(({ line }) => line)).toEqual([5]);
    const instead = withLines(list, lines, { means: 'z', isReplaced: true });
    expect(instead).toMatchObject({ added: 2, changed: 1, removed: 1 });
    expect(instead.entries.map(({ phrase }) => phrase)).toEqual(['late', 'soon', 'never']);
  });
});
