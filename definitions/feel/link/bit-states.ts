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

/** Rows by the state that they belong to: those of state i are from `starts[i]` to `starts[i + 1]`. */
export class RowsByState {
  readonly states: number;
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;

  /** `pairs` are a state and a row by turns. */
  constructor(states: number, pairs: readonly number[]) {
    this.states = states;
    this.starts = new Uint32Array(states + 1);
    this.rows = new Uint32Array(pairs.length / 2);
    for (let i = 0; i < pairs.length; i += 2) {
      const next = (pairs[i] ?? 0) + 1;
      this.starts[next] = (this.starts[next] ?? 0) + 1;
    }
    for (let i = 1; i <= states; i += 1) this.starts[i] = (this.starts[i] ?? 0) + (this.starts[i - 1] ?? 0);
    const free = this.starts.slice();
    for (let i = 0; i < pairs.length; i += 2) {
      const state = pairs[i] ?? 0;
      const at = free[state] ?? 0;
      this.rows[at] = pairs[i + 1] ?? 0;
      free[state] = at + 1;
    }
  }

  /** Turns the bits over of a range of states' rows. */
  flip(bits: RowBits, from: number, to: number): void {
    const end = this.starts[to] ?? 0;
    for (let i = this.starts[from] ?? 0; i < end; i += 1) flip(bits, this.rows[i] ?? 0);
  }
}

/** Bytes that the sets of one column may take for each row, and what any column may take. */
const BYTES_PER_ROW = 400;
const BYTES_AT_LEAST = 65_536;

/**
 * Many sets of rows, one for each state, of which as many are kept whole as the memory for a column allows; the
 * others are made from the whole one before them. A set is only good until the next one is asked for.
 */
export class BitStates {
  readonly #whole: readonly RowBits[];
  readonly #stride: number;
  readonly #turns: RowsByState;
  readonly #scratch: RowBits;

  private constructor(whole: readonly RowBits[], stride: number, turns: RowsByState) {
    this.#whole = whole;
    this.#stride = stride;
    this.#turns = turns;
    this.#scratch = new Uint32Array(whole[0]?.length ?? 0);
  }

  /** Sets that each differ from `base` by the rows of their state. */
  static around(base: RowBits, turns: RowsByState): BitStates {
    if (turns.states * base.byteLength > allowance(base)) return new BitStates([base], Infinity, turns);
    const whole: RowBits[] = [];
    for (let state = 0; state < turns.states; state += 1) {
      const bits = base.slice();
      turns.flip(bits, state, state + 1);
      whole.push(bits);
    }
    return new BitStates(whole, 1, turns);
  }

  /** Sets that each differ from the one before by the rows of their state, the first one from the empty set. */
  static along(rows: number, turns: RowsByState): BitStates {
    const current = new Uint32Array(wordsFor(rows));
    const most = Math.max(1, Math.floor(allowance(current) / Math.max(4, current.byteLength)));
    const stride = Math.ceil(turns.states / most);
    const whole: RowBits[] = [];
    for (let state = 0; state < turns.states; state += 1) {
      turns.flip(current, state, state + 1);
      if (state % stride === 0) whole.push(current.slice());
    }
    return new BitStates(whole, stride, turns);
  }

  get(state: number): RowBits {
    if (this.#stride === 1) return this.#whole[state] ?? this.#scratch;
    const bits = this.#scratch;
    const isAround = this.#stride === Infinity;
    const base = isAround ? 0 : Math.floor(state / this.#stride);
    bits.set(this.#whole[base] ?? bits);
    this.#turns.flip(bits, isAround ? state : base * this.#stride + 1, state + 1);
    return bits;
  }
}

function allowance(bits: RowBits): number {
  return Math.max(BYTES_AT_LEAST, bits.length * 32 * BYTES_PER_ROW);
}
