import { keysOfFlow } from '../scenario/keys-of-flow.ts';
import type { Scenarios } from '../scenario/scenario.ts';
import type { Revision } from './revision.ts';

/**
 * A flow that is not released yet, with all that belongs to it, but for the contracts of activities: those come from
 * the workers when it is looked at or released. It may be wrong in any way that `check` names.
 */
export type DraftContent = Pick<Revision, 'flow' | 'called' | 'tables' | 'wordLists' | 'calendars'> & {
  /** What it is tried with. A revision does without: they change nothing of what its runs do. */
  readonly scenarios: Scenarios;
};

/** What a draft that copies a revision begins with, with the scenarios that stand beside the revision. */
export function contentOf(
  { flow, called, tables, wordLists, calendars }: Revision,
  scenarios: Scenarios = {},
): DraftContent {
  return { flow, called, tables, wordLists, calendars, scenarios };
}

/** The same drawing under an id and a name of its own. Flows that it calls keep theirs. */
export function asAnotherFlow(
  content: DraftContent,
  { id, name }: { readonly id: string; readonly name: string },
): DraftContent {
  const { flow, scenarios } = content;
  return { ...content, flow: { ...flow, id, name }, scenarios: keysOfFlow(scenarios, flow.id, id) };
}

/** The same drawing under another name. */
export function renamed(content: DraftContent, name: string): DraftContent {
  return { ...content, flow: { ...content.flow, name } };
}
