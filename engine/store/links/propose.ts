import type { LinkEvent } from '../../../definitions/model/customer.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../transaction.ts';
import { addEvent, eventsIn, standing, type Claim } from './event.ts';
import { ask } from './question.ts';

/** See LinkStore.propose. */
export function propose(db: Database, claim: Claim, probability: number): Promise<LinkEvent | null> {
  return inTransaction(db, async (session) => {
    const before = await eventsIn(db, claim.profileId, session);
    const last = standing(before).find(({ customerId }) => customerId === claim.customerId);
    // Who could not tell is asked again only once more is known.
    const isNews = last === undefined || (last.what === 'left open' && more(last.evidence, probability));
    if (!isNews) return null;
    const event = { ...claim, what: 'proposed' as const, why: null, changed: [] };
    const added = await addEvent(db, event, before, session);
    await ask(db, added, probability, session);
    return added;
  });
}

/** A chance has to be as much higher for a person to be asked once more. */
const NOTABLY = 0.05;

function more(evidence: LinkEvent['evidence'], probability: number): boolean {
  const known = evidence['probability'];
  return typeof known !== 'number' || probability > known + NOTABLY;
}
