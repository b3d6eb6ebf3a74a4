import { assignedPairs, type LikelyPair } from '../matching/assign.ts';
import { MISSING } from '../matching/field-kind.ts';
import type { Candidates } from '../matching/candidates.ts';
import { countsOf, NOTHING, type Column } from '../matching/column.ts';
import { recordComparison } from '../matching/levels.ts';
import { isHousehold, personalFields, scoresOf } from '../matching/scores.ts';
import { waterfallOf, type Waterfall } from '../matching/waterfall.ts';
import { REGISTER_FIELDS } from './cells.ts';
import { valueHash, type RegisterCounts } from './counts.ts';
import type { RegisterPlan } from './plan.ts';
import type { ReadRecord } from './register-key.ts';

/** A customer that may be who a profile is. */
export interface RegisterCandidate {
  readonly id: string;
  readonly crm: string;
  readonly read: ReadRecord;
}

export interface LikelyCustomer {
  readonly id: string;
  readonly crm: string;
  readonly probability: number;
  /** Nothing that is a person's own agrees: they may be two who live together. */
  readonly isHousehold: boolean;
  readonly waterfall: Waterfall;
}

/**
 * Weighs the customers that may be who a profile is, the likeliest first, without those below `least`. In one CRM a
 * person has at most one record, so what speaks for one there speaks against the others (Fellegi and Sunter 1969, with
 * the frequencies of values, Winkler 1988).
 */
export function weighCustomers(
  plan: RegisterPlan,
  counts: RegisterCounts,
  profile: ReadRecord,
  found: readonly RegisterCandidate[],
  least: number,
): readonly LikelyCustomer[] {
  const crms = [...new Set(found.map(({ crm }) => crm))];
  return crms
    .flatMap((name) => {
      const ofCrm = found.filter(({ crm }) => crm === name);
      return weighedIn(plan, counts, profile, ofCrm, least);
    })
    .sort((a, b) => b.probability - a.probability || (a.id < b.id ? -1 : 1));
}

function weighedIn(
  plan: RegisterPlan,
  counts: RegisterCounts,
  profile: ReadRecord,
  found: readonly RegisterCandidate[],
  least: number,
): readonly LikelyCustomer[] {
  const columns = columnsOf(counts, profile, found);
  const candidates = comparedWithAll(columns, found.length);
  const bits = scoresOf(columns, candidates, plan.model);
  const personal = personalFields(columns);
  const levelsOf = ({ pair }: LikelyPair): Int8Array =>
    candidates.levels.subarray(pair * columns.length, (pair + 1) * columns.length);
  return assignedPairs(candidates, bits, least).flatMap((one) => {
    const customer = found[one.right];
    if (customer === undefined) return [];
    const levels = levelsOf(one);
    const pair = { left: 0, right: one.right, levels, probability: one.probability };
    return [
      {
        id: customer.id,
        crm: customer.crm,
        probability: one.probability,
        isHousehold: isHousehold(personal, levels, 0),
        waterfall: waterfallOf(plan.model, columns, pair),
      },
    ];
  });
}

function comparedWithAll(columns: readonly Column[], size: number): Candidates {
  const fields = columns.length;
  const compare = recordComparison(columns);
  const levels = new Int8Array(size * fields).fill(MISSING);
  for (let right = 0; right < size; right += 1)
    compare(0, right, levels.subarray(right * fields, (right + 1) * fields));
  return {
    size,
    left: new Uint32Array(size),
    right: Uint32Array.from({ length: size }, (_, at) => at),
    levels,
    fields,
  };
}

/** A register of a few says nothing of how rare a name is: fields count as if at least so many had been seen. */
const LEAST = 50;

/** The profile on the left, all that were found on the right; how many have a value is known of the whole register. */
function columnsOf(
  counts: RegisterCounts,
  profile: ReadRecord,
  found: readonly RegisterCandidate[],
): readonly Column[] {
  return REGISTER_FIELDS.map((field, at) => {
    const texts: string[] = [];
    const numbers = new Map<string, number>();
    const numberOf = (value: string | null | undefined): number => {
      if (typeof value !== 'string') return NOTHING;
      const number = numbers.get(value) ?? texts.push(value) - 1;
      numbers.set(value, number);
      return number;
    };
    const left = Int32Array.of(numberOf(profile[at]));
    const right = Int32Array.from(found, ({ read }) => numberOf(read[at]));
    const seen = countsOf(right, texts.length);
    const of = seen.of.map((count, value) =>
      Math.max(count, counts.common.get(valueHash(at, texts[value] ?? '')) ?? 0),
    );
    const rightCounts = { of, all: Math.max(seen.all, counts.said[at] ?? 0, LEAST) };
    return { ...field, texts, left, right, leftCounts: countsOf(left, texts.length), rightCounts, unread: 0 };
  });
}
