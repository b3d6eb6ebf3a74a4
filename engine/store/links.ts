import type { LinkEvent } from '../../definitions/model/customer.ts';
import type { Database } from './database.ts';
import { iso, knownInstant } from './iso.ts';
import type { LinkDoc } from './models/link.ts';
import { inTransaction } from './transaction.ts';

/** Who is whom. Events are only ever added. */
export interface LinkStore {
  record(event: Omit<LinkEvent, 'id'>): Promise<LinkEvent>;
  /** All events of a profile, oldest first. */
  ofProfile(profileId: string): Promise<readonly LinkEvent[]>;
  /** The links that hold now: for each customer the last event, where it says 'linked'. */
  current(profileId: string): Promise<readonly LinkEvent[]>;
  /** Profiles linked to the customer now. */
  currentOfCustomer(customerId: string): Promise<readonly LinkEvent[]>;
}

export function linkStore(db: Database): LinkStore {
  const { links } = db.models;

  async function ofProfile(profileId: string): Promise<readonly LinkEvent[]> {
    const docs = await links.find({ profileId }).sort({ n: 1 }).lean();
    return docs.map(linkOf);
  }
  async function current(profileId: string): Promise<readonly LinkEvent[]> {
    const last = new Map((await ofProfile(profileId)).map((event) => [event.customerId, event]));
    return [...last.values()].filter((event) => event.what === 'linked');
  }

  return {
    ofProfile,
    current,
    record: (event) =>
      inTransaction(db, async (session) => {
        const before = await links
          .findOne({ profileId: event.profileId })
          .sort({ n: -1 })
          .session(session)
          .lean();
        const doc: LinkDoc = {
          ...event,
          _id: db.newId(),
          at: knownInstant(event.at),
          n: (before?.n ?? 0) + 1,
        };
        await links.insertMany([doc], { session, lean: true });
        return linkOf(doc);
      }),
    async currentOfCustomer(customerId) {
      const docs = await links.find({ customerId }).select({ profileId: 1 }).lean();
      const profileIds = [...new Set(docs.map((doc) => doc.profileId))];
      const held = await Promise.all(profileIds.map(current));
      return held.flat().filter((event) => event.customerId === customerId);
    },
  };
}

function linkOf(doc: LinkDoc): LinkEvent {
  const { _id, n: _n, at, ...rest } = doc;
  return { id: _id, ...rest, at: iso(at) };
}
