import {
  useInfiniteQuery,
  useMutation,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
} from '@tanstack/react-query';
import type { NoiseRow } from '../../definitions/model/views/noise.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { ask, tell } from '../shell/api.ts';

/** What was put aside, the newest first. */
export function useNoise(): UseInfiniteQueryResult<InfiniteData<Page<NoiseRow>>> {
  return useInfiniteQuery({
    queryKey: ['cases', 'noise'],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<NoiseRow>>(
        '/noise',
        { limit: 25, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

/** Takes a case up again that was put aside. */
export function useBringBack(caseId: string): UseMutationResult<NoiseRow, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (why: string) => tell<NoiseRow>(`/cases/${encodeURIComponent(caseId)}/bring-back`, { why }),
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: ['cases'] });
      await client.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
}
