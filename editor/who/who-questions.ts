import {
  useInfiniteQuery,
  type InfiniteData,
  type QueryClient,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query';
import type { Page } from '../../definitions/model/views/page.ts';
import type { WhoAnswered, WhoQuestion } from '../../definitions/model/views/who.ts';
import { ask, tell, tellLeaving } from '../shell/api.ts';

/** What a person can say of two. */
export type Answer = 'same' | 'not the same' | 'cannot tell';

const AT_ONCE = 25;
const LIST = ['who', 'list'] as const;
const COUNT = ['who', 'count'] as const;

/** Pairs of whom it is asked whether they are one, the likeliest first. */
export function useWhoList(): UseInfiniteQueryResult<InfiniteData<Page<WhoQuestion>>> {
  return useInfiniteQuery({
    queryKey: LIST,
    queryFn: ({ pageParam, signal }) =>
      ask<Page<WhoQuestion>>(
        '/who',
        { limit: AT_ONCE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

/** Says whether two are one, also from a page that is left meanwhile; rejects as `tell` does. */
export function sendAnswer(
  { eventId, profile, customer }: WhoQuestion,
  answer: Answer,
): Promise<WhoAnswered> {
  return tellLeaving<WhoAnswered>('/who/answers', {
    profileId: profile.id,
    customerId: customer.id,
    eventId,
    answer,
  });
}

/** Takes a link back; rejects as `tell` does. */
export function takeBack(linkId: string, why: string): Promise<void> {
  return tell<undefined>(`/links/${encodeURIComponent(linkId)}/undo`, { why });
}

/** Has all pages show that so many questions more, or fewer, wait. */
export function countBy(client: QueryClient, more: number): void {
  client.setQueryData<{ readonly open: number }>(
    COUNT,
    (known) => known && { open: Math.max(0, known.open + more) },
  );
}

/** Asks anew what waits; resolves when it is known. */
export function askAnew(client: QueryClient): Promise<void> {
  return client.invalidateQueries({ queryKey: ['who'] });
}
