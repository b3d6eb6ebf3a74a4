import { CUSTOMERS_AND_LINKS } from './customers-and-links.ts';
import { DONE_FOR_THEM } from './done-for-them.ts';
import { SAID_BY_THEM } from './said-by-them.ts';
import type { CollectionName, NothingThere, Standing } from './standing.ts';

const nothing = (because: string): NothingThere => ({ holds: false, because });

const COMPANY = 'Colleagues, teams and channels of the company itself.';
const DRAWING =
  'Drawings and their stories. A story that is taken from a case has stand-ins for what was said.';
const COUNTS = 'Numbers alone.';
const MACHINE = 'How this installation runs.';

/**
 * What stands of the people who write to the company, collection by collection and field by field. Erasing, exporting
 * and their tests go by this table alone; a new collection does not compile without its line here.
 */
export const PERSONAL_DATA = {
  ...SAID_BY_THEM,
  ...CUSTOMERS_AND_LINKS,
  ...DONE_FOR_THEM,
  activities: nothing(MACHINE),
  channels: nothing(COMPANY),
  crmStates: nothing(MACHINE),
  draftEdits: nothing(DRAWING),
  drafts: nothing(DRAWING),
  draftVisits: nothing(COMPANY),
  flowStandings: nothing(DRAWING),
  groupActs: nothing('What colleagues did for many cases at once, and why.'),
  heartbeats: nothing(MACHINE),
  meta: nothing(MACHINE),
  people: nothing(COMPANY),
  plans: nothing(DRAWING),
  publishRequests: nothing(DRAWING),
  publishWaits: nothing(DRAWING),
  registerPlans: nothing('How customers are found: what very many of them share, as digests and counts.'),
  releases: nothing(DRAWING),
  retentionRules: nothing('How long data is kept.'),
  retentionRuns: nothing(COUNTS),
  revisions: nothing(DRAWING),
  sampleDays: nothing(MACHINE),
  secrets: nothing(MACHINE),
  storyChanges: nothing(DRAWING),
  tallies: nothing(COUNTS),
  tallyChanges: nothing(COUNTS),
  teams: nothing(COMPANY),
} as const satisfies Record<CollectionName, Standing | NothingThere>;

/** The collections in which something of a person stands, with what. */
export const STANDINGS: readonly (readonly [CollectionName, Standing])[] = standings();

function standings(): (readonly [CollectionName, Standing])[] {
  const all: Record<CollectionName, Standing | NothingThere> = PERSONAL_DATA;
  return Object.entries(all).flatMap(([name, standing]) =>
    isCollection(name) && standing.holds ? [[name, standing] as const] : [],
  );
}

function isCollection(name: string): name is CollectionName {
  return name in PERSONAL_DATA;
}
