import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { DraftRow, FlowRow, RevisionRow } from '../../definitions/model/views/flow.ts';
import { tell } from '../shell/api.ts';

/** What a copy is made of: a revision by its hash, or the draft of a flow. */
export type CopyOf = { readonly revision: string } | { readonly draft: string };
type Act<Given, Answer> = UseMutationResult<Answer, Error, Given>;

/** Begins a draft of a new flow, empty or as a copy. */
export function useBeginFlow(): Act<{ readonly name: string; readonly copyOf?: CopyOf }, DraftRow> {
  return useFlowAct((given) => tell<DraftRow>('/flows', given));
}

/** Gives the draft another name, if it still is at the version that was seen. */
export function useRenameDraft({ flowId, version }: DraftRow): Act<string, DraftRow> {
  return useFlowAct((name) => tell<DraftRow>(`${addressOf(flowId)}/draft`, { version, name }, 'PUT'));
}

export function useDiscardDraft({ flowId, version }: DraftRow): Act<undefined, undefined> {
  return useFlowAct(() => tell<undefined>(`${addressOf(flowId)}/draft/discard`, { version }));
}

/** Makes the draft a revision that is live; takes why. */
export function useReleaseDraft({ flowId, version }: DraftRow): Act<string, RevisionRow> {
  const client = useQueryClient();
  return useFlowAct(async (why) => {
    const released = await tell<RevisionRow>(`${addressOf(flowId)}/draft/release`, { version, why });
    // The page shows it at once, before it has asked again: the draft that it showed is gone.
    client.setQueryData<readonly RevisionRow[]>(['flows', flowId, 'revisions'], (before = []) => [
      released,
      ...before,
    ]);
    return released;
  });
}

/** Puts the flow out of the way; takes why. */
export function useArchiveFlow(flowId: string): Act<string, FlowRow> {
  return useFlowAct((why) => tell<FlowRow>(`${addressOf(flowId)}/archive`, { why }));
}

export function useBringFlowBack(flowId: string): Act<undefined, FlowRow> {
  return useFlowAct(() => tell<FlowRow>(`${addressOf(flowId)}/bring-back`, {}));
}

/** Lets new cases begin with the flow; takes why. */
export function useLetTakeCases(flowId: string): Act<string, FlowRow> {
  return useFlowAct((why) => tell<FlowRow>(`${addressOf(flowId)}/take-cases`, { why }));
}

/** After the act, whatever became of it, everything that is shown of flows is asked anew. */
function useFlowAct<Given, Answer>(act: (given: Given) => Promise<Answer>): Act<Given, Answer> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['flows'] });
      void client.invalidateQueries({ queryKey: ['today'] });
    },
  });
}

function addressOf(flowId: string): string {
  return `/flows/${encodeURIComponent(flowId)}`;
}
