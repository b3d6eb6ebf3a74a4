import type { Revision } from './revision.ts';

/**
 * A flow that is not released yet, with all that belongs to it, but for the contracts of activities: those come from
 * the workers when it is looked at or released. It may be wrong in any way that `check` names.
 */
export type DraftContent = Pick<Revision, 'flow' | 'called' | 'tables' | 'wordLists' | 'calendars'>;

/** What a draft that copies a revision begins with. */
export function contentOf({ flow, called, tables, wordLists, calendars }: Revision): DraftContent {
  return { flow, called, tables, wordLists, calendars };
}

/** The same drawing under an id and a name of its own. Flows that it calls keep theirs. */
export function asAnotherFlow(
  content: DraftContent,
  { id, name }: { readonly id: string; readonly name: string },
): DraftContent {
  return { ...content, flow: { ...content.flow, id, name } };
}

/** The same drawing under another name. */
export function renamed(content: DraftContent, name: string): DraftContent {
  return { ...content, flow: { ...content.flow, name } };
}
