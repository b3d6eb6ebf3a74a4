import type { ChannelKind } from '../../definitions/model/mention.ts';
import type { Profile } from '../../definitions/model/customer.ts';
import { normaliseEmail } from './email.ts';
import { normalisePhone } from './phone.ts';

/** What a kind of channel warrants: whether others can read along, and which address of an author it has checked. */
const KINDS: {
  readonly [kind in ChannelKind]: {
    readonly private: boolean;
    readonly email: boolean;
    readonly phone: boolean;
  };
} = {
  tweet: { private: false, email: false, phone: false },
  blog: { private: false, email: false, phone: false },
  forum: { private: false, email: false, phone: false },
  email: { private: true, email: true, phone: false },
  phone: { private: true, email: false, phone: true },
  shop: { private: true, email: true, phone: false },
  chat: { private: true, email: false, phone: false },
  webhook: { private: false, email: false, phone: false },
};

/** Whether what is written there is seen by the company alone. */
export function isPrivate(kind: ChannelKind): boolean {
  return KINDS[kind].private;
}

/** Those addresses of a profile that its channel vouches for, normalised: where one can type any address, none. */
export function verifiedAddresses(
  profile: Pick<Profile, 'email' | 'phone'>,
  kind: ChannelKind,
): { readonly email: string | null; readonly phone: string | null } {
  const { email, phone } = KINDS[kind];
  return {
    email: email && profile.email !== null ? normaliseEmail(profile.email) : null,
    phone: phone && profile.phone !== null ? normalisePhone(profile.phone) : null,
  };
}
