import type { Database } from '../database.ts';
import { NO_LINK } from './no-link.ts';

/** The ids by which everything of a person is found. They stay when the person is erased, so they are found again. */
export interface PersonScope {
  readonly profileIds: ReadonlySet<string>;
  /** Conversations in which they spoke. */
  readonly conversationIds: ReadonlySet<string>;
  /** Those in which nobody else spoke who is not erased. */
  readonly ownConversationIds: ReadonlySet<string>;
  readonly caseIds: ReadonlySet<string>;
  readonly ownCaseIds: ReadonlySet<string>;
  /** What was said on whether they are a customer. */
  readonly linkIds: ReadonlySet<string>;
  /** Customers that they are linked to. */
  readonly linkedCustomerIds: ReadonlySet<string>;
  /** Customers that they were ever linked to, and nobody else is now who is not erased. */
  readonly customerIds: ReadonlySet<string>;
}

export const NOBODY: PersonScope = {
  profileIds: new Set(),
  conversationIds: new Set(),
  ownConversationIds: new Set(),
  caseIds: new Set(),
  ownCaseIds: new Set(),
  linkIds: new Set(),
  linkedCustomerIds: new Set(),
  customerIds: new Set(),
};

/** Ids in one condition. */
const CHUNK = 500;

/** Everything of the people with these profiles. `alsoCustomers`: records that are theirs without a link. */
export async function scopeOf(
  db: Database,
  profileIds: readonly string[],
  alsoCustomers: readonly string[] = [],
): Promise<PersonScope> {
  const { mentions } = db.models;
  const theirs = new Set(profileIds);
  const said = await mentions
    .find({ profileId: { $in: [...theirs] } })
    .select({ conversationId: 1, caseId: 1, arrivalCaseId: 1 })
    .lean();
  const conversationIds = new Set(said.map((doc) => doc.conversationId));
  const caseIds = new Set(said.flatMap((doc) => [doc.caseId ?? [], doc.arrivalCaseId ?? []].flat()));
  const others = await otherSpeakers(db, theirs, conversationIds, caseIds);
  const { linkIds, linkedCustomerIds, customerIds } = await customersOf(db, theirs, alsoCustomers);
  return {
    profileIds: theirs,
    conversationIds,
    ownConversationIds: without(conversationIds, others.conversations),
    caseIds,
    ownCaseIds: without(caseIds, others.cases),
    linkIds,
    linkedCustomerIds,
    customerIds,
  };
}

/** Lists of at most 500 ids each. */
export function inChunks(ids: Iterable<string>): readonly string[][] {
  const all = [...ids];
  return Array.from({ length: Math.ceil(all.length / CHUNK) }, (_, n) =>
    all.slice(n * CHUNK, (n + 1) * CHUNK),
  );
}

function without(all: ReadonlySet<string>, taken: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...all].filter((id) => !taken.has(id)));
}

/** Where somebody else spoke who is not erased. */
async function otherSpeakers(
  db: Database,
  theirs: ReadonlySet<string>,
  conversationIds: ReadonlySet<string>,
  caseIds: ReadonlySet<string>,
): Promise<{ readonly conversations: ReadonlySet<string>; readonly cases: ReadonlySet<string> }> {
  const found: { profileId: string; conversationId: string; caseId: string | null }[] = [];
  const places = [
    ['conversationId', conversationIds],
    ['caseId', caseIds],
  ] as const;
  for (const [field, ids] of places) {
    for (const part of inChunks(ids)) {
      const docs = await db.models.mentions
        .find({ [field]: { $in: part }, direction: 'inbound', profileId: { $nin: [...theirs] } })
        .select({ profileId: 1, conversationId: 1, caseId: 1 })
        .lean();
      found.push(...docs);
    }
  }
  const living = await livingOf(db, new Set(found.map((doc) => doc.profileId)));
  const others = found.filter((doc) => living.has(doc.profileId));
  return {
    conversations: new Set(others.map((doc) => doc.conversationId)),
    cases: new Set(others.flatMap((doc) => doc.caseId ?? [])),
  };
}

/** Which of these profiles are not erased. */
async function livingOf(db: Database, profileIds: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const living = new Set<string>();
  for (const part of inChunks(profileIds)) {
    const docs = await db.models.profiles
      .find({ _id: { $in: part }, erasedAt: null })
      .select({ _id: 1 })
      .lean();
    for (const doc of docs) living.add(doc._id);
  }
  return living;
}

async function customersOf(db: Database, theirs: ReadonlySet<string>, also: readonly string[]) {
  const { links } = db.models;
  const events = await links
    .find({ profileId: { $in: [...theirs] } })
    .sort({ profileId: 1, n: 1 })
    .lean();
  const touched = new Set([...also, ...events.map((event) => event.customerId)]);
  const all = new Map<string, { profileId: string; customerId: string; what: string }>();
  for (const part of inChunks(touched)) {
    const docs = await links.find({ customerId: { $in: part } }).lean();
    for (const doc of docs.sort((a, b) => a.n - b.n)) all.set(`${doc.profileId} ${doc.customerId}`, doc);
  }
  const holding = [...all.values()].filter(({ what }) => !NO_LINK.has(what));
  const living = await livingOf(db, new Set(holding.map(({ profileId }) => profileId)));
  const ofOthers = new Set(
    holding
      .filter(({ profileId }) => !theirs.has(profileId) && living.has(profileId))
      .map(({ customerId }) => customerId),
  );
  return {
    linkIds: new Set(events.map((event) => event._id)),
    linkedCustomerIds: new Set([
      ...also,
      ...holding.filter(({ profileId }) => theirs.has(profileId)).map(({ customerId }) => customerId),
    ]),
    customerIds: without(touched, ofOthers),
  };
}
