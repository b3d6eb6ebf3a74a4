import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CaseCandidate, CaseRow } from '../../../definitions/model/views/case.ts';
import { ask, tell } from '../../shell/api.ts';

/** Two cases that are one matter: the first goes on in the second. */
export interface Link {
  readonly follower: string;
  readonly primary: string;
  readonly why: string;
}

/** Open cases that may belong together with this one; for an empty search those of the same customer and people. */
export function useCandidates(caseId: string, search: string): UseQueryResult<readonly CaseCandidate[]> {
  return useQuery({
    queryKey: ['candidates', caseId, search],
    queryFn: ({ signal }) =>
      ask<readonly CaseCandidate[]>(
        `/cases/${encodeURIComponent(caseId)}/candidates`,
        search === '' ? {} : { search },
        signal,
      ),
    placeholderData: (before) => before,
  });
}

/** Lets one case go on in another; afterwards both are asked again. */
export function useLinkCases(): UseMutationResult<CaseRow, Error, Link> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ follower, primary, why }: Link) =>
      tell<CaseRow>(`/cases/${encodeURIComponent(follower)}/link`, { primaryCaseId: primary, why }),
    onSettled: async (_answer, _error, { follower, primary }) => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['case', follower] }),
        client.invalidateQueries({ queryKey: ['case', primary] }),
        client.invalidateQueries({ queryKey: ['cases'] }),
        client.invalidateQueries({ queryKey: ['candidates'] }),
      ]);
    },
  });
}

/** Ends the work on a case; afterwards it is asked again. */
export function useCancelCase(caseId: string): UseMutationResult<undefined, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (why: string) => tell<undefined>(`/cases/${encodeURIComponent(caseId)}/cancel`, { why }),
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['case', caseId] }),
        client.invalidateQueries({ queryKey: ['cases'] }),
        client.invalidateQueries({ queryKey: ['tasks'] }),
      ]);
    },
  });
}
