import { categoryOf, classOf, escaped, withoutCase } from './character-class.ts';
import type { CharacterTest, Flags, Pattern } from './pattern.ts';

/** Characters of a pattern, and repetitions counted in one, at most. */
const MOST = 1_000;
/** Groups within groups. */
const DEEPEST = 50;

class Unreadable extends Error {}

/**
 * Reads a regular expression of XPath 3.1 (section 5.6.1) without back-references, which have no linear-time match.
 * Null if it is none.
 */
export function readPattern(
  source: string,
  flags: Flags,
): { readonly pattern: Pattern; readonly groups: number } | null {
  const characters = Array.from(flags.x ? withoutBlanks(source) : source);
  if (characters.length > MOST) return null;
  let at = 0;
  let groups = 0;
  let depth = 0;

  const peek = (): string | undefined => characters[at];
  const take = (): string => {
    const character = characters[at];
    if (character === undefined) throw new Unreadable();
    at += 1;
    return character;
  };
  const skip = (expected: string): boolean => {
    if (peek() !== expected) return false;
    at += 1;
    return true;
  };

  function choice(): Pattern {
    const of = [sequence()];
    while (skip('|')) of.push(sequence());
    return of.length === 1 && of[0] ? of[0] : { is: 'choice', of };
  }

  function sequence(): Pattern {
    const of: Pattern[] = [];
    for (let next = peek(); next !== undefined && next !== '|' && next !== ')'; next = peek())
      of.push(repeated(atom()));
    return { is: 'sequence', of };
  }

  function atom(): Pattern {
    const character = take();
    switch (character) {
      case '(':
        return group();
      case '[':
        return tested(characterClass());
      case '.':
        return { is: 'character', test: flags.s ? () => true : (found) => found !== '\n' && found !== '\r' };
      case '^':
        return { is: 'start' };
      case '$':
        return { is: 'end' };
      case '\\': {
        const escape = escapeTest();
        return tested(typeof escape === 'string' ? (found) => found === escape : escape);
      }
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw new Unreadable();
      default:
        return tested((found) => found === character);
    }
  }

  function tested(test: CharacterTest): Pattern {
    return { is: 'character', test: flags.i ? withoutCase(test) : test };
  }

  function group(): Pattern {
    depth += 1;
    if (depth > DEEPEST) throw new Unreadable();
    const counted = !skip('?');
    if (!counted && !skip(':')) throw new Unreadable();
    const index = counted ? (groups += 1) : 0;
    const of = choice();
    if (!skip(')')) throw new Unreadable();
    depth -= 1;
    return counted ? { is: 'group', of, index } : of;
  }

  function repeated(of: Pattern): Pattern {
    const bounds = skip('*')
      ? [0, null]
      : skip('+')
        ? [1, null]
        : skip('?')
          ? [0, 1]
          : skip('{')
            ? counts()
            : undefined;
    if (!bounds) return of;
    const [least, most] = bounds;
    return { is: 'repeat', of, least: least ?? 0, most: most ?? null, lazy: skip('?') };
  }

  function counts(): [number, number | null] {
    const least = count();
    const most = skip(',') ? (peek() === '}' ? null : count()) : least;
    if (!skip('}') || (most !== null && most < least)) throw new Unreadable();
    return [least, most];
  }

  function count(): number {
    let digits = '';
    while (/^\d$/.test(peek() ?? '')) digits += take();
    if (digits === '' || Number(digits) > MOST) throw new Unreadable();
    return Number(digits);
  }

  /** What stands after a backslash: one character, or a class of them. */
  function escapeTest(): string | CharacterTest {
    const letter = take();
    if (letter === 'p' || letter === 'P') {
      if (!skip('{')) throw new Unreadable();
      let name = '';
      while (peek() !== '}') name += take();
      take();
      return categoryOf(name, letter === 'P') ?? fail();
    }
    return escaped(letter) ?? classOf(letter) ?? fail();
  }

  /** After `[`: members and ranges, perhaps less another class (`[a-z-[aeiou]]`). */
  function characterClass(): CharacterTest {
    depth += 1;
    if (depth > DEEPEST) throw new Unreadable();
    const opposite = skip('^');
    const members: CharacterTest[] = [];
    let less: CharacterTest | undefined;
    do {
      if (peek() === '-' && characters[at + 1] === '[') {
        at += 2;
        less = characterClass();
        break;
      }
      members.push(member());
    } while (peek() !== ']');
    if (!skip(']')) throw new Unreadable();
    depth -= 1;
    const without = less;
    return (character) =>
      members.some((test) => test(character)) !== opposite && (without === undefined || !without(character));
  }

  function member(): CharacterTest {
    const from = classCharacter();
    if (typeof from !== 'string') return from;
    if (peek() !== '-' || characters[at + 1] === ']' || characters[at + 1] === '[')
      return (found) => found === from;
    at += 1;
    const to = classCharacter();
    if (typeof to !== 'string') throw new Unreadable();
    const [low, high] = [from.codePointAt(0) ?? 0, to.codePointAt(0) ?? 0];
    if (low > high) throw new Unreadable();
    return (found) => {
      const point = found.codePointAt(0) ?? -1;
      return point >= low && point <= high;
    };
  }

  function classCharacter(): string | CharacterTest {
    const character = take();
    if (character === '[') throw new Unreadable();
    return character === '\\' ? escapeTest() : character;
  }

  function fail(): never {
    throw new Unreadable();
  }

  try {
    const pattern = choice();
    return at === characters.length ? { pattern, groups } : null;
  } catch (thrown) {
    if (thrown instanceof Unreadable) return null;
    throw thrown;
  }
}

/** Blanks inside a class stay. */
function withoutBlanks(source: string): string {
  return source.replace(/(\[(?:[^\]\\]|\\.)*\])|\s+/g, (_whole, kept?: string) => kept ?? '');
}
