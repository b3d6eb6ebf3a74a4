import type { ClientSession } from 'mongoose';
import { EARSHOT } from '../../../definitions/model/act.ts';
import type { ChangedCase, LinkEvent } from '../../../definitions/model/customer.ts';
import type { Database } from '../database.ts';
import type { LinkDoc } from '../models/link.ts';
import { StoreProblem } from '../problem.ts';
import { inTransaction } from '../transaction.ts';
import { giveCustomer } from './cases-of-link.ts';
import { addEvent, eventsIn, standing, type Claim } from './event.ts';
import { askNoMore } from './question.ts';

/** See LinkStore.link. */
export function linkProfile(
  db: Database,
  claim: Claim,
  caseIds: readonly string[],
): Promise<LinkEvent | null> {
  return inTransaction(db, (session) => linkIn(db, claim, caseIds, session));
}

/** The same within a transaction. */
export async function linkIn(
  db: Database,
  claim: Claim,
  caseIds: readonly string[],
  session: ClientSession,
): Promise<LinkEvent | null> {
  const before = await eventsIn(db, claim.profileId, session);
  const last = standing(before);
  const own = last.find(({ customerId }) => customerId === claim.customerId);
  if (own?.what === 'linked') return null;
  if (own?.what === 'unlinked' && claim.by === EARSHOT) throw takenBack();
  await refuseAnother(db, claim, last, session);
  const changed: readonly ChangedCase[] = await giveCustomer(db, claim, caseIds, session);
  const event = { ...claim, what: 'linked' as const, why: null, changed };
  const added = await addEvent(db, event, before, session);
  await askNoMore(db, claim, session);
  return added;
}

/** In one CRM a profile is one record. */
async function refuseAnother(
  { models: { customers } }: Database,
  claim: Claim,
  last: readonly LinkDoc[],
  session: ClientSession,
): Promise<void> {
  const linked = last.filter(({ what }) => what === 'linked').map(({ customerId }) => customerId);
  if (linked.length === 0) return;
  const docs = await customers
    .find({ _id: { $in: [claim.customerId, ...linked] } })
    .select({ crm: 1 })
    .session(session)
    .lean();
  const crm = docs.find(({ _id }) => _id === claim.customerId)?.crm;
  if (docs.some((doc) => doc._id !== claim.customerId && doc.crm === crm))
    throw new StoreProblem(
      'refused',
      'This profile is linked to another record of the same customer system.',
      'Take that link back first, if it is wrong.',
    );
}

function takenBack(): StoreProblem {
  return new StoreProblem(
    'refused',
    'Somebody took this link back.',
    'A person has to say that they are one after all.',
  );
}
