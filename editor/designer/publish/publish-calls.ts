import type { ApprovalState } from '../../../definitions/model/views/approval.ts';
import type {
  DraftContentView,
  Held,
  PublishedRow,
  ReleaseRow,
  StoryChangeRow,
} from '../../../definitions/model/views/flow.ts';
import { ask, tell } from '../../shell/api.ts';
import { isProblem } from '../../shell/problem.ts';
import { draftPath } from '../sync/draft-calls.ts';

/** A draft that somebody wants to publish, as they saw it. */
export interface WantedDraft {
  readonly flowId: string;
  readonly born: string;
  readonly version: number;
}

/** What became of a draft, as the server knows it. */
export type Became =
  | { readonly is: 'published'; readonly release: ReleaseRow }
  /** It was published as it was, and other stories with it. */
  | { readonly is: 'told'; readonly stories: StoryChangeRow }
  /** It waits for approval, or nothing became of it. */
  | { readonly is: 'still there'; readonly waitsFor: string | null }
  | { readonly is: 'thrown away' };

/** Publishes it, if it still is what was seen; `anyway`: whatever its stories come to. Rejects with ApiProblem. */
export function publishDraft(
  { flowId, born, version }: WantedDraft,
  why: string,
  anyway: boolean,
): Promise<PublishedRow | Held> {
  return tell(`${draftPath(flowId)}/release`, { version, why, born, anyway });
}

/** Asks what became of a draft. Rejects with ApiProblem, 'unreachable' as long as the server cannot be asked. */
export async function whatBecameOf({ flowId, born }: Omit<WantedDraft, 'version'>): Promise<Became> {
  // The draft first: while it is there, it is not published; once it is gone, its release is there.
  try {
    const draft = await ask<DraftContentView>(`${draftPath(flowId)}/content`);
    if (draft.born === born) {
      const { last } = await ask<ApprovalState>(`${flowPath(flowId)}/approval`);
      return { is: 'still there', waitsFor: last?.state === 'waiting' ? last.by.id : null };
    }
  } catch (error) {
    if (!isProblem(error, 'not found')) throw error;
  }
  const releases = await ask<readonly ReleaseRow[]>(`${flowPath(flowId)}/releases`);
  const release = releases.find(({ draft }) => draft === born);
  if (release !== undefined) return { is: 'published', release };
  const changes = await ask<readonly StoryChangeRow[]>(`${flowPath(flowId)}/stories`);
  const stories = changes.find(({ draft }) => draft === born);
  return stories === undefined ? { is: 'thrown away' } : { is: 'told', stories };
}

function flowPath(flowId: string): string {
  return `/flows/${encodeURIComponent(flowId)}`;
}
