/** A set of the stretches of one column's values, as bits. `from` and `to` bound the words that are not zero. */
export interface Side {
  readonly words: Uint32Array;
  readonly from: number;
  readonly to: number;
}

/** The set of the stretches with these numbers. */
export function sideOf(size: number, members: Iterable<number>): Side {
  const words = new Uint32Array((size + 31) >>> 5);
  for (const member of members) words[member >>> 5] = (words[member >>> 5] ?? 0) | (1 << (member & 31));
  return tight(words);
}

/** The set of the stretches from one number of a span to the other, of each span. */
export function sideOfSpans(size: number, spans: readonly (readonly [from: number, to: number])[]): Side {
  const words = new Uint32Array((size + 31) >>> 5);
  for (const [from, to] of spans) {
    for (let i = from; i <= to;) {
      const isWord = (i & 31) === 0 && i + 31 <= to;
      words[i >>> 5] = isWord ? 0xffffffff : (words[i >>> 5] ?? 0) | (1 << (i & 31));
      i += isWord ? 32 : 1;
    }
  }
  return tight(words);
}

function tight(words: Uint32Array): Side {
  let from = 0;
  let to = words.length;
  while (from < to && words[from] === 0) from += 1;
  while (to > from && words[to - 1] === 0) to -= 1;
  return { words, from, to };
}

export function isEmpty({ from, to }: Side): boolean {
  return from === to;
}

/** Whether two sets have a member in common. */
export function meets(a: Side, b: Side): boolean {
  const to = Math.min(a.to, b.to);
  for (let w = Math.max(a.from, b.from); w < to; w += 1) {
    if (((a.words[w] ?? 0) & (b.words[w] ?? 0)) !== 0) return true;
  }
  return false;
}

/** Whether every member of `b` is one of `a`. */
export function covers(a: Side, b: Side): boolean {
  if (a === b) return true;
  if (b.from < b.to && (a.from > b.from || a.to < b.to)) return false;
  for (let w = b.from; w < b.to; w += 1) {
    if (((b.words[w] ?? 0) & ~(a.words[w] ?? 0)) !== 0) return false;
  }
  return true;
}

export function both(a: Side, b: Side): Side {
  if (a === b) return a;
  return combined(a, b, (x, y) => x & y);
}

export function without(a: Side, b: Side): Side {
  return combined(a, b, (x, y) => x & ~y);
}

/** What is in one of several sets of `size` stretches. */
export function anyOf(size: number, sides: readonly Side[]): Side {
  const words = new Uint32Array((size + 31) >>> 5);
  for (const side of sides) {
    for (let w = side.from; w < side.to; w += 1) words[w] = (words[w] ?? 0) | (side.words[w] ?? 0);
  }
  return tight(words);
}

function combined(a: Side, b: Side, of: (x: number, y: number) => number): Side {
  const words = new Uint32Array(a.words.length);
  for (let w = 0; w < words.length; w += 1) words[w] = of(a.words[w] ?? 0, b.words[w] ?? 0);
  return tight(words);
}

/** The numbers of the members, in their order. */
export function membersOf({ words, from, to }: Side): number[] {
  const members: number[] = [];
  for (let w = from; w < to; w += 1) {
    for (let bits = words[w] ?? 0; bits !== 0; bits &= bits - 1)
      members.push((w << 5) + (31 - Math.clz32(bits & -bits)));
  }
  return members;
}
