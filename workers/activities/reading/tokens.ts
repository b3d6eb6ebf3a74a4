/** A text as its words, signs and links. Words are without case, accents and apostrophes. */
export interface Reading {
  /** Words, emoji and ends of sentences in order. Handles and links are not among them; a hashtag's word is. */
  readonly tokens: readonly string[];
  readonly links: readonly string[];
  readonly handles: readonly string[];
}

/** Longest text that is read; what stands behind adds nothing to what somebody means. */
export const MOST_CHARACTERS = 20_000;

const LINK = /(?:https?:\/\/|www\.)[^\s]+/giu;
const HANDLE = /(?<![\p{L}\p{N}_.])@[\p{L}\p{N}_]+/gu;
const TOKEN = /[\p{L}\p{N}]+|\p{Extended_Pictographic}|[.!?;:…]+(?=\s|$)|\n/gu;
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
const APOSTROPHE = /['’‘ʼ`´]/gu;

/** Reads a text in one pass over it: every pattern here takes time linear in its length. */
export function readText(text: string): Reading {
  const cut = text.slice(0, MOST_CHARACTERS);
  const links = cut.match(LINK) ?? [];
  const withoutLinks = cut.replace(LINK, ' ');
  const handles = withoutLinks.match(HANDLE) ?? [];
  return { tokens: tokensOf(withoutLinks.replace(HANDLE, ' ')), links, handles };
}

/** The words, emoji and ends of sentences of a text or of a word list's phrase. No phrase reaches over such an end. */
export function tokensOf(text: string): readonly string[] {
  const plain = text
    .replace(INVISIBLE, '')
    .replace(APOSTROPHE, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();
  return plain.match(TOKEN) ?? [];
}

/** Whether a token is made of letters or digits, and not a sign. */
export function isWord(token: string): boolean {
  return /^[\p{L}\p{N}]/u.test(token);
}
