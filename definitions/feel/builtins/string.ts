import { MAX_STRING } from '../limits.ts';
import { ANY, BOOLEAN, listOf, NUMBER, STRING } from '../type/feel-type.ts';
import type { Value } from '../value/value.ts';
import { valueText } from '../value/text.ts';
import { listAt, stringAt, truncated, valueAt } from './arguments.ts';
import type { Builtins, Signature } from './builtin.ts';
import { optional, parameter, signature } from './builtin.ts';

/** String functions (DMN 1.5, 10.3.4.3), and `string` (10.3.4.1). Characters are Unicode code points. */
export const stringBuiltins: Builtins = {
  string: [
    signature([parameter('from', ANY)], STRING, (args, { budget }) => valueText(valueAt(args, 0), budget)),
  ],
  'string length': [
    signature([parameter('string', STRING)], NUMBER, (args) => points(stringAt(args, 0)).length),
  ],
  'upper case': [signature([parameter('string', STRING)], STRING, (args) => stringAt(args, 0).toUpperCase())],
  'lower case': [signature([parameter('string', STRING)], STRING, (args) => stringAt(args, 0).toLowerCase())],
  substring: [
    signature(
      [parameter('string', STRING), parameter('start position', NUMBER), optional('length', NUMBER)],
      STRING,
      (args) => substring(stringAt(args, 0), valueAt(args, 1), valueAt(args, 2)),
    ),
  ],
  'substring before': two((text, match) => {
    const at = text.indexOf(match);
    return at < 0 ? '' : text.slice(0, at);
  }),
  'substring after': two((text, match) => {
    const at = text.indexOf(match);
    return at < 0 ? '' : text.slice(at + match.length);
  }),
  contains: asks((text, match) => text.includes(match)),
  'starts with': asks((text, match) => text.startsWith(match)),
  'ends with': asks((text, match) => text.endsWith(match)),
  'string join': [
    signature(
      [parameter('list', listOf(ANY)), { ...optional('delimiter', STRING), nullable: true }],
      STRING,
      (args, { budget }) => {
        const items = listAt(args, 0).filter((item) => item !== null);
        budget.spend(items.length);
        if (!items.every((item) => typeof item === 'string')) return null;
        const text = items.join(stringAt(args, 1));
        budget.spend(text.length);
        return text.length > MAX_STRING ? null : text;
      },
    ),
  ],
};

function two(answer: (text: string, match: string) => string): readonly Signature[] {
  return [
    signature([parameter('string', STRING), parameter('match', STRING)], STRING, (args) =>
      answer(stringAt(args, 0), stringAt(args, 1)),
    ),
  ];
}

function asks(answer: (text: string, match: string) => boolean): readonly Signature[] {
  return [
    signature([parameter('string', STRING), parameter('match', STRING)], BOOLEAN, (args) =>
      answer(stringAt(args, 0), stringAt(args, 1)),
    ),
  ];
}

function points(text: string): readonly string[] {
  return Array.from(text);
}

/** From position `start` (from the end if negative) to the end, or `length` characters; null for position 0. */
function substring(text: string, start: Value, length: Value): string | null {
  const position = truncated(start);
  if (position === null || position === 0) return null;
  const all = points(text);
  const from = position > 0 ? position - 1 : Math.max(0, all.length + position);
  if (length === null) return all.slice(from).join('');
  const count = truncated(length);
  return count === null || count < 0 ? null : all.slice(from, from + count).join('');
}
