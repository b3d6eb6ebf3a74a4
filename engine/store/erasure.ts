import type { Database } from './database.ts';
import { StoreProblem } from './problem.ts';
import { inTransaction } from './transaction.ts';

/** What was erased, in numbers. */
export interface Erasure {
  readonly mentions: number;
  readonly replies: number;
  readonly texts: number;
  readonly cases: number;
}

export interface ErasureStore {
  /**
   * Takes away what a person said and is called: texts of the profile's mentions, of the replies and notes in its
   * cases, titles of those cases, names and addresses. Ids and times stay. Again changes nothing. 'not found' for
   * an unknown profile.
   */
  eraseProfile(profileId: string): Promise<Erasure>;
}

export function erasureStore(db: Database): ErasureStore {
  const { profiles, mentions, replies, texts, cases } = db.models;
  return {
    eraseProfile: (profileId) =>
      inTransaction(db, async (session) => {
        const profile = await profiles.findById(profileId).session(session).lean();
        if (profile === null) {
          throw new StoreProblem(
            'not found',
            'There is no such profile.',
            'Look the person up in one of their cases.',
          );
        }
        const erasedAt = db.now();
        const said = await mentions
          .find({ profileId })
          .select({ conversationId: 1, caseId: 1 })
          .session(session)
          .lean();
        const conversationIds = [...new Set(said.map((doc) => doc.conversationId))];
        const caseIds = [...new Set(said.flatMap((doc) => doc.caseId ?? []))];
        const notYet = { erasedAt: null };

        const ofMentions = await mentions.updateMany(
          { profileId, ...notYet },
          { $set: { text: '', subject: null, url: null, extra: null, erasedAt } },
          { session },
        );
        // What was answered elsewhere stands twice: as a reply, and as the company's own mention.
        await mentions.updateMany(
          { conversationId: { $in: conversationIds }, direction: 'outbound', ...notYet },
          { $set: { text: '', subject: null, url: null, extra: null, erasedAt } },
          { session },
        );
        const ofReplies = await replies.updateMany(
          { conversationId: { $in: conversationIds }, ...notYet },
          { $set: { text: '', erasedAt } },
          { session },
        );
        const ofTexts = await texts.updateMany(
          { caseId: { $in: caseIds }, ...notYet },
          { $set: { text: '', erasedAt } },
          { session },
        );
        const ofCases = await cases.updateMany(
          { titleProfileId: profileId },
          { $set: { title: '', titleWords: [], titleProfileId: null } },
          { session },
        );
        if (profile.erasedAt === null) {
          // The external id may be a name or an address; a new one keeps the profile apart from all others.
          const unnamed = {
            externalId: `erased ${profileId}`,
            name: null,
            handle: null,
            email: null,
            phone: null,
            nameWords: [],
            erasedAt,
          };
          await profiles.updateOne({ _id: profileId }, { $set: unnamed }, { session });
        }
        return {
          mentions: ofMentions.modifiedCount,
          replies: ofReplies.modifiedCount,
          texts: ofTexts.modifiedCount,
          cases: ofCases.modifiedCount,
        };
      }),
  };
}
