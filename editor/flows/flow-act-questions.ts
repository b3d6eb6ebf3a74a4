import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { DraftRow, FlowRow } from '../../definitions/model/views/flow.ts';
import { tell } from '../shell/api.ts';

/** What a copy is made of: a revision by its hash, or the draft of a flow. */
export type CopyOf = { readonly revision: string } | { readonly draft: string };
type Act<Given, Answer> = UseMutationResult<Answer, Error, Given>;

/** A new flow: an empty one, a copy, or what a file holds. */
export interface NewFlow {
  readonly name: string;
  readonly copyOf?: CopyOf;
  readonly content?: DraftContent;
}

/** Begins a draft of a new flow. */
export function useBeginFlow(): Act<NewFlow, DraftRow> {
  return useFlowAct((given) => tell<DraftRow>('/flows', given));
}

/** Gives the draft another name, if it still is at the version that was seen. */
export function useRenameDraft({ flowId, version }: DraftRow): Act<string, DraftRow> {
  return useFlowAct((name) => tell<DraftRow>(`${addressOf(flowId)}/draft`, { version, name }, 'PUT'));
}

export function useDiscardDraft({ flowId, version }: DraftRow): Act<undefined, undefined> {
  return useFlowAct(() => tell<undefined>(`${addressOf(flowId)}/draft/discard`, { version }));
}

/** Begins a draft with a revision; `instead`: the draft that there is goes, if it still is at this version. */
export function useRestore(
  flowId: string,
): Act<{ readonly revision: string; readonly instead?: number }, DraftRow> {
  return useFlowAct((given) => tell<DraftRow>(`${addressOf(flowId)}/draft`, given));
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
