/** A set of rows: bit r of word r >> 5 is row r. */
export type RowBits = Uint32Array;

export function wordsFor(rows: number): number {
  return (rows + 31) >> 5;
}

/** Turns a row's bit over. */
function flip(bits: RowBits, row: number): void {
  const word = row >> 5;
  bits[word] = (bits[word] ?? 0) ^ (1 << (row & 31));
}

export function bitsOf(rows: number, passes: (row: number) => boolean): RowBits {
  const bits = new Uint32Array(wordsFor(rows));
  for (let row = 0; row < rows; row += 1) if (passes(row)) flip(bits, row);
  return bits;
}

/** Bytes that the sets of one column may take for each row, and what any column may take. */
const BYTES_PER_ROW = 640;
const BYTES_AT_LEAST = 65_536;

/**
 * Many sets of rows, each kept whole or as what turns over from a whole one: as many are kept whole as the memory for
 * a column allows. A set is only good until the next one is asked for.
 */
export class BitStates {
  readonly #whole: readonly RowBits[];
  readonly #baseOf: (state: number) => number;
  readonly #from: Uint32Array;
  readonly #to: Uint32Array;
  readonly #flips: Uint32Array;
  readonly #scratch: RowBits;

  private constructor(
    whole: readonly RowBits[],
    baseOf: (state: number) => number,
    [from, to, flips]: readonly [Uint32Array, Uint32Array, Uint32Array],
  ) {
    this.#whole = whole;
    this.#baseOf = baseOf;
    this.#from = from;
    this.#to = to;
    this.#flips = flips;
    this.#scratch = new Uint32Array(whole[0]?.length ?? 0);
  }

  /** Sets that each differ from `base` by the rows of `differs`. */
  static around(base: RowBits, differs: readonly (readonly number[])[]): BitStates {
    if (differs.length * base.byteLength <= allowance(base)) {
      const whole = differs.map((rows) => {
        const bits = base.slice();
        for (const row of rows) flip(bits, row);
        return bits;
      });
      return new BitStates(whole, (state) => state, noFlips(differs.length));
    }
    const [starts, flips] = joined(differs);
    return new BitStates([base], () => 0, [starts, starts.subarray(1), flips]);
  }

  /** Sets that each differ from the one before by the rows of `turns`, the first one from the empty set. */
  static along(rows: number, turns: readonly (readonly number[])[]): BitStates {
    const current = new Uint32Array(wordsFor(rows));
    const most = Math.max(1, Math.floor(allowance(current) / Math.max(4, current.byteLength)));
    const stride = Math.ceil(turns.length / most);
    const whole: RowBits[] = [];
    for (const [state, turned] of turns.entries()) {
      for (const row of turned) flip(current, row);
      if (state % stride === 0) whole.push(current.slice());
    }
    if (stride === 1) return new BitStates(whole, (state) => state, noFlips(turns.length));
    const [starts, flips] = joined(turns);
    const from = Uint32Array.from(turns, (_, state) => starts[state - (state % stride) + 1] ?? flips.length);
    return new BitStates(whole, (state) => Math.floor(state / stride), [from, starts.subarray(1), flips]);
  }

  get(state: number): RowBits {
    if (this.#flips.length === 0) return this.#whole[state] ?? this.#scratch;
    const whole = this.#whole[this.#baseOf(state)] ?? this.#scratch;
    const from = this.#from[state] ?? 0;
    const to = this.#to[state] ?? 0;
    if (from >= to) return whole;
    const bits = this.#scratch;
    bits.set(whole);
    for (let i = from; i < to; i += 1) flip(bits, this.#flips[i] ?? 0);
    return bits;
  }
}

function allowance(bits: RowBits): number {
  return Math.max(BYTES_AT_LEAST, bits.length * 32 * BYTES_PER_ROW);
}

function noFlips(states: number): readonly [Uint32Array, Uint32Array, Uint32Array] {
  const none = new Uint32Array(states);
  return [none, none, new Uint32Array(0)];
}

/** The lists one after another; list i is from `starts[i]` to `starts[i + 1]`. */
function joined(lists: readonly (readonly number[])[]): readonly [starts: Uint32Array, all: Uint32Array] {
  const starts = new Uint32Array(lists.length + 1);
  for (const [i, list] of lists.entries()) starts[i + 1] = (starts[i] ?? 0) + list.length;
  return [starts, Uint32Array.from(lists.flat())];
}
