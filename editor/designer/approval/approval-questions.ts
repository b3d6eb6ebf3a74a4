import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ApprovalRow, ApprovalState, ApprovalView } from '../../../definitions/model/views/approval.ts';
import type { RevisionStories } from '../../../definitions/model/views/flow.ts';
import { ask, tell } from '../../shell/api.ts';

/** Whether publishing needs another person here, and what was asked last of the flow. */
export function useApprovalState(flowId: string): UseQueryResult<ApprovalState> {
  return useQuery({
    queryKey: ['flows', flowId, 'approval'],
    queryFn: ({ signal }) => ask<ApprovalState>(`/flows/${encodeURIComponent(flowId)}/approval`, {}, signal),
  });
}

/** All that is held. */
export function useApproval(id: string | null): UseQueryResult<ApprovalView> {
  return useQuery({
    enabled: id !== null,
    queryKey: ['flows', 'approvals', id],
    queryFn: ({ signal }) => ask<ApprovalView>(`/approvals/${id ?? ''}`, {}, signal),
  });
}

/** The stories that stand beside a revision; null: none is meant. */
export function useStories(hash: string | null): UseQueryResult<RevisionStories> {
  return useQuery({
    enabled: hash !== null,
    queryKey: ['flows', 'stories', hash],
    queryFn: ({ signal }) => ask<RevisionStories>(`/revisions/${hash ?? ''}/stories`, {}, signal),
  });
}

export type Decision =
  | { readonly act: 'approve'; readonly digest: string }
  | { readonly act: 'send-back'; readonly why: string }
  | { readonly act: 'withdraw' };

/** Decides on what waits; whatever comes of it, what is shown of flows is asked anew. */
export function useDecide(id: string): UseMutationResult<ApprovalRow, Error, Decision> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ act, ...body }) => tell<ApprovalRow>(`/approvals/${id}/${act}`, body),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['flows'] });
      void client.invalidateQueries({ queryKey: ['today'] });
    },
  });
}
