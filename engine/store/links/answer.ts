import type { LinkEvent } from '../../../definitions/model/customer.ts';
import type { Database } from '../database.ts';
import { pairId } from './pair-id.ts';
import { StoreProblem } from '../problem.ts';
import { inTransaction } from '../transaction.ts';
import { addEvent, eventsIn, linkOf } from './event.ts';
import { linkIn } from './link-profile.ts';
import { askNoMore } from './question.ts';

/** What a person says to a question. */
export interface LinkAnswer {
  readonly profileId: string;
  readonly customerId: string;
  readonly answer: 'same' | 'not the same' | 'cannot tell';
  readonly by: string;
  readonly at: string;
  /** The event that asked. */
  readonly eventId: string;
}

const SAID = { 'not the same': 'not the same', 'cannot tell': 'left open' } as const;

/** See LinkStore.answer. */
export function answerQuestion(db: Database, given: LinkAnswer): Promise<LinkEvent> {
  const { profileId, customerId, answer, by, at, eventId } = given;
  return inTransaction(db, async (session) => {
    const { links, linkQuestions } = db.models;
    const question = await linkQuestions.findById(pairId(profileId, customerId)).session(session).lean();
    const asked = await links.findById(eventId).session(session).lean();
    if (asked === null || question?.eventId !== eventId) throw answered();
    const { evidence } = linkOf(asked);
    const claim = { profileId, customerId, how: 'confirmed by a person' as const, evidence, by, at };
    if (answer === 'same') {
      const linked = await linkIn(db, claim, [], session);
      if (linked === null) throw answered();
      return linked;
    }
    const before = await eventsIn(db, profileId, session);
    const event = { ...claim, what: SAID[answer], why: null, changed: [] };
    const added = await addEvent(db, event, before, session);
    await askNoMore(db, claim, session);
    return added;
  });
}

function answered(): StoreProblem {
  return new StoreProblem('stale', 'Somebody has answered this already.', 'Go on with the next two.');
}
