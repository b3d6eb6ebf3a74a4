import type { LinkEvent, Profile } from '../../../definitions/model/customer.ts';
import type { Mention } from '../../../definitions/model/mention.ts';
import { accountNumbersIn, normaliseAccountNumber } from '../../../engine/identity/account-number.ts';
import type { Evidence } from '../../../engine/identity/certain-match.ts';
import { isPrivate, verifiedAddresses } from '../../../engine/identity/verified.ts';
import { ActivityProblem } from '../../sdk/activity-problem.ts';
import type { ActivityContext } from '../../sdk/context.ts';
import { mentionsOfCall, newest } from '../mentions-of-call.ts';
import { askCrms } from './ask-crms.ts';

/**
 * Every certain sign there is, each with the record it points to. What a person took back, or said not to be the same,
 * is none; unless another person now gives the number of the account.
 */
export async function certainSigns(
  context: ActivityContext,
  profile: Profile,
  events: readonly LinkEvent[],
  accountText: string | null,
): Promise<readonly Evidence[]> {
  const { store } = context;
  if (accountText !== null) {
    const number = await accountOf(context, accountText);
    const confirmed = await askCrms(
      context,
      [{ by: 'account number', value: number }],
      'confirmed by a person',
    );
    if (confirmed.length > 0) return confirmed;
  }
  const linked = await store.customers.findMany(idsOf(events, ['linked']));
  const mentions = (await mentionsOfCall(context)).inbound;
  const kind = newest(mentions).kind;
  const { email, phone } = verifiedAddresses(profile, kind);
  const numbers = isPrivate(kind)
    ? mentions.flatMap((mention) => (mention.profileId === profile.id ? accountNumbersOf(mention) : []))
    : [];
  const found = await Promise.all([
    askCrms(context, email === null ? [] : [{ by: 'email', value: email }], 'verified email'),
    askCrms(context, phone === null ? [] : [{ by: 'phone', value: phone }], 'verified phone'),
    askCrms(
      context,
      [...new Set(numbers)].map((value) => ({ by: 'account number', value })),
      'account number',
    ),
  ]);
  const refused = new Set(idsOf(events, ['unlinked', 'not the same']));
  return [
    ...linked.map((customer): Evidence => ({ how: 'linked before', customer })),
    ...found.flat().filter(({ customer }) => !refused.has(customer.id)),
  ];
}

/** The customers of whom the last word is one of these. */
export function idsOf(events: readonly LinkEvent[], words: readonly LinkEvent['what'][]): readonly string[] {
  const last = new Map(events.map((event) => [event.customerId, event.what]));
  return [...last].flatMap(([id, what]) => (words.includes(what) ? [id] : []));
}

/** What stands in the words, and what a colleague who wrote them down noted beside. */
function accountNumbersOf({ text, noted }: Mention): readonly string[] {
  const given = noted?.accountNumber;
  return [...accountNumbersIn(text), ...(given === undefined ? [] : [normaliseAccountNumber(given)])];
}

async function accountOf({ store }: ActivityContext, textId: string): Promise<string> {
  const text = await store.texts.get(textId);
  if (text === null || 'erased' in text) throw new ActivityProblem('erased', { retry: false });
  return normaliseAccountNumber(text.text);
}
