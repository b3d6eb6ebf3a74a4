import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';

/** What a page with the panel of one step is told to show. */
export interface Told {
  readonly content: DraftContent;
  readonly contracts: readonly ActivityContract[];
  readonly knownBefore: readonly ActivityContract[];
  /** The values of the case that is looked at. */
  readonly example: JsonObject;
  readonly flowId: string;
  readonly nodeId: string;
  readonly width: number;
}

declare global {
  interface Window {
    /** Changes that were made on the page, in their order. */
    done?: readonly { readonly label: string; readonly node: FlowNode }[];
    /** The part that was last asked for. */
    opened?: string;
  }
}
