import { NOTHING, type Column } from './column.ts';
import type { FieldKind } from './field-kind.ts';
import { CROSSABLE } from './field-kind.ts';
import { soundex } from './text-likeness.ts';

/** What records of one list have of a key, record by record: `tokens` from `from[record]` to `from[record + 1]`. */
export interface Tokens {
  readonly from: Uint32Array;
  readonly tokens: Int32Array;
}

/** Records that share a token of a key are compared. */
export interface BlockingKey {
  /** In words: `family name, by sound`. */
  readonly name: string;
  /** The fields that agree in what shares a token. */
  readonly fields: readonly string[];
  readonly left: Tokens;
  readonly right: Tokens;
  /** How a token is written, for who is told of it. */
  readonly textOf: (token: number) => string;
  readonly distinct: number;
}

/** What of a value is shared with records that are likely of the same person. */
interface Derivation {
  readonly how: string;
  readonly derive: (text: string) => readonly string[];
}

const WHOLE: Derivation = { how: '', derive: (text) => [text] };
const SOUND: Derivation = {
  how: ', by sound',
  derive: (text) => [soundex(text)].filter((sound) => sound !== ''),
};
const TWO_WORDS: Derivation = { how: ', two words of it', derive: wordPairs };
const WORDS: Derivation = { how: ', a word of it', derive: (text) => text.split(' ') };
const MAILBOX: Derivation = { how: ', before the @', derive: (text) => [text.slice(0, text.indexOf('@'))] };
const LAST_DIGITS: Derivation = { how: ', its last digits', derive: lastDigits };

const DERIVATIONS: { readonly [kind in FieldKind]: readonly Derivation[] } = {
  'given name': [WHOLE, SOUND],
  'family name': [WHOLE, SOUND],
  name: [WHOLE, TWO_WORDS, WORDS],
  'date of birth': [WHOLE],
  email: [WHOLE, MAILBOX],
  handle: [WHOLE],
  phone: [WHOLE, LAST_DIGITS],
  // Too many have the same.
  'street number': [],
  street: [WHOLE],
  address: [WHOLE],
  locality: [WHOLE, SOUND],
  postcode: [WHOLE],
  state: [],
  identifier: [WHOLE],
};

/** All keys of a single field, and those of two fields that may have been taken for each other. */
export function singleKeys(columns: readonly Column[]): readonly BlockingKey[] {
  const own = columns.flatMap((column) =>
    DERIVATIONS[column.kind].map(({ how, derive }) =>
      keyOf(`${column.name}${how}`, [column.name], [column, column], derive),
    ),
  );
  const crossed = CROSSABLE.flatMap(([one, other]) => {
    const pair = [one, other].map((kind) => columns.find((column) => column.kind === kind));
    const [a, b] = pair;
    if (a === undefined || b === undefined) return [];
    return [
      keyOf(`${a.name} as ${b.name}`, [a.name, b.name], [a, b], WHOLE.derive),
      keyOf(`${b.name} as ${a.name}`, [a.name, b.name], [b, a], WHOLE.derive),
    ];
  });
  return [...own, ...crossed];
}

function keyOf(
  name: string,
  fields: readonly string[],
  [left, right]: readonly [Column, Column],
  derive: Derivation['derive'],
): BlockingKey {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const numbered = (column: Column): readonly (readonly number[])[] =>
    column.texts.map((text) =>
      [...new Set(derive(text))].map((token) => {
        const number = numbers.get(token) ?? texts.push(token) - 1;
        numbers.set(token, number);
        return number;
      }),
    );
  const ofLeft = numbered(left);
  const ofRight = left === right ? ofLeft : numbered(right);
  const leftTokens = tokensOf(left.left, ofLeft);
  const isOneList = left === right && left.left === left.right;
  const rightTokens = isOneList ? leftTokens : tokensOf(right.right, ofRight);
  const textOf = (token: number): string => texts[token] ?? '';
  return { name, fields, left: leftTokens, right: rightTokens, textOf, distinct: texts.length };
}

function tokensOf(values: Int32Array, tokensOfValue: readonly (readonly number[])[]): Tokens {
  const from = new Uint32Array(values.length + 1);
  values.forEach((value, record) => {
    const count = value === NOTHING ? 0 : (tokensOfValue[value]?.length ?? 0);
    from[record + 1] = (from[record] ?? 0) + count;
  });
  const tokens = new Int32Array(from[values.length] ?? 0);
  values.forEach((value, record) => {
    if (value !== NOTHING) tokens.set(tokensOfValue[value] ?? [], from[record]);
  });
  return { from, tokens };
}

/** Records that share a token of both keys. */
export function bothKeys(one: BlockingKey, other: BlockingKey): BlockingKey {
  const numbers = new Map<number, number>();
  const parts: (readonly [number, number])[] = [];
  const join = (a: Tokens, b: Tokens): Tokens => {
    const size = a.from.length - 1;
    const from = new Uint32Array(size + 1);
    const tokens: number[] = [];
    for (let record = 0; record < size; record += 1) {
      for (const first of tokensIn(a, record))
        for (const second of tokensIn(b, record)) {
          const joint = first * other.distinct + second;
          const number = numbers.get(joint) ?? parts.push([first, second]) - 1;
          numbers.set(joint, number);
          tokens.push(number);
        }
      from[record + 1] = tokens.length;
    }
    return { from, tokens: Int32Array.from(tokens) };
  };
  const left = join(one.left, other.left);
  const isOneList = one.left === one.right && other.left === other.right;
  const right = isOneList ? left : join(one.right, other.right);
  return {
    name: `${one.name} + ${other.name}`,
    fields: [...new Set([...one.fields, ...other.fields])],
    left,
    right,
    textOf: (token) => {
      const [first = 0, second = 0] = parts[token] ?? [];
      return `${one.textOf(first)} + ${other.textOf(second)}`;
    },
    distinct: parts.length,
  };
}

export function tokensIn({ from, tokens }: Tokens, record: number): Int32Array {
  return tokens.subarray(from[record], from[record + 1]);
}

export function lastDigits(number: string): readonly string[] {
  return [number.slice(-7)];
}

export function wordPairs(text: string): readonly string[] {
  const words = text.split(' ');
  return words.flatMap((word, at) => words.slice(at + 1).map((other) => `${word} ${other}`));
}
