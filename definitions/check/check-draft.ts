import type { ActivityContract } from '../activity/contract.ts';
import type { DraftContent } from '../flow/draft.ts';
import { checkRevision, usedParts } from './check-revision.ts';
import { environmentOf } from './environment.ts';
import type { Compiling } from './compiling.ts';
import type { Issue } from './issue.ts';

/** What is wrong with a draft, against the activities that workers offer: what `checkRevision` says of the whole. */
export function checkDraft(
  content: DraftContent,
  offered: { readonly [name: string]: ActivityContract },
  compiling?: Compiling,
): readonly Issue[] {
  const used = usedParts(content.flow, environmentOf({ ...content, activities: offered }));
  const activities = Object.fromEntries(
    Object.entries(offered).filter(([name]) => used.activities.has(name)),
  );
  return checkRevision({ schema: 1, semantics: 1, ...content, activities }, undefined, compiling);
}
