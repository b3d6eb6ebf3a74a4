import type { Profile } from '../../../definitions/model/customer.ts';
import type { Database } from '../database.ts';
import { scopeOf } from './scope.ts';
import { searchWords } from '../search-words.ts';
import { NO_LINK } from './no-link.ts';

/** Whom somebody looks for. What is named must not all fit: a person has several profiles. */
export interface PersonSought {
  readonly profileIds?: readonly string[];
  readonly email?: string;
}

export interface FoundPerson {
  readonly profileIds: readonly string[];
  /** Records of customer systems that bear the e-mail address. */
  readonly customerIds: readonly string[];
  /** Other profiles that are linked to the same customer: of the same person, or of their household. */
  readonly alsoLinked: readonly Pick<Profile, 'id' | 'channel' | 'name' | 'handle'>[];
}

/** See PersonStore.find. An address is compared without regard to capital letters. */
export async function findPerson(db: Database, sought: PersonSought): Promise<FoundPerson> {
  const { profiles, customers } = db.models;
  const named = await profiles
    .find({ _id: { $in: [...(sought.profileIds ?? [])] } })
    .select({ _id: 1 })
    .lean();
  const email = sought.email?.trim() ?? '';
  const isIt = (doc: { readonly email: string | null }) => doc.email?.toLowerCase() === email.toLowerCase();
  const byEmail = (await bearing(email, (condition) => profiles.find(condition).lean())).filter(isIt);
  const records = (await bearing(email, (condition) => customers.find(condition).lean())).filter(isIt);
  const profileIds = [...new Set([...named, ...byEmail].map((doc) => doc._id))].sort();
  return {
    profileIds,
    customerIds: records.map((doc) => doc._id).sort(),
    alsoLinked: await alsoLinked(db, profileIds, records),
  };
}

/** Documents that may bear an address, each once: as it was typed, in small letters, or by the words that it is made of. */
async function bearing<D extends { readonly _id: string }>(
  email: string,
  find: (condition: Record<string, unknown>) => Promise<readonly D[]>,
): Promise<readonly D[]> {
  if (email === '') return [];
  const [first, ...words] = searchWords([email]);
  const conditions = [
    { email },
    { email: email.toLowerCase() },
    ...(first === undefined
      ? []
      : [
          { nameWords: first, ...(words.length > 0 && { $and: words.map((word) => ({ nameWords: word })) }) },
        ]),
  ];
  const found = new Map<string, D>();
  for (const condition of conditions) for (const doc of await find(condition)) found.set(doc._id, doc);
  return [...found.values()];
}

async function alsoLinked(db: Database, profileIds: readonly string[], records: readonly { _id: string }[]) {
  const { links, profiles } = db.models;
  const scope = await scopeOf(
    db,
    profileIds,
    records.map((doc) => doc._id),
  );
  const events = await links
    .find({ customerId: { $in: [...scope.linkedCustomerIds] } })
    .sort({ customerId: 1 })
    .lean();
  const last = new Map(
    events.sort((a, b) => a.n - b.n).map((event) => [`${event.profileId} ${event.customerId}`, event]),
  );
  const others = [...last.values()]
    .filter(({ what, profileId }) => !NO_LINK.has(what) && !profileIds.includes(profileId))
    .map(({ profileId }) => profileId);
  const docs = await profiles.find({ _id: { $in: [...new Set(others)] }, erasedAt: null }).lean();
  return docs.map(({ _id, channel, name, handle }) => ({ id: _id, channel, name, handle }));
}
