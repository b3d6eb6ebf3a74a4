import { EARSHOT } from '../../../definitions/model/act.ts';
import type { Customer, LinkEvent, Profile } from '../../../definitions/model/customer.ts';
import type { ChannelKind } from '../../../definitions/model/mention.ts';
import { isPrivate } from '../../../engine/identity/verified.ts';
import { ASK_FROM, LINK_FROM } from '../../../engine/identity/register/thresholds.ts';
import type { LikelyMatch } from '../../../engine/store/register.ts';
import type { ActivityContext } from '../../sdk/context.ts';
import { idsOf } from './signs.ts';

/** Of so many likely customers a person is asked at most. */
const MOST_ASKED = 5;

/**
 * Weighs who somebody is likely to be where no sign is certain. Who is likely enough is linked, and answered; of others a
 * person is asked, and the case goes on meanwhile. What a person has said of a customer stands.
 */
export async function likelyCustomers(
  { store, call }: ActivityContext,
  profile: Profile,
  events: readonly LinkEvent[],
  kind: ChannelKind,
): Promise<readonly Customer[]> {
  const answered = new Set(idsOf(events, ['unlinked', 'not the same', 'linked']));
  const likely = await store.register.likely(profile, ASK_FROM);
  const open = likely.filter(({ customer }) => !answered.has(customer.id));
  const claim = (match: LikelyMatch) => ({
    profileId: profile.id,
    customerId: match.customer.id,
    how: 'likely by their fields' as const,
    evidence: evidenceOf(match, call.caseId),
    by: EARSHOT,
    at: call.at,
  });
  // In public anybody can call themselves as they like: there a person always says.
  const sure = isPrivate(kind)
    ? open.filter(({ probability, isHousehold }) => probability >= LINK_FROM && !isHousehold)
    : [];
  for (const match of sure) await store.links.link(claim(match), [call.caseId]);
  for (const match of open.filter((one) => !sure.includes(one)).slice(0, MOST_ASKED))
    await store.links.propose(claim(match), match.probability);
  return sure.map(({ customer }) => customer);
}

function evidenceOf(match: LikelyMatch, caseId: string): LinkEvent['evidence'] {
  const { probability, isHousehold, planId, waterfall } = match;
  const { prior, bits } = waterfall;
  const steps = waterfall.steps.map((step) => ({ ...step }));
  return { caseId, probability, isHousehold, planId, prior, bits, steps };
}
