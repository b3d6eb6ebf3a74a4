import type { WordList, WordListEntry } from '../flow/word-list.ts';
import { tokensOf } from './tokens.ts';

/** An entry found, over the tokens [from, to). */
export interface WordHit {
  readonly list: string;
  readonly entry: WordListEntry;
  readonly means: string;
  readonly weight: number | undefined;
  readonly from: number;
  readonly to: number;
}

interface Branch {
  readonly words: Map<string, Branch>;
  /** Beginnings of words, for entries that end a word with `*`. */
  readonly beginnings: Map<string, Branch>;
  readonly ends: { readonly list: string; readonly entry: WordListEntry }[];
}

/** A word of a phrase; `open`: any ending may follow. */
export interface PhrasePart {
  readonly token: string;
  readonly open: boolean;
}

/** The words of a phrase, as they are looked for one behind the other; none: nothing is. */
export function phraseParts(phrase: string): readonly PhrasePart[] {
  return phrase.split(/\s+/u).flatMap((part) => {
    const isOpen = part.endsWith('*');
    const tokens = tokensOf(part);
    return tokens.map((token, index) => {
      const open = isOpen && index === tokens.length - 1;
      return { token: open ? token.slice(0, LONGEST_BEGINNING) : token, open };
    });
  });
}

/** Longest beginning that a `*` may stand behind; keeps the look at one token constant. */
export const LONGEST_BEGINNING = 40;

/**
 * A tree over the tokens of all entries of some word lists. Finding costs the number of tokens times the longest
 * entry's, whatever the lists hold: no pattern of an analyst can make it slow.
 */
export class WordMatcher {
  private readonly root = branch();

  /** `partsOf` may remember what phrases were taken apart into. */
  constructor(lists: readonly WordList[], partsOf = phraseParts) {
    for (const list of lists)
      for (const entry of list.entries) this.add(list.id, entry, partsOf(entry.phrase));
  }

  /** All that is found, but what lies within a longer find: 'not resolved' hides 'resolved'. */
  find(tokens: readonly string[]): readonly WordHit[] {
    const hits: WordHit[] = [];
    let covered = 0;
    for (let from = 0; from < tokens.length; from += 1) {
      const found = this.findAt(tokens, from);
      const longest = found.reduce((most, hit) => Math.max(most, hit.to), 0);
      if (longest <= covered) continue;
      hits.push(...found.filter((hit) => hit.to === longest));
      covered = longest;
    }
    return hits;
  }

  /** What is found over all of these tokens, from the first to the last. */
  spelled(tokens: readonly string[]): readonly WordHit[] {
    return this.findAt(tokens, 0).filter(({ to }) => to === tokens.length);
  }

  private findAt(tokens: readonly string[], from: number): readonly WordHit[] {
    const hits: WordHit[] = [];
    let here = [this.root];
    for (let to = from + 1; to <= tokens.length && here.length > 0; to += 1) {
      here = here.flatMap((node) => nextBranches(node, tokens[to - 1] ?? ''));
      for (const node of here) {
        for (const { list, entry } of node.ends)
          hits.push({ list, entry, means: entry.means, weight: entry.weight, from, to });
      }
    }
    return hits;
  }

  private add(list: string, entry: WordListEntry, parts: readonly PhrasePart[]): void {
    if (parts.length === 0) return;
    let here = this.root;
    for (const { token, open } of parts) {
      const next = open ? here.beginnings : here.words;
      const known = next.get(token) ?? branch();
      next.set(token, known);
      here = known;
    }
    here.ends.push({ list, entry });
  }
}

function branch(): Branch {
  return { words: new Map(), beginnings: new Map(), ends: [] };
}

function nextBranches(node: Branch, token: string): Branch[] {
  const next: Branch[] = [];
  const exact = node.words.get(token);
  if (exact !== undefined) next.push(exact);
  if (node.beginnings.size > 0) {
    for (let length = 1; length <= Math.min(token.length, LONGEST_BEGINNING); length += 1) {
      const open = node.beginnings.get(token.slice(0, length));
      if (open !== undefined) next.push(open);
    }
  }
  return next;
}
