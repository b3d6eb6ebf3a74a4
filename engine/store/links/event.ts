import type { ClientSession } from 'mongoose';
import type { LinkEvent } from '../../../definitions/model/customer.ts';
import type { Database } from '../database.ts';
import { iso, knownInstant } from '../iso.ts';
import type { LinkDoc } from '../models/link.ts';

/** That a profile is a customer, or may be, and why. */
export type Claim = Pick<LinkEvent, 'profileId' | 'customerId' | 'how' | 'evidence' | 'by' | 'at'>;

/** What stands of the profile's events, the last one on each customer. */
export function standing<E extends { readonly customerId: string }>(events: readonly E[]): readonly E[] {
  return [...new Map(events.map((event) => [event.customerId, event])).values()];
}

/** All events of a profile as the transaction sees them, oldest first. */
export async function eventsIn(
  { models: { links } }: Database,
  profileId: string,
  session: ClientSession,
): Promise<readonly LinkDoc[]> {
  return links.find({ profileId }).sort({ n: 1 }).session(session).lean();
}

/** Adds an event behind those of its profile. */
export async function addEvent(
  db: Database,
  event: Omit<LinkEvent, 'id'>,
  before: readonly LinkDoc[],
  session: ClientSession,
): Promise<LinkEvent> {
  const { at, ...rest } = event;
  const doc: LinkDoc = { _id: db.newId(), ...rest, at: knownInstant(at), n: (before.at(-1)?.n ?? 0) + 1 };
  await db.models.links.insertMany([doc], { session, lean: true });
  return linkOf(doc);
}

export function linkOf(doc: LinkDoc): LinkEvent {
  const { _id, n: _n, at, why = null, changed = [], ...rest } = doc;
  return { id: _id, ...rest, at: iso(at), why, changed };
}
