import { BROKEN_STEPS, WORTHS, type CaseStatus } from '../../definitions/model/case.ts';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import {
  changedParts,
  instant,
  oneOf,
  partsIn,
  word,
  wrongPartsOf,
  yesNo,
  type Reader,
  type WrongPart,
} from '../filter/address-filter.ts';
import { queryText, type Query } from '../shell/api.ts';

/** The states of a case, in the order in which the page offers them. */
export const STATUSES: readonly CaseStatus[] = ['person', 'stuck', 'open', 'waiting', 'closed', 'continued'];
export const SORTS = ['changed', 'opened', 'due'] as const;
export type FilterName = keyof CaseFilter;

const HASH = /^[0-9a-f]{64}$/;

/** What a filter's values in an address mean; undefined when they mean nothing. */
const READERS: { readonly [name in FilterName]-?: Reader<CaseFilter[name]> } = {
  status: (values) => {
    const known = STATUSES.filter((one) => values.includes(one));
    return known.length === 0 ? undefined : known;
  },
  team: word,
  person: word,
  channel: word,
  brand: word,
  brokenStep: oneOf(BROKEN_STEPS),
  ownError: yesNo,
  outcome: word,
  region: word,
  priority: word,
  dueBefore: instant,
  revision: ([value]) => (value !== undefined && HASH.test(value) ? value : undefined),
  node: word,
  flow: word,
  ofFlow: word,
  begun: yesNo,
  worth: oneOf(WORTHS),
  answered: yesNo,
  wroteAgain: yesNo,
  openedSince: instant,
  customerId: word,
  importId: word,
  sort: oneOf(SORTS),
};

/** The filter that an address names. What it does not understand is left out: see `wrongParts`. */
export function filterIn(search: URLSearchParams): CaseFilter {
  return partsIn(READERS, search);
}

/** What an address asks for that cannot be understood, in its order. */
export function wrongParts(search: URLSearchParams): readonly WrongPart<FilterName>[] {
  return wrongPartsOf(READERS, search, ['status']);
}

/** The query of the address, and of the API, that names a filter. */
export function queryOf(filter: CaseFilter): Query {
  return { ...filter };
}

/** The address of the list with this filter. */
export function filterAddress(filter: CaseFilter): string {
  return `/cases${queryText(queryOf(filter))}`;
}

/** How many things are filtered by; the order is none, and a step of a flow is one. */
export function filterCount(filter: CaseFilter): number {
  return Object.keys(filter).filter((name) => name !== 'sort' && name !== 'flow').length;
}

/** The filter with some parts changed; a part set to undefined is taken out. */
export function withPart(
  filter: CaseFilter,
  part: { readonly [name in FilterName]?: CaseFilter[name] | undefined },
): CaseFilter {
  return changedParts(filter, part);
}
