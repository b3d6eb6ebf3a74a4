import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';

/**
 * What an analyst does to a draft: the draft as it is to be, made from the draft as it is. Pure; what it does not
 * change stays the same object, and if nothing changes so does the whole.
 */
export type Command = (content: DraftContent) => DraftContent;

/** A command on one flow of a draft: the flow itself, or one that it calls. */
export function inFlow(flowId: string, change: (flow: Flow, content: DraftContent) => Flow): Command {
  return (content) => {
    const before = flowIn(content, flowId);
    const after = before && change(before, content);
    if (before === undefined || after === undefined || after === before) return content;
    return content.flow.id === flowId
      ? { ...content, flow: after }
      : { ...content, called: { ...content.called, [flowId]: after } };
  };
}
