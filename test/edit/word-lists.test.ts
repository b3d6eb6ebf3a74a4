import { describe, expect, it } from 'vitest';
import { applied } from '../../definitions/edit/applied.ts';
import { inverse } from '../../definitions/edit/change.ts';
import { difference } from '../../definitions/edit/difference.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentOf, type DraftContent } from '../../definitions/flow/draft.ts';
import {
  isNeeded,
  newWordList,
  readersOf,
  refusalOfName,
  type WantedList,
} from '../../definitions/reading/list-life.ts';
import { LIST_USES, useOf } from '../../definitions/reading/list-use.ts';
import {
  changeWordList,
  removeWordList,
  renameWordList,
} from '../../editor/designer/commands/change-word-list.ts';
import type { Command } from '../../editor/designer/commands/in-flow.ts';
import { careRevision } from '../store/care-revision.ts';

const CARE = contentOf(careRevision());
const lists = CARE.wordLists;
const named = (wanted: WantedList) => newWordList(lists, wanted, 'fresh');

/** What a command makes of the draft, once its changes have been made, taken back and made again elsewhere. */
function done(command: Command): DraftContent {
  const after = command(CARE);
  const changes = difference(CARE, after);
  const there = applied(CARE, changes);
  if (!('content' in there)) throw new Error(there.problem.code);
  expect(canonicalJson(there.content)).toBe(canonicalJson(after));
  const back = applied(there.content, inverse(there.made));
  if (!('content' in back)) throw new Error(back.problem.code);
  expect(canonicalJson(back.content)).toBe(canonicalJson(CARE));
  return after;
}

describe('a new word list', () => {
  it('is read by the steps that read for what it is for, whatever it is for', () => {
    for (const use of LIST_USES) {
      const begun = named({ name: ' Cable words ', use, language: 'fr' });
      if (!('list' in begun)) throw new Error(begun.refused);
      expect(useOf(begun.list)).toBe(use);
      expect(begun.list).toMatchObject({ name: 'Cable words', language: 'fr', entries: [] });
      const after = done(changeWordList(begun.list));
      expect(after.wordLists[begun.list.id]).toBe(begun.list);
      expect(readersOf(after, begun.list).length).toBeGreaterThan(0);
    }
  });

  it('needs a name that no other has, however it is spelled', () => {
    expect(named({ name: '  ', use: 'topics' })).toEqual({ refused: 'no name' });
    expect(named({ name: 'x'.repeat(501), use: 'topics' })).toEqual({ refused: 'long name' });
    expect(named({ name: ' topics,  english', use: 'topics' })).toEqual({ refused: 'name taken' });
  });

  it('of what is sent is one for its language', () => {
    expect(named({ name: 'New', use: 'wording' })).toEqual({ refused: 'no language' });
    expect(named({ name: 'New', use: 'wording', language: 'en' })).toEqual({ refused: 'language taken' });
    expect(named({ name: 'New', use: 'wording', language: 'fr' })).toMatchObject({
      list: { id: 'wording-fr' },
    });
  });

  it('is refused where there are as many as there may be', () => {
    const many = Object.fromEntries(
      Array.from({ length: 500 }, (_, n) => [
        `list-${n}`,
        { id: `list-${n}`, name: `List ${n}`, entries: [] },
      ]),
    );
    expect(newWordList(many, { name: 'New', use: 'topics' }, 'fresh')).toEqual({ refused: 'too many' });
  });
});

describe('a word list', () => {
  const readers = (content: DraftContent, id: string) =>
    readersOf(content, { id }).map(({ node }) => node.name);

  it('is called otherwise, and the same steps read with it', () => {
    const after = done(renameWordList('flags-en', 'What they say'));
    expect(after.wordLists['flags-en']).toEqual({ ...lists['flags-en'], name: 'What they say' });
    expect(readers(after, 'flags-en')).toEqual(['Read the texts', 'Read the texts']);
    expect(renameWordList('flags-en', lists['flags-en']?.name ?? '')(CARE)).toBe(CARE);
    expect(renameWordList('constructor', 'x')(CARE)).toBe(CARE);
  });

  it('keeps its own name, and takes no other’s', () => {
    const name = lists['flags-en']?.name ?? '';
    expect(refusalOfName(lists, name, 'flags-en')).toBeUndefined();
    expect(refusalOfName(lists, name.toUpperCase(), 'flags-es')).toBe('name taken');
  });

  it('goes with all its words, and comes back with them', () => {
    const after = done(removeWordList('topics-es'));
    expect(Object.keys(after.wordLists)).not.toContain('topics-es');
    expect(Object.keys(after.wordLists)).toHaveLength(Object.keys(lists).length - 1);
    expect(removeWordList('nowhere')(CARE)).toBe(CARE);
  });

  it('is needed where steps would have nothing to send without it', () => {
    const needed = (id: string) => isNeeded({ id }, readersOf(CARE, { id }));
    expect(readers(CARE, 'wording-en').sort()).toEqual(['Say thank you', 'Send it', 'Was it put right?']);
    expect(needed('wording-en')).toBe(true);
    expect(needed('wording-es')).toBe(false);
    expect(needed('topics-en')).toBe(false);
    expect(isNeeded({ id: 'wording-en' }, [])).toBe(false);
  });
});
