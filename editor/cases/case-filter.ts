import { BROKEN_STEPS, WORTHS, type CaseStatus } from '../../definitions/model/case.ts';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import { queryText, type Query } from '../shell/api.ts';

/** The states of a case, in the order in which the page offers them. */
export const STATUSES: readonly CaseStatus[] = ['person', 'stuck', 'open', 'waiting', 'closed', 'continued'];
export const SORTS = ['changed', 'opened', 'due'] as const;
export type FilterName = keyof CaseFilter;

const LONGEST = 300;
const HASH = /^[0-9a-f]{64}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** What a filter's values in an address mean; undefined when they mean nothing. */
const READERS: {
  readonly [name in FilterName]-?: (values: readonly string[]) => CaseFilter[name] | undefined;
} = {
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
  const parts = Object.entries(READERS).map(([name, read]) => [name, read(search.getAll(name))] as const);
  return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
}

/** A part of an address that is no filter of this list, or asks for what there is not. */
export interface WrongPart {
  readonly name: string;
  readonly value: string;
  /** Null: there is no filter of that name. */
  readonly filter: FilterName | null;
}

/** What an address asks for that cannot be understood, in its order. */
export function wrongParts(search: URLSearchParams): readonly WrongPart[] {
  return [...new Set(search.keys())].flatMap((name): WrongPart[] => {
    const filter = filterName(name);
    const values = search.getAll(name).filter((value) => value !== '');
    if (filter === null) return [{ name, value: values.join(', '), filter }];
    const wrong =
      filter === 'status'
        ? values.filter((value) => READERS.status([value]) === undefined)
        : values.filter((value, index) => index > 0 || READERS[filter]([value]) === undefined);
    return wrong.map((value) => ({ name, value, filter }));
  });
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
  const all: { readonly [name: string]: unknown } = { ...filter, ...part };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function filterName(name: string): FilterName | null {
  return isFilterName(name) ? name : null;
}

function isFilterName(name: string): name is FilterName {
  return Object.hasOwn(READERS, name);
}

function word([value]: readonly string[]): string | undefined {
  return value !== undefined && value !== '' && value.length <= LONGEST ? value : undefined;
}

function yesNo([value]: readonly string[]): boolean | undefined {
  return value === 'true' || value === 'false' ? value === 'true' : undefined;
}

function instant([value]: readonly string[]): string | undefined {
  return value !== undefined && INSTANT.test(value) && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

function oneOf<T extends string>(known: readonly T[]): (values: readonly string[]) => T | undefined {
  return ([value]) => known.find((one) => one === value);
}
