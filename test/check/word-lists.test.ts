import { describe, expect, it } from 'vitest';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import { Compiling } from '../../definitions/check/compiling.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import type { WordList, WordListEntry } from '../../definitions/flow/word-list.ts';

const content = newFlow('tiny', 'Tiny');
const list = (id: string, ...entries: readonly WordListEntry[]): WordList => ({ id, name: 'Steps', entries });
const told = (one: WordList, compiling = new Compiling()) =>
  checkDraft({ ...content, wordLists: { [one.id]: one } }, {}, compiling);

describe('the words of a draft', () => {
  it('are told of where they do nothing, with the way to the word', () => {
    const steps = list(
      'steps-x',
      { phrase: 'nobody came', means: 'technician pickup' },
      { phrase: 'lost form', means: 'paper' },
      { phrase: 'no*nsense', means: 'order' },
    );
    expect(told(steps)).toMatchObject([
      {
        code: 'word does nothing',
        severity: 'warning',
        place: { flow: 'tiny', wordList: 'steps-x', word: 'lost form', field: 'means' },
      },
      { place: { wordList: 'steps-x', word: 'no*nsense', field: 'phrase' } },
    ]);
    expect(told(steps)[0]?.message).toMatch(
      /^The word list “Steps”, line 2, “lost form”: Nothing is done with/,
    );
  });

  it('are content with what is only superfluous, or free to mean anything', () => {
    const flags = list(
      'flags-x',
      { phrase: 'complain*', means: 'complaint' },
      { phrase: 'complaint', means: 'complaint' },
      { phrase: 'complaint', means: 'complaint' },
      { phrase: 'gift', means: 'something of our own' },
    );
    expect(told(flags)).toEqual([]);
  });

  it('are told of a few by a few, and then how many are left', () => {
    const entry = (n: number): WordListEntry => ({ phrase: `word ${n}`, means: 'nothing known' });
    const many = Array.from({ length: 40 }, (_, n) => entry(n));
    const issues = told(list('steps-x', ...many));
    expect(issues).toHaveLength(6);
    expect(issues[5]).toMatchObject({
      place: { word: 'word 5' },
      message: 'The word list “Steps” has 35 more lines that do nothing, from line 6 on.',
    });
    expect(told(list('steps-x', ...many.slice(0, 5)))).toHaveLength(5);
  });

  it('are looked at once as long as the list stays the same', () => {
    const compiling = new Compiling();
    const steps = list('steps-x', { phrase: 'lost form', means: 'paper' });
    const [first] = told(steps, compiling);
    const known = compiling.words.get(steps);
    expect(known).toHaveLength(1);
    expect(told(steps, compiling)).toEqual([first]);
    expect(compiling.words.get(steps)).toBe(known);
  });
});
