import {
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { CustomerCard } from '../../../definitions/model/views/who.ts';
import { ask, tell } from '../../shell/api.ts';

const cardQuestion = (caseId: string) =>
  queryOptions({
    queryKey: ['case', caseId, 'customer'],
    queryFn: ({ signal }) => ask<CustomerCard>(`/cases/${encodeURIComponent(caseId)}/customer`, {}, signal),
  });

/** All that is known of who writes in a case, over all customer systems. */
export function useCustomerCard(caseId: string): UseQueryResult<CustomerCard> {
  return useQuery(cardQuestion(caseId));
}

/** Takes a link back for a reason; afterwards what it had given is asked again. */
export function useUndoLink(caseId: string, linkId: string): UseMutationResult<undefined, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (why: string) => tell<undefined>(`/links/${encodeURIComponent(linkId)}/undo`, { why }),
    onSettled: async () => {
      await Promise.all([
        client.invalidateQueries({ queryKey: ['case', caseId] }),
        client.invalidateQueries({ queryKey: ['cases'] }),
        client.invalidateQueries({ queryKey: ['who'] }),
      ]);
    },
  });
}
