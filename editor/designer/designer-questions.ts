import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { ActivityRow, DraftContentView, DraftRow } from '../../definitions/model/views/flow.ts';
import { askOrTake, tell } from '../shell/api.ts';

const draftOf = (flowId: string): string => `/flows/${encodeURIComponent(flowId)}/draft`;

/** All that a draft holds, as it was when the designer was opened: from then on the desk knows better. */
export function useDraftContent(flowId: string): UseQueryResult<DraftContentView> {
  return useQuery({
    queryKey: ['draft content', flowId],
    queryFn: ({ signal }) => askOrTake<DraftContentView>(`${draftOf(flowId)}/content`, signal),
    staleTime: Infinity,
    gcTime: 0,
  });
}

/** The activities that workers offer. */
export function useActivities(isWanted = true): UseQueryResult<readonly ActivityRow[]> {
  return useQuery({
    queryKey: ['activities'],
    enabled: isWanted,
    queryFn: ({ signal }) => askOrTake<readonly ActivityRow[]>('/activities', signal),
  });
}

/** Begins a draft of a flow that has revisions, with what is live. */
export function useBeginDraft(flowId: string): UseMutationResult<DraftRow, Error, void> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => tell<DraftRow>(draftOf(flowId), {}),
    onSettled: () => client.invalidateQueries(),
  });
}
