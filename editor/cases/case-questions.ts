import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { AuditRow } from '../../definitions/model/views/audit.ts';
import type { CaseCounts, CaseFilter, CaseRow, CaseValues } from '../../definitions/model/views/case.ts';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import type { RevisionView } from '../../definitions/model/views/flow.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { ask } from '../shell/api.ts';
import { queryOf } from './case-filter.ts';

const MOST_ACTS = 100;
const RARELY_MS = 60_000;

/** The cases that fit a filter, page after page. */
export function useCases(filter: CaseFilter): UseInfiniteQueryResult<InfiniteData<Page<CaseRow>>> {
  return useInfiniteQuery({
    queryKey: ['cases', 'list', filter],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<CaseRow>>(
        '/cases',
        { ...queryOf(filter), ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
}

export function useCaseCounts(): UseQueryResult<CaseCounts> {
  return useQuery({
    queryKey: ['cases', 'counts'],
    queryFn: ({ signal }) => ask<CaseCounts>('/cases/counts', {}, signal),
  });
}

/** Values that cases have, for the filters of their list. */
export function useCaseValues(): UseQueryResult<CaseValues> {
  return useQuery({
    queryKey: ['case values'],
    queryFn: ({ signal }) => ask<CaseValues>('/cases/values', {}, signal),
    staleTime: RARELY_MS,
  });
}

/** One case with all that pages show of it, as a question to ask. */
export const caseQuestion = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId],
    queryFn: ({ signal }) => ask<CaseDetail>(`/cases/${encodeURIComponent(caseId)}`, {}, signal),
  });

/** One case with all that pages show of it. Null: there is none to ask for. */
export function useCase(caseId: string | null): UseQueryResult<CaseDetail> {
  return useQuery({ ...caseQuestion(caseId ?? ''), enabled: caseId !== null });
}

/** What people did with a case as a whole, and why, the latest first. */
export function useCaseRecord(caseId: string): UseQueryResult<Page<AuditRow>> {
  return useQuery({
    queryKey: ['case', caseId, 'record'],
    queryFn: ({ signal }) => ask<Page<AuditRow>>('/audit', { caseId, limit: MOST_ACTS }, signal),
  });
}

/** A revision by its hash, as a question to ask; it never changes, so it is asked once. */
export const revisionQuestion = (hash: string) =>
  queryOptions({
    queryKey: ['revision', hash],
    queryFn: ({ signal }) => ask<RevisionView>(`/revisions/${hash}`, {}, signal),
    staleTime: Infinity,
  });

/** A revision by its hash. Null while there is no hash to ask for. */
export function useRevision(hash: string | null): UseQueryResult<RevisionView> {
  return useQuery({ ...revisionQuestion(hash ?? ''), enabled: hash !== null });
}
