import type { IncomingMention } from '../../definitions/model/mention.ts';
import type { LoggedCall } from '../../definitions/model/views/logged-call.ts';
import { normaliseAccountNumber } from '../identity/account-number.ts';
import { normaliseEmail } from '../identity/email.ts';
import { normalisePhone } from '../identity/phone.ts';

/** What was said in person, as a mention like any other. Beside it stands what was noted of the speaker. */
export function mentionOfCall(call: LoggedCall): IncomingMention {
  const { key, channel, who, said, at, brand, region } = call;
  const noted = {
    ...(who.accountNumber !== undefined && { accountNumber: who.accountNumber }),
    ...(region !== undefined && { region }),
  };
  return {
    channel,
    externalId: `logged ${key}`,
    direction: 'inbound',
    author: {
      externalId: speakerOf(call),
      ...(who.name !== undefined && { name: who.name }),
      ...(who.email !== undefined && { email: who.email }),
      ...(who.phone !== undefined && { phone: who.phone }),
    },
    text: said,
    occurredAt: at,
    ...(brand !== undefined && { brand }),
    ...(Object.keys(noted).length > 0 && { extra: { noted } }),
  };
}

/**
 * Who it was, as the channel knows people: by what is certain. A name is no sign that two who gave it are one, so
 * whoever gave nothing else is somebody of this call alone.
 */
function speakerOf({ key, who }: LoggedCall): string {
  const phone = who.phone === undefined ? null : normalisePhone(who.phone);
  const email = who.email === undefined ? null : normaliseEmail(who.email);
  if (phone !== null) return `phone ${phone}`;
  if (email !== null) return `email ${email}`;
  if (who.accountNumber !== undefined) return `account ${normaliseAccountNumber(who.accountNumber)}`;
  return `speaker of ${key}`;
}
