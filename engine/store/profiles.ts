import type { Profile } from '../../definitions/model/customer.ts';
import type { IncomingMention } from '../../definitions/model/mention.ts';
import type { Database } from './database.ts';
import type { ProfileDoc } from './models/profile.ts';
import { upserted } from './transaction.ts';

export interface ProfileStore {
  find(profileId: string): Promise<Profile | null>;
  findMany(profileIds: readonly string[]): Promise<readonly Profile[]>;
  byExternalId(channel: string, externalId: string): Promise<Profile | null>;
  /** The profile of somebody whom nobody may have heard yet; one that is known stays as it is. */
  ensure(channel: string, author: IncomingMention['author']): Promise<Profile>;
  /** Profiles of the people who spoke in a case; the company's own are not among them. */
  byCase(caseId: string): Promise<readonly Profile[]>;
}

export function profileStore(db: Database): ProfileStore {
  const { profiles, mentions } = db.models;
  return {
    async find(profileId) {
      const doc = await profiles.findById(profileId).lean();
      return doc === null ? null : profileOf(doc);
    },
    async findMany(profileIds) {
      const docs = await profiles.find({ _id: { $in: [...profileIds] } }).lean();
      return docs.map(profileOf);
    },
    async byExternalId(channel, externalId) {
      const doc = await profiles.findOne({ channel, externalId }).lean();
      return doc === null ? null : profileOf(doc);
    },
    async ensure(channel, { externalId, name = null, handle = null, email = null, phone = null }) {
      const said = { name, handle, email, phone, erasedAt: null };
      const doc = await upserted(() =>
        profiles.findOneAndUpdate(
          { channel, externalId },
          { $setOnInsert: { _id: db.newId(), ...said } },
          { upsert: true, returnDocument: 'after', lean: true },
        ),
      );
      return profileOf(doc);
    },
    async byCase(caseId) {
      const said = await mentions.find({ caseId, direction: 'inbound' }).select({ profileId: 1 }).lean();
      const docs = await profiles
        .find({ _id: { $in: [...new Set(said.map((doc) => doc.profileId))] } })
        .lean();
      return docs.map(profileOf);
    },
  };
}

function profileOf(doc: ProfileDoc): Profile {
  const { _id, channel, externalId, name, handle, email, phone } = doc;
  return { id: _id, channel, externalId, name, handle, email, phone };
}
