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

/** A token, and the characters of the text that it was made of: from, to (not among them). */
export interface PlacedToken {
  readonly token: string;
  readonly from: number;
  readonly to: number;
}

/** The tokens that `readText` finds in a text, each with where it stands there. */
export function placedTokens(text: string): readonly PlacedToken[] {
  const read = text
    .slice(0, MOST_CHARACTERS)
    .replace(LINK, (link) => ' '.repeat(link.length))
    .replace(HANDLE, (handle) => ' '.repeat(handle.length));
  let plain = '';
  const at: number[] = [];
  let from = 0;
  for (const character of read) {
    const left = character
      .replace(INVISIBLE, '')
      .replace(APOSTROPHE, '')
      .normalize('NFKD')
      .replace(/\p{M}/gu, '');
    for (let unit = 0; unit < left.length; unit += 1) at.push(from);
    plain += left;
    from += character.length;
  }
  // Of all letters that are longer when they are small, none is left by then: places stay as they are.
  return [...plain.toLowerCase().matchAll(TOKEN)].map((match) => {
    const first = at[match.index] ?? 0;
    const last = at[match.index + match[0].length - 1] ?? first;
    return { token: match[0], from: first, to: last + lengthAt(read, last) };
  });
}

/** Of the character that begins there. */
function lengthAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** Whether a token is made of letters or digits, and not a sign. */
export function isWord(token: string): boolean {
  return /^[\p{L}\p{N}]/u.test(token);
}
