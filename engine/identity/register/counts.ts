import type { ReadRecord } from './register-key.ts';
import { tokenHash } from './token-hash.ts';

/** Values that so many have are counted, tokens that more than `MOST_IN_BLOCK` have are not looked for. */
export const COMMON_FROM = 50;
/** A token that more customers than these share is no help by itself. */
export const MOST_IN_BLOCK = 400;

/** How often what is found. Plain data. */
export interface RegisterCounts {
  readonly records: number;
  /** Of each field how many records say anything. */
  readonly said: readonly number[];
  /** Values that are common, by `valueHash`, and about how many have each. */
  readonly common: ReadonlyMap<number, number>;
  /** Tokens that too many share. */
  readonly large: ReadonlySet<number>;
}

/** A field's value as it is counted. */
export function valueHash(field: number, value: string): number {
  return tokenHash(`${field}\t${value}`);
}

/** 2^22 places of 4 bytes in each of two rows: what two texts share by chance in both is below ten in ten million. */
const PLACES = 1 << 22;

/**
 * Counts values and tokens of records that pass by, in a room that does not grow with them: a count-min sketch
 * (Cormode and Muthukrishnan 2005), of which only what is common is kept. Counts are never too low.
 */
export class RegisterCounter {
  #records = 0;
  readonly #said: number[] = [];
  readonly #rows = [new Uint32Array(PLACES), new Uint32Array(PLACES)] as const;
  readonly #common = new Map<number, number>();
  readonly #large = new Set<number>();

  /** Counts one record; answers those of its tokens that have become too common just now. */
  add(read: ReadRecord, tokens: readonly number[]): readonly number[] {
    this.#records += 1;
    read.forEach((value, field) => {
      this.#said[field] = (this.#said[field] ?? 0) + (value === null ? 0 : 1);
      if (value === null) return;
      const hash = valueHash(field, value);
      const count = this.#counted(hash);
      if (count >= COMMON_FROM) this.#common.set(hash, count);
    });
    const tooMany = tokens.filter((token) => this.#counted(token) > MOST_IN_BLOCK && !this.#large.has(token));
    for (const token of tooMany) this.#large.add(token);
    return tooMany;
  }

  counts(): RegisterCounts {
    return {
      records: this.#records,
      said: [...this.#said],
      common: new Map(this.#common),
      large: new Set(this.#large),
    };
  }

  #counted(hash: number): number {
    const [first, second] = this.#rows;
    const [one, other] = [hash % PLACES, Math.floor(hash / PLACES) % PLACES];
    const least = Math.min(first[one] ?? 0, second[other] ?? 0) + 1;
    // Only what is below rises: others' share of a place is not added to.
    if ((first[one] ?? 0) < least) first[one] = least;
    if ((second[other] ?? 0) < least) second[other] = least;
    return least;
  }
}

/** Of a register in which nothing is yet. */
export const NO_COUNTS: RegisterCounts = { records: 0, said: [], common: new Map(), large: new Set() };
