import type { Budget } from '../budget.ts';
import { MAX_LIST, MAX_STRING } from '../limits.ts';
import type { Marks } from '../pattern/match.ts';
import { firstMatch } from '../pattern/match.ts';
import { readFlags } from '../pattern/pattern.ts';
import { programOf } from '../pattern/program.ts';
import { readPattern } from '../pattern/read.ts';
import { BOOLEAN, listOf, STRING } from '../type/feel-type.ts';
import type { Value } from '../value/value.ts';
import { stringAt } from './arguments.ts';
import type { Builtins, CallContext } from './builtin.ts';
import { optional, parameter, signature } from './builtin.ts';

const INPUT = [parameter('input', STRING), parameter('pattern', STRING)];

/** Regular expressions, matched in linear time (DMN 1.5, 10.3.4.3; XPath functions 3.1, section 5.6). */
export const patternBuiltins: Builtins = {
  matches: [
    signature([...INPUT, optional('flags', STRING)], BOOLEAN, (args, context) => {
      const find = finder(stringAt(args, 1), stringAt(args, 2), context);
      return find && find(Array.from(stringAt(args, 0)), 0) !== null;
    }),
  ],
  replace: [
    signature(
      [...INPUT, parameter('replacement', STRING), optional('flags', STRING)],
      STRING,
      (args, context) => {
        const find = finder(stringAt(args, 1), stringAt(args, 3), context);
        return find && replaced(Array.from(stringAt(args, 0)), find, stringAt(args, 2), context.budget);
      },
    ),
  ],
  split: [
    signature(
      [parameter('string', STRING), parameter('delimiter', STRING)],
      listOf(STRING),
      (args, context) => {
        const find = finder(stringAt(args, 1), '', context);
        return find && pieces(Array.from(stringAt(args, 0)), find);
      },
    ),
  ],
};

type Find = (text: readonly string[], from: number) => Marks | null;

function finder(source: string, flagText: string, { budget, warn }: CallContext): Find | null {
  const flags = readFlags(flagText);
  const read = flags && readPattern(source, flags);
  const program = read && programOf(read.pattern);
  if (!flags || !program) {
    warn('A pattern could not be read as a regular expression.');
    return null;
  }
  return (text, from) => firstMatch(program, text, from, flags, budget);
}

/** Every match in turn; null if one is empty, which XPath forbids here. */
function matchesIn(
  text: readonly string[],
  find: Find,
): { start: number; end: number; marks: Marks }[] | null {
  const found: { start: number; end: number; marks: Marks }[] = [];
  for (let marks = find(text, 0); marks; marks = find(text, marks[1] ?? text.length)) {
    const [start = 0, end = 0] = marks;
    if (start === end || found.length >= MAX_LIST) return null;
    found.push({ start, end, marks });
  }
  return found;
}

function pieces(text: readonly string[], find: Find): Value {
  const matches = matchesIn(text, find);
  if (!matches) return null;
  const ends = [...matches.map(({ start }) => start), text.length];
  return ends.map((end, i) => text.slice(matches[i - 1]?.end ?? 0, end).join(''));
}

/** `$0` to `$9` stand for the match and its groups, `\$` and `\\` for themselves; another `$` or `\` makes it null. */
function replaced(text: readonly string[], find: Find, replacement: string, budget: Budget): string | null {
  if (/^(?:[^\\$]|\$\d|\\[\\$])*$/u.exec(replacement) === null) return null;
  const matches = matchesIn(text, find);
  if (!matches) return null;
  let result = '';
  let from = 0;
  for (const { start, end, marks } of matches) {
    const group = (index: number): string =>
      text.slice(marks[2 * index] ?? 0, marks[2 * index + 1] ?? 0).join('');
    const inserted = replacement.replace(
      /\$(\d)|\\(.)/g,
      (_whole, index?: string, kept?: string) => kept ?? group(Number(index)),
    );
    result += text.slice(from, start).join('') + inserted;
    budget.spend(inserted.length);
    if (result.length > MAX_STRING) return null;
    from = end;
  }
  return result + text.slice(from).join('');
}
