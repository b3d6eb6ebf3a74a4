import { bothKeys, singleKeys, tokensIn, type BlockingKey, type Tokens } from './blocking-key.ts';
import { countsOf, type Column } from './column.ts';

/** A key brings at most so many pairs for each record, or it is not taken by itself. */
const MOST_PER_RECORD = 60;
/** So many pairs cost nothing to speak of, however few the records. */
const FEW_PAIRS = 500_000;
/** Records that share a token make at most so many pairs, or they are not compared for that. */
const MOST_IN_BLOCK = 250_000;
/** All keys together bring at most so many pairs. */
const MOST_PAIRS = 40_000_000;
/** Of blocks that are too large so many are named. */
const MOST_NAMED = 20;

/** Records that share too common a token of a key: not compared for that alone. */
export interface LargeBlock {
  readonly key: string;
  readonly value: string;
  readonly pairs: number;
}

export interface TakenKey {
  readonly key: BlockingKey;
  /** How many pairs it brings, counting again those that others bring. */
  readonly pairs: number;
  /** Tokens that too many records share. */
  readonly skipped: ReadonlySet<number>;
}

/** The keys by which pairs are found, and what is left out. */
export interface Blocking {
  readonly keys: readonly TakenKey[];
  /** Keys that bring too many pairs. */
  readonly refused: readonly { readonly key: string; readonly pairs: number }[];
  /** The largest first. */
  readonly largeBlocks: readonly LargeBlock[];
}

/** A key's price; the key itself is made anew when it is taken, for all that are offered would fill the memory. */
interface Offer extends Omit<TakenKey, 'key'> {
  readonly make: () => BlockingKey;
  readonly fields: readonly string[];
  readonly large: readonly LargeBlock[];
}

/**
 * Chooses keys by what they cost in these data: each key of one field that brings few enough pairs; of one that brings too
 * many, what it has in common with each other field. The cheapest first, as long as all together are few enough.
 */
export function chooseKeys(columns: readonly Column[], isOneList: boolean): Blocking {
  const records = Math.max(1, ...columns.map(({ left, right }) => Math.max(left.length, right.length)));
  const most = Math.max(FEW_PAIRS, MOST_PER_RECORD * records);
  const offer = (make: () => BlockingKey): Offer => {
    const key = make();
    return { make, fields: key.fields, ...priceOf(key, isOneList) };
  };
  const singles = singleKeys(columns).map((key) => ({ key, ...offer(() => key) }));
  const dear = singles.filter(({ pairs, large }) => pairs > most || large.length > 0);
  const joint = dear.flatMap((one, at) =>
    dear
      .slice(at + 1)
      .filter((other) => !one.fields.some((field) => other.fields.includes(field)))
      .map((other) => offer(() => bothKeys(one.key, other.key))),
  );
  const offered = [...singles, ...joint].filter(({ pairs }) => pairs <= most && pairs > 0);
  const taken: Offer[] = [];
  let left = MOST_PAIRS;
  for (const one of offered.sort((a, b) => a.pairs - b.pairs)) {
    if (one.pairs > left) break;
    left -= one.pairs;
    taken.push(one);
  }
  return {
    keys: taken.map(({ make, pairs, skipped }) => ({ key: make(), pairs, skipped })),
    refused: singles
      .filter((one) => !taken.includes(one) && one.pairs > 0)
      .map(({ key, pairs }) => ({ key: key.name, pairs })),
    largeBlocks: singles
      .flatMap(({ large }) => large)
      .sort((a, b) => b.pairs - a.pairs)
      .slice(0, MOST_NAMED),
  };
}

function priceOf(key: BlockingKey, isOneList: boolean): Pick<Offer, 'pairs' | 'skipped' | 'large'> {
  const { of: left } = countsOf(key.left.tokens, key.distinct);
  const { of: right } = countsOf(key.right.tokens, key.distinct);
  // Of one list a field that is compared with another one is found from both sides.
  const isOneKey = isOneList && key.left === key.right;
  const large: LargeBlock[] = [];
  const skipped = new Set<number>();
  let pairs = 0;
  left.forEach((count, token) => {
    const made = isOneKey ? (count * (count - 1)) / 2 : count * (right[token] ?? 0);
    if (made <= MOST_IN_BLOCK) pairs += made;
    else {
      skipped.add(token);
      large.push({ key: key.name, value: key.textOf(token), pairs: made });
    }
  });
  return { pairs, skipped, large };
}

/** Calls `compare` once for each pair that shares a token of any key; in one list the left one stands before the right one. */
export function eachPair(
  { keys }: Blocking,
  isOneList: boolean,
  compare: (left: number, right: number) => void,
): void {
  const found = keys.map(({ key, skipped }) => ({ left: key.left, right: byToken(key), skipped }));
  const leftSize = Math.max(0, ...keys.map(({ key }) => key.left.from.length - 1));
  const rightSize = Math.max(0, ...keys.map(({ key }) => key.right.from.length - 1));
  const seen = new Int32Array(rightSize).fill(-1);
  for (let left = 0; left < leftSize; left += 1)
    for (const { left: tokens, right, skipped } of found)
      for (const token of tokensIn(tokens, left)) {
        if (skipped.has(token)) continue;
        for (const other of tokensIn(right, token)) {
          if ((isOneList && other <= left) || seen[other] === left) continue;
          seen[other] = left;
          compare(left, other);
        }
      }
}

/** Of each token the records of the right list that have it. */
function byToken({ right, distinct }: BlockingKey): Tokens {
  const from = new Uint32Array(distinct + 1);
  for (const token of right.tokens) from[token + 1] = (from[token + 1] ?? 0) + 1;
  for (let token = 0; token < distinct; token += 1)
    from[token + 1] = (from[token + 1] ?? 0) + (from[token] ?? 0);
  const next = from.slice();
  const tokens = new Int32Array(right.tokens.length);
  const size = right.from.length - 1;
  for (let record = 0; record < size; record += 1)
    for (const token of tokensIn(right, record)) {
      const place = next[token] ?? 0;
      tokens[place] = record;
      next[token] = place + 1;
    }
  return { from, tokens };
}
