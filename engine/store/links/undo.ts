import type { LinkEvent } from '../../../definitions/model/customer.ts';
import type { Database } from '../database.ts';
import { StoreProblem } from '../problem.ts';
import { inTransaction } from '../transaction.ts';
import { takeCustomerBack } from './cases-of-link.ts';
import { addEvent, eventsIn, linkOf, standing } from './event.ts';
import { ask } from './question.ts';

/** A link that is taken back, by whom and why. */
export interface UndoneLink {
  readonly id: string;
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

/** See LinkStore.undo. */
export function undoLink(db: Database, { id, by, at, why }: UndoneLink): Promise<LinkEvent> {
  return inTransaction(db, async (session) => {
    const doc = await db.models.links.findById(id).session(session).lean();
    if (doc === null)
      throw new StoreProblem('not found', 'There is no such link.', 'Look at the customer’s card again.');
    const link = linkOf(doc);
    const { profileId, customerId, how, evidence } = link;
    const before = await eventsIn(db, profileId, session);
    const last = standing(before).find((event) => event.customerId === customerId);
    if (last?._id !== id || link.what !== 'linked')
      throw new StoreProblem(
        'refused',
        'This link does not hold any more.',
        'Look at the customer’s card again: somebody was quicker.',
      );
    const others = standing(before)
      .filter(({ what, customerId: other }) => what === 'linked' && other !== customerId)
      .map((event) => event.customerId);
    const changed = await takeCustomerBack(db, link, others[0] ?? null, session);
    const event = { profileId, customerId, what: 'unlinked' as const, how, evidence, by, at, why, changed };
    const added = await addEvent(db, event, before, session);
    // Where a person had been asked, the question is open again.
    const asked = before.find((one) => one.customerId === customerId && one.what === 'proposed');
    const chance = asked?.evidence['probability'];
    if (typeof chance === 'number') await ask(db, added, chance, session);
    return added;
  });
}
