import { readString } from '../../definitions/feel/parse/string-literal.ts';
import { isJsonObject, type Json, type JsonObject } from '../../definitions/flow/json.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';

const ANY: ValueType = { type: 'any' };
const LITERAL = /"(?:[^"\\\n]|\\.)*"/g;

/**
 * Puts neutral stand-ins in the place of words that may be somebody's own: texts, names, addresses, numbers of
 * accounts, links, ids. The same words get the same stand-in, so what was equal is so still. By its declared type
 * stays what is no such thing: numbers, truths, times, and the words that a type lists. Of other words those stay
 * that the drawing itself writes: nobody's are among them, and only with them could a rule have compared.
 */
export class StandIns {
  readonly #drawn: ReadonlySet<string>;
  readonly #given = new Map<string, string>();
  readonly #counts = new Map<string, number>();

  constructor(revision: Revision) {
    this.#drawn = wordsDrawn(revision);
  }

  /** The value as its type lets it be told. */
  of(value: Json, type: ValueType = ANY): Json {
    if (typeof value === 'string') return this.#word(value, type);
    if (isList(value)) {
      const item = type.type === 'list' ? type.of : ANY;
      return value.map((one) => this.of(one, item));
    }
    return isJsonObject(value) ? this.ofFields(value, type.type === 'context' ? type.fields : {}) : value;
  }

  /** The same for values under names of their own; one that no type is known of may be anything. */
  ofFields(values: JsonObject, types: { readonly [name: string]: ValueType }): JsonObject {
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        this.of(value, Object.hasOwn(types, name) ? types[name] : ANY),
      ]),
    );
  }

  #word(word: string, type: ValueType): string {
    if (KEPT.has(type.type)) return word;
    if (type.type === 'string' && type.allowed?.includes(word) === true) return word;
    if (word === '' || this.#drawn.has(word)) return word;
    const known = this.#given.get(word);
    if (known !== undefined) return known;
    const kind = type.type === 'text' ? 'text' : kindOf(word);
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const standIn = LOOKS[kind](count);
    this.#given.set(word, standIn);
    return standIn;
  }
}

/** Types of which no value is anybody's words. */
const KEPT: ReadonlySet<ValueType['type']> = new Set([
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
]);

type Kind = 'text' | 'address' | 'link' | 'number' | 'words';
const LOOKS: Record<Kind, (count: number) => string> = {
  text: (count) => `text ${count}`,
  address: (count) => `somebody-${count}@example.com`,
  link: (count) => `https://example.com/${count}`,
  number: (count) => String(count).padStart(8, '0'),
  words: (count) => `words ${count}`,
};

/** What a stand-in should look like. Whether there is to be one is not decided by this. */
function kindOf(word: string): Kind {
  if (/^https?:\/\//i.test(word)) return 'link';
  if (/^\S+@\S+\.\S+$/.test(word)) return 'address';
  return /^[\d\s+()/-]+$/.test(word) ? 'number' : 'words';
}

/** The words in quotes in the expressions and tables of a revision, and what its word lists mean. */
function wordsDrawn({ flow, called, tables, wordLists }: Revision): ReadonlySet<string> {
  const drawn = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value === 'string')
      for (const [literal] of value.matchAll(LITERAL)) drawn.add(readString(literal));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(look);
  };
  for (const { nodes, variables } of [flow, ...Object.values(called)]) {
    look(nodes);
    for (const { initial } of variables) if (typeof initial === 'string') drawn.add(initial);
    for (const node of nodes)
      if (node.kind === 'endEvent' && node.outcome !== undefined) drawn.add(node.outcome);
  }
  look(tables);
  for (const { entries } of Object.values(wordLists)) for (const { means } of entries) drawn.add(means);
  return drawn;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
