import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  DraftView,
  FlowRow,
  Held,
  ReleaseRow,
  RevisionRow,
} from '../../definitions/model/views/flow.ts';
import { ask, tell } from '../shell/api.ts';

export function useFlows(): UseQueryResult<readonly FlowRow[]> {
  return useQuery({
    queryKey: ['flows', 'list'],
    queryFn: ({ signal }) => ask<readonly FlowRow[]>('/flows', {}, signal),
  });
}

export function useRevisions(flowId: string): UseQueryResult<readonly RevisionRow[]> {
  return useQuery({
    queryKey: ['flows', flowId, 'revisions'],
    queryFn: ({ signal }) =>
      ask<readonly RevisionRow[]>(`/flows/${encodeURIComponent(flowId)}/revisions`, {}, signal),
  });
}

/** A draft with what is wrong with it. */
export function useDraft(flowId: string, isWanted = true): UseQueryResult<DraftView> {
  return useQuery({
    enabled: isWanted,
    queryKey: ['flows', flowId, 'draft'],
    queryFn: ({ signal }) => ask<DraftView>(`/flows/${encodeURIComponent(flowId)}/draft`, {}, signal),
  });
}

/** Makes a revision the one that new cases take. */
export function useRelease(
  flowId: string,
): UseMutationResult<ReleaseRow | Held, Error, { readonly hash: string; readonly why: string }> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (release) =>
      tell<ReleaseRow | Held>(`/flows/${encodeURIComponent(flowId)}/releases`, release),
    onSettled: () => client.invalidateQueries({ queryKey: ['flows'] }),
  });
}
