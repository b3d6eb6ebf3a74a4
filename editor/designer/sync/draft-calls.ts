import type { Edit } from '../../../definitions/edit/edit.ts';
import type {
  AddedEditsView,
  DraftContentView,
  DraftVisitors,
  EditsSince,
} from '../../../definitions/model/views/flow.ts';
import { ask, tell, tellLeaving } from '../../shell/api.ts';

/** What a page asks the server about the draft that it has open. Rejects with ApiProblem. */
export interface DraftCalls {
  add(base: number, edits: readonly Edit[]): Promise<AddedEditsView>;
  /** The same from a page that is leaving. */
  addLeaving(base: number, edits: readonly Edit[]): Promise<AddedEditsView>;
  since(version: number): Promise<EditsSince>;
  read(): Promise<DraftContentView>;
}

export function draftCalls(flowId: string, born: string): DraftCalls {
  const draft = draftPath(flowId);
  return {
    add: (base, edits) => tell(`${draft}/edits`, { base, edits, born }),
    addLeaving: (base, edits) => tellLeaving(`${draft}/edits`, { base, edits, born }),
    since: (version) => ask(`${draft}/edits`, { after: version, born }),
    read: () => ask(`${draft}/content`),
  };
}

/** Says that one is here; answers who else is. */
export function beHere(flowId: string): Promise<DraftVisitors> {
  return tell(`${draftPath(flowId)}/here`, {});
}

export function draftPath(flowId: string): string {
  return `/flows/${encodeURIComponent(flowId)}/draft`;
}
