import { applied } from '../../definitions/edit/applied.ts';
import type { Change } from '../../definitions/edit/change.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';

/** The content with changes that must fit. */
export function made(content: DraftContent, changes: readonly Change[]): DraftContent {
  const result = applied(content, changes);
  if ('problem' in result) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.content;
}
