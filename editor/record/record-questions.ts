import {
  keepPreviousData,
  useInfiniteQuery,
  type InfiniteData,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { EARSHOT } from '../../definitions/model/act.ts';
import type { AuditFilter, AuditRow } from '../../definitions/model/views/audit.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { useCase } from '../cases/case-questions.ts';
import type { WrongPart } from '../filter/address-filter.ts';
import { usePeople } from '../people/people-questions.ts';
import { ask } from '../shell/api.ts';
import { isProblem } from '../shell/problem.ts';
import { queryOf, type RecordPart } from './record-filter.ts';

/** What fits the filter, the latest first, page after page. */
export function useRecord(
  filter: AuditFilter,
  isKnown: boolean,
): UseInfiniteQueryResult<InfiniteData<Page<AuditRow>>> {
  return useInfiniteQuery({
    queryKey: ['cases', 'record', filter],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<AuditRow>>(
        '/audit',
        { ...queryOf(filter), ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
    enabled: isKnown,
  });
}

/** Whether who and which case a filter names is there. */
export interface Sought {
  /** What of the filter there is. */
  readonly filter: AuditFilter;
  /** What of it there is not. */
  readonly wrong: readonly WrongPart<RecordPart>[];
  /** False: not known yet. */
  readonly isKnown: boolean;
  /** Of the case that is filtered by. */
  readonly caseTitle: string | undefined;
}

/** Looks for the person and the case that a filter names, so that one that nobody made up by hand is told apart. */
export function useSought(filter: AuditFilter): Sought {
  const { who, caseId, ...rest } = filter;
  const people = usePeople();
  const found = useCase(caseId ?? null);
  const isNobody =
    who !== undefined &&
    who !== 'me' &&
    who !== EARSHOT &&
    people.data !== undefined &&
    !people.data.some(({ id }) => id === who);
  const isNoCase = isProblem(found.error, 'not found');
  return {
    filter: {
      ...rest,
      ...(who === undefined || isNobody ? {} : { who }),
      ...(caseId === undefined || isNoCase ? {} : { caseId }),
    },
    wrong: [
      ...(isNobody ? [{ name: 'who', value: who, filter: 'who' } as const] : []),
      ...(isNoCase ? [{ name: 'caseId', value: caseId ?? '', filter: 'caseId' } as const] : []),
    ],
    isKnown: (who === undefined || !people.isPending) && (caseId === undefined || !found.isPending),
    caseTitle: found.data?.title,
  };
}
