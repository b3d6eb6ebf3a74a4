import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { TypeEnvironment } from '../../../definitions/feel/compile.ts';

/** What a decision is made on: a string, a number, a boolean and a string that is looked for in lists. */
export type Given = {
  readonly region: string;
  readonly amount: number;
  readonly isOwn: boolean;
  readonly product: string;
};

/** One rule, free of any engine's notation. Absent: it takes anything. */
export interface Rule {
  readonly region?: string;
  readonly from?: number;
  readonly to?: number;
  readonly isOwn?: boolean;
  readonly products?: readonly string[];
  readonly result: number;
}

export type Policy = 'first' | 'collect';

export const TYPES: TypeEnvironment = {
  region: { type: 'string' },
  amount: { type: 'number' },
  isOwn: { type: 'boolean' },
  product: { type: 'string' },
};

const REGIONS = Array.from({ length: 20 }, (_, i) => `region ${i}`);
const PRODUCTS = Array.from({ length: 12 }, (_, i) => `product ${i}`);

/** Numbers below one, always the same ones. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** So many rules, the last of which takes everything. */
export function rulesOf(size: number): readonly Rule[] {
  const next = numbers(size);
  const pick = (list: readonly string[]): string => list[Math.floor(next() * list.length)] ?? '';
  const rules = Array.from({ length: size - 1 }, (_, result): Rule => {
    const from = Math.round(next() * 9_000) / 10;
    const isOwn = Math.floor(next() * 3);
    return {
      region: pick(REGIONS),
      from,
      to: Math.round((from + 20 + next() * 400) * 10) / 10,
      ...(isOwn < 2 && { isOwn: isOwn === 1 }),
      products: [...new Set([pick(PRODUCTS), pick(PRODUCTS), pick(PRODUCTS)])],
      result,
    };
  });
  return [...rules, { result: size - 1 }];
}

export function givenOf(count: number): readonly Given[] {
  const next = numbers(7);
  return Array.from({ length: count }, () => ({
    region: REGIONS[Math.floor(next() * REGIONS.length)] ?? '',
    amount: Math.round(next() * 12_000) / 10,
    isOwn: next() < 0.5,
    product: PRODUCTS[Math.floor(next() * PRODUCTS.length)] ?? '',
  }));
}

/** The rules as a decision table; its cells are the FEEL that the other FEEL engine reads too. */
export function tableOf(rules: readonly Rule[], policy: Policy): DecisionTable {
  return {
    id: 'bench',
    name: 'Bench',
    hitPolicy: policy,
    inputs: Object.entries(TYPES).map(([name, type]) => ({ id: name, name, type })),
    outputs: [{ id: 'result', name: 'result', type: { type: 'number' } }],
    rows: rules.map((rule, i) => ({ id: `r${i}`, when: cellsOf(rule), then: [String(rule.result)] })),
  };
}

/** Cells over region, amount, isOwn and product, in that order. */
export function cellsOf({ region, from, to, isOwn, products }: Rule): readonly string[] {
  return [
    region === undefined ? '-' : JSON.stringify(region),
    from === undefined ? '-' : `[${from}..${to})`,
    isOwn === undefined ? '-' : String(isOwn),
    products === undefined ? '-' : products.map((product) => JSON.stringify(product)).join(', '),
  ];
}
