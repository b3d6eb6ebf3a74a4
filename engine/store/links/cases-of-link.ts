import type { ClientSession } from 'mongoose';
import type { ChangedCase, LinkEvent } from '../../../definitions/model/customer.ts';
import { GOING_ON } from '../case/counts.ts';
import type { Database } from '../database.ts';

type Pair = Pick<LinkEvent, 'profileId' | 'customerId'>;

/**
 * Cases named, and open ones in which the profile speaks, get the customer, and their region from the record where they
 * have none; a case that has a customer keeps it. Answers what they were before.
 */
export async function giveCustomer(
  db: Database,
  { profileId, customerId }: Pair,
  caseIds: readonly string[],
  session: ClientSession,
): Promise<readonly ChangedCase[]> {
  const { cases, customers } = db.models;
  const named = new Set(caseIds);
  const ids = [...new Set([...caseIds, ...(await casesOf(db, profileId, session))])];
  const found = await cases
    .find({ _id: { $in: ids } })
    .select({ customerId: 1, region: 1, status: 1 })
    .session(session)
    .lean();
  const customer = await customers.findById(customerId).select({ region: 1 }).session(session).lean();
  const open = new Set<string>(GOING_ON);
  const changed = found
    .filter((doc) => doc.customerId === null && (named.has(doc._id) || open.has(doc.status)))
    .map((doc): ChangedCase => ({ caseId: doc._id, customerId: doc.customerId, region: doc.region }));
  for (const { caseId, region } of changed)
    await cases.updateOne(
      { _id: caseId },
      { $set: { customerId, region: region ?? customer?.region ?? null, changedAt: db.now() } },
      { session },
    );
  return changed;
}

/**
 * Gives cases of the profile that are the customer's back what they had before; those that came later, what they would have
 * without the link: `other`, whom the profile is as well, or nobody. Answers what they had until now.
 */
export async function takeCustomerBack(
  db: Database,
  link: Pick<LinkEvent, 'profileId' | 'customerId' | 'changed'>,
  other: string | null,
  session: ClientSession,
): Promise<readonly ChangedCase[]> {
  const { cases, customers } = db.models;
  const customer = await customers.findById(link.customerId).select({ region: 1 }).session(session).lean();
  const ofCustomer = await cases
    .find({ customerId: { $eq: link.customerId, $gt: '' } })
    .select({ customerId: 1, region: 1 })
    .session(session)
    .lean();
  const spoken = new Set(await casesOf(db, link.profileId, session));
  const before = new Map(link.changed.map((one) => [one.caseId, one]));
  const undone: ChangedCase[] = [];
  for (const doc of ofCustomer) {
    const was = before.get(doc._id) ?? { customerId: other, region: null };
    if (!before.has(doc._id) && !spoken.has(doc._id)) continue;
    // A region that somebody has set meanwhile stays.
    const isGiven = doc.region === (customer?.region ?? null);
    const back = { customerId: was.customerId, ...(isGiven ? { region: was.region } : {}) };
    await cases.updateOne({ _id: doc._id }, { $set: { ...back, changedAt: db.now() } }, { session });
    undone.push({ caseId: doc._id, customerId: doc.customerId, region: doc.region });
  }
  return undone;
}

async function casesOf(
  { models: { mentions } }: Database,
  profileId: string,
  session: ClientSession,
): Promise<readonly string[]> {
  const spoken = await mentions
    .find({ profileId, direction: 'inbound' })
    .select({ caseId: 1 })
    .session(session)
    .lean();
  return [...new Set(spoken.flatMap(({ caseId }) => caseId ?? []))];
}
