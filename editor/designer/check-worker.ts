import { checkDraft } from '../../definitions/check/check-draft.ts';
import { Compiling } from '../../definitions/check/compiling.ts';
import { applied } from '../../definitions/edit/applied.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { CheckAnswer, CheckQuestion } from './checking.ts';

const compiling = new Compiling();
let known: DraftContent | null = null;

/** Checks drafts beside the page, so that drawing never waits for it. */
self.onmessage = ({ data: { turn, draft, activities } }: MessageEvent<CheckQuestion>) => {
  known = 'content' in draft ? draft.content : changed(known, draft.changes);
  compiling.newCheck();
  const issues = known === null ? null : checkDraft(known, activities, compiling);
  const answer: CheckAnswer = { turn, issues };
  self.postMessage(answer);
};

function changed(content: DraftContent | null, changes: Parameters<typeof applied>[1]): DraftContent | null {
  const result = content === null ? null : applied(content, changes);
  return result !== null && 'content' in result ? result.content : null;
}
