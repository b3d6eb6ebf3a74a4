import type { LinkEvent, LinkQuestion } from '../../definitions/model/customer.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import { keysetPage } from './keyset.ts';
import { answerQuestion, type LinkAnswer } from './links/answer.ts';
import { linkOf, standing, type Claim } from './links/event.ts';
import { linkProfile } from './links/link-profile.ts';
import { pairId } from './links/pair-id.ts';
import { propose } from './links/propose.ts';
import { undoLink, type UndoneLink } from './links/undo.ts';
import type { Page, PageRequest } from './page.ts';

/** Who is whom. Events are only ever added. */
export interface LinkStore {
  /**
   * They are one: cases named, and open ones in which the profile speaks, get the customer as far as they have none. Null
   * where they are linked already. 'refused' where the profile is another record of that CRM, or somebody took this
   * very link back and it is not a person who makes it again.
   */
  link(claim: Claim, caseIds?: readonly string[]): Promise<LinkEvent | null>;
  /** They may be one: a person is asked. Null where there is a word on them already that stands. */
  propose(claim: Claim, probability: number): Promise<LinkEvent | null>;
  /** What a person says to a question. 'stale' where it was answered, or asked anew, in between. */
  answer(answer: LinkAnswer): Promise<LinkEvent>;
  /**
   * Takes a link back: cases are as they were before, as far as nobody changed them since, and a person is asked again
   * whether they are one. 'refused' where it is no link, or taken back already.
   */
  undo(undone: UndoneLink): Promise<LinkEvent>;
  /** Pairs of whom a person is asked, the likeliest first. */
  questions(page?: PageRequest): Promise<Page<LinkQuestion>>;
  /** How many wait; of one profile, or of all. */
  countQuestions(profileId?: string): Promise<number>;
  /** The time at which an event of now is dated. */
  now(): string;
  question(profileId: string, customerId: string): Promise<LinkQuestion | null>;
  find(linkId: string): Promise<LinkEvent | null>;
  /** All events of a profile, oldest first. */
  ofProfile(profileId: string): Promise<readonly LinkEvent[]>;
  /** The links that hold now: for each customer the last event, where it says 'linked'. */
  current(profileId: string): Promise<readonly LinkEvent[]>;
  /** Profiles linked to the customer now. */
  currentOfCustomer(customerId: string): Promise<readonly LinkEvent[]>;
}

export function linkStore(db: Database): LinkStore {
  const { links, linkQuestions } = db.models;

  async function ofProfile(profileId: string): Promise<readonly LinkEvent[]> {
    const docs = await links.find({ profileId }).sort({ n: 1 }).lean();
    return docs.map(linkOf);
  }
  const current = async (profileId: string): Promise<readonly LinkEvent[]> =>
    standing(await ofProfile(profileId)).filter(({ what }) => what === 'linked');

  return {
    ofProfile,
    current,
    link: (claim, caseIds = []) => linkProfile(db, claim, caseIds),
    propose: (claim, probability) => propose(db, claim, probability),
    answer: (answer) => answerQuestion(db, answer),
    undo: (undone) => undoLink(db, undone),
    async questions(request = {}) {
      const page = await keysetPage(
        [
          ['probability', -1],
          ['_id', 1],
        ],
        request,
        (after, sort, limit) => linkQuestions.find(after).sort(sort).limit(limit).lean(),
      );
      return { ...page, items: page.items.map(questionOf) };
    },
    countQuestions: (profileId) =>
      profileId === undefined
        ? linkQuestions.estimatedDocumentCount()
        : linkQuestions.countDocuments({ profileId }),
    now: () => iso(db.now()),
    async question(profileId, customerId) {
      const doc = await linkQuestions.findById(pairId(profileId, customerId)).lean();
      return doc === null ? null : questionOf(doc);
    },
    async find(linkId) {
      const doc = await links.findById(linkId).lean();
      return doc === null ? null : linkOf(doc);
    },
    async currentOfCustomer(customerId) {
      const docs = await links.find({ customerId }).select({ profileId: 1 }).lean();
      const profileIds = [...new Set(docs.map((doc) => doc.profileId))];
      const held = await Promise.all(profileIds.map(current));
      return held.flat().filter((event) => event.customerId === customerId);
    },
  };
}

function questionOf(doc: Omit<LinkQuestion, 'since'> & { readonly since: Date }): LinkQuestion {
  const { profileId, customerId, probability, since, eventId } = doc;
  return { profileId, customerId, probability, since: iso(since), eventId };
}
