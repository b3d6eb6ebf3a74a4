import { BROKEN_STEPS, type BrokenStep, type CaseStatus } from '../../definitions/model/case.ts';
import type { CaseFilter } from '../../definitions/model/views/case.ts';
import type { Query } from '../shell/api.ts';

/** The states of a case, in the order in which the page offers them. */
export const STATUSES: readonly CaseStatus[] = ['person', 'stuck', 'open', 'waiting', 'closed', 'continued'];
export const SORTS = ['changed', 'opened', 'due'] as const;
const TEXTS = [
  'team',
  'person',
  'channel',
  'brand',
  'outcome',
  'region',
  'priority',
  'dueBefore',
  'revision',
  'node',
] as const;

/** The filter that an address names. What it does not understand is left out: an old link still opens. */
export function filterIn(search: URLSearchParams): CaseFilter {
  const status = STATUSES.filter((one) => search.getAll('status').includes(one));
  const brokenStep = oneOf(BROKEN_STEPS, search.get('brokenStep'));
  const sort = oneOf(SORTS, search.get('sort'));
  const ownError = search.get('ownError');
  const texts = TEXTS.flatMap((name) => {
    const value = search.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return {
    ...Object.fromEntries(texts),
    ...(status.length === 0 ? {} : { status }),
    ...(brokenStep === undefined ? {} : { brokenStep }),
    ...(ownError === 'true' || ownError === 'false' ? { ownError: ownError === 'true' } : {}),
    ...(sort === undefined ? {} : { sort }),
  };
}

/** The query of the address, and of the API, that names a filter. */
export function queryOf(filter: CaseFilter): Query {
  return { ...filter };
}

/** How many things are filtered by; the order is none. */
export function filterCount(filter: CaseFilter): number {
  return Object.keys(filter).filter((name) => name !== 'sort').length;
}

/** The filter with some parts changed; a part set to undefined is taken out. */
export function withPart(
  filter: CaseFilter,
  part: { readonly [name in keyof CaseFilter]?: CaseFilter[name] | undefined },
): CaseFilter {
  const all: { readonly [name: string]: unknown } = { ...filter, ...part };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

function oneOf<T extends BrokenStep | (typeof SORTS)[number]>(
  known: readonly T[],
  value: string | null,
): T | undefined {
  return known.find((one) => one === value);
}
