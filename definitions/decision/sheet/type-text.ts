import { nearestName } from '../../feel/nearest.ts';
import { readString } from '../../feel/parse/string-literal.ts';
import { BOUNDS } from '../../flow/bounds.ts';
import type { ValueType } from '../../flow/value-type.ts';
import { PLAIN_TYPES } from '../plain-types.ts';
import { quoted } from '../quoted.ts';

/**
 * Types as text, as FEEL writes them (DMN 1.5, grammar rule 53), and the values of a string after it:
 * `number`, `list<date>`, `context<kind: string("bill", "visit"), amount: number>`.
 */
export type ReadType =
  { readonly type: ValueType } | { readonly problem: string; readonly nearest?: string; readonly at: number };

const SIMPLE: { readonly [name: string]: ValueType } = {
  ...PLAIN_TYPES,
  text: { type: 'text' },
  any: { type: 'any' },
};
const NAMES: readonly string[] = [
  ...Object.keys(SIMPLE).map((name) => (name === 'any' ? 'Any' : name)),
  'list',
  'context',
];

/** A name of a field that needs no quotes. */
const PLAIN = /^[\p{L}_][\p{L}\p{N}_./'+*-]*(?: [\p{L}\p{N}_./'+*-]+)*$/u;

export function typeText(type: ValueType): string {
  switch (type.type) {
    case 'string':
      return type.allowed === undefined ? 'string' : `string(${type.allowed.map(quoted).join(', ')})`;
    case 'list':
      return `list<${typeText(type.of)}>`;
    case 'context': {
      const fields = Object.entries(type.fields).map(
        ([name, field]) => `${PLAIN.test(name) ? name : quoted(name)}: ${typeText(field)}`,
      );
      return `context<${fields.join(', ')}>`;
    }
    case 'any':
      return 'Any';
    default:
      return type.type;
  }
}

/** Carries a problem out of the depth of a type; caught where the reading began. */
class Unreadable extends Error {
  readonly at: number;
  readonly nearest: string | undefined;
  constructor(problem: string, at: number, nearest?: string) {
    super(problem);
    this.at = at;
    this.nearest = nearest;
  }
}

/** The type that a text spells, or what is wrong with it and where. */
export function readTypeText(text: string): ReadType {
  try {
    return { type: new Reading(text).whole() };
  } catch (thrown) {
    if (!(thrown instanceof Unreadable)) throw thrown;
    const { message: problem, at, nearest } = thrown;
    return nearest === undefined ? { problem, at } : { problem, at, nearest };
  }
}

class Reading {
  readonly #text: string;
  #at = 0;
  constructor(text: string) {
    this.#text = text;
  }

  whole(): ValueType {
    const type = this.#type(0);
    this.#blanks();
    if (this.#at < this.#text.length) this.#refuse(`“${this.#rest()}” does not belong to a type.`);
    return type;
  }

  #type(depth: number): ValueType {
    if (depth > BOUNDS.depth) this.#refuse(`Types nest deeper than ${BOUNDS.depth} levels.`);
    this.#blanks();
    const from = this.#at;
    const name = this.#upTo(/[<>(),:"]/g)
      .trim()
      .replace(/\s+/g, ' ');
    const plain = name.toLowerCase();
    if (plain === 'list') return { type: 'list', of: this.#has('<') ? this.#within(depth) : { type: 'any' } };
    if (plain === 'context') return { type: 'context', fields: this.#has('<') ? this.#fields(depth) : {} };
    const simple = Object.hasOwn(SIMPLE, plain) ? SIMPLE[plain] : undefined;
    if (simple === undefined) {
      this.#at = from;
      throw new Unreadable(
        name === '' ? 'The name of a type is missing.' : `There is no type “${name}”.`,
        from,
        nearestName(name, NAMES),
      );
    }
    return simple.type === 'string' && this.#has('(') ? { type: 'string', allowed: this.#values() } : simple;
  }

  #within(depth: number): ValueType {
    const of = this.#type(depth + 1);
    this.#expect('>');
    return of;
  }

  #fields(depth: number): { [name: string]: ValueType } {
    const fields: [string, ValueType][] = [];
    if (this.#has('>')) return {};
    do {
      const name = this.#fieldName();
      this.#expect(':');
      if (fields.some(([other]) => other === name)) this.#refuse(`Two fields are called “${name}”.`);
      fields.push([name, this.#type(depth + 1)]);
    } while (this.#has(','));
    this.#expect('>');
    return Object.fromEntries(fields);
  }

  #fieldName(): string {
    this.#blanks();
    if (this.#text[this.#at] === '"') return this.#string();
    const name = this.#upTo(/[<>(),:"]/g).trim();
    if (name === '') this.#refuse('The name of a field is missing.');
    return name;
  }

  #values(): string[] {
    const values: string[] = [];
    if (this.#has(')')) return values;
    do values.push(this.#string());
    while (this.#has(','));
    this.#expect(')');
    return values;
  }

  #string(): string {
    this.#blanks();
    const literal = /"[^"\\]*(?:\\[^][^"\\]*)*"/y;
    literal.lastIndex = this.#at;
    const [found] = literal.exec(this.#text) ?? [];
    if (found === undefined) this.#refuse('A value in double quotes is missing.');
    this.#at += found.length;
    return readString(found);
  }

  /** What stands before the next of those characters. */
  #upTo(end: RegExp): string {
    end.lastIndex = this.#at;
    const to = end.exec(this.#text)?.index ?? this.#text.length;
    const found = this.#text.slice(this.#at, to);
    this.#at = to;
    return found;
  }

  #has(character: string): boolean {
    this.#blanks();
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #expect(character: string): void {
    if (this.#has(character)) return;
    const rest = this.#rest();
    this.#refuse(
      rest === '' ? `“${character}” is missing at the end.` : `“${character}” is missing before “${rest}”.`,
    );
  }

  #blanks(): void {
    while (/\s/.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #rest(): string {
    return this.#text.slice(this.#at, this.#at + 20);
  }

  #refuse(problem: string): never {
    throw new Unreadable(problem, this.#at);
  }
}
