import type { Customer, LinkReason } from '../../definitions/model/customer.ts';

/** One certain sign, and the record it points to. */
export interface Evidence {
  readonly how: LinkReason;
  readonly customer: Customer;
}

/**
 * sure: all signs agree; one record for each CRM that has one, the best founded first. conflict: within one CRM two
 * records fit for certain, and they cannot both be right: a person decides. none: no certain sign.
 */
export type CertainMatch =
  | { readonly certainty: 'sure'; readonly customers: readonly [Customer, ...Customer[]] }
  | { readonly certainty: 'conflict'; readonly customers: readonly Customer[] }
  | { readonly certainty: 'none' };

const STRENGTH: { readonly [how in LinkReason]: number } = {
  'confirmed by a person': 0,
  'linked before': 1,
  'account number': 2,
  'verified email': 3,
  'verified phone': 4,
  'likely by their fields': 5,
};

/** Who it is, by certain signs alone. A person's word settles what other signs leave open. Order does not matter. */
export function certainMatch(evidence: readonly Evidence[]): CertainMatch {
  const confirmed = evidence.filter((sign) => sign.how === 'confirmed by a person');
  const signs = [...(confirmed.length > 0 ? confirmed : evidence)].sort(
    (a, b) => STRENGTH[a.how] - STRENGTH[b.how] || compare(recordKey(a.customer), recordKey(b.customer)),
  );
  const byRecord = new Map(signs.map(({ customer }) => [recordKey(customer), customer]));
  const records = [...byRecord.values()];
  const [first, ...rest] = records;
  if (first === undefined) return { certainty: 'none' };
  const crms = new Set(records.map((record) => record.crm));
  return crms.size < records.length
    ? { certainty: 'conflict', customers: records }
    : { certainty: 'sure', customers: [first, ...rest] };
}

function recordKey(customer: Customer): string {
  return JSON.stringify([customer.crm, customer.accountNumber]);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
