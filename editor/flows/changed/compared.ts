import { whatChanged, type ChangedPart } from '../../../definitions/edit/what-changed.ts';
import { canonicalJson } from '../../../definitions/flow/canonical.ts';
import { contentOf } from '../../../definitions/flow/draft.ts';
import type { Revision } from '../../../definitions/flow/revision.ts';
import type { Scenarios } from '../../../definitions/scenario/scenario.ts';
import type { Compared } from './told-part.ts';

/** What is not the same in two states of a flow. */
export interface Difference {
  /** Null: there was nothing before, and all is new. */
  readonly compared: Compared | null;
  readonly after: Revision;
  readonly parts: readonly ChangedPart[];
  /** Titles of what the machine does by another description. */
  readonly activities: readonly string[];
}

/** The stories that stood beside a state of a flow, and those that stand beside the other. */
export interface ComparedStories {
  readonly before: Scenarios;
  readonly after: Scenarios;
}

/**
 * Holds two states of a flow against each other, with their stories if they are given; `before` is null for a flow of
 * which there was nothing.
 */
export function differenceOf(
  before: Revision | null,
  after: Revision,
  stories: ComparedStories = { before: {}, after: {} },
): Difference {
  if (before === null) return { compared: null, after, parts: allNew(after, stories.after), activities: [] };
  return {
    compared: { before, after },
    after,
    parts: whatChanged(contentOf(before, stories.before), contentOf(after, stories.after)),
    activities: Object.entries(after.activities).flatMap(([name, contract]) => {
      const was = before.activities[name];
      return was === undefined || canonicalJson(was) === canonicalJson(contract) ? [] : [contract.title];
    }),
  };
}

/** Whether nothing is another. */
export function isSame({ compared, parts, activities }: Difference): boolean {
  return compared !== null && parts.length === 0 && activities.length === 0;
}

/** Whether the stories are others, and nothing else is. */
export function isOfStories({ compared, parts, activities }: Difference): boolean {
  const areStories = parts.length > 0 && parts.every(({ collection }) => collection === 'scenarios');
  return compared !== null && activities.length === 0 && areStories;
}

function allNew(after: Revision, scenarios: Scenarios): readonly ChangedPart[] {
  const nothing = { called: {}, tables: {}, wordLists: {}, calendars: {}, scenarios: {} };
  const flow: ChangedPart = {
    address: '/flow',
    collection: 'flow',
    name: after.flow.name,
    became: 'added',
    fields: [],
    items: [],
  };
  return [flow, ...whatChanged({ ...nothing, flow: after.flow }, contentOf(after, scenarios))];
}
