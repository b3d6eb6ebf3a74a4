import type { ClientSession } from 'mongoose';
import type { LinkEvent } from '../../../definitions/model/customer.ts';
import type { Database } from '../database.ts';
import { knownInstant } from '../iso.ts';
import { pairId } from './pair-id.ts';

/** A person is asked whether they are one; an earlier question of the same two is replaced. */
export async function ask(
  { models: { linkQuestions } }: Database,
  { id: eventId, profileId, customerId, at }: LinkEvent,
  probability: number,
  session: ClientSession,
): Promise<void> {
  const said = { profileId, customerId, probability, since: knownInstant(at), eventId };
  await linkQuestions.updateOne(
    { _id: pairId(profileId, customerId) },
    { $set: said },
    { upsert: true, session },
  );
}

/** Nobody is asked any more. */
export async function askNoMore(
  { models: { linkQuestions } }: Database,
  { profileId, customerId }: Pick<LinkEvent, 'profileId' | 'customerId'>,
  session: ClientSession,
): Promise<void> {
  await linkQuestions.deleteOne({ _id: pairId(profileId, customerId) }, { session });
}
