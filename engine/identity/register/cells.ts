import type { Customer, Profile } from '../../../definitions/model/customer.ts';
import type { MatchField } from '../matching/column.ts';

/** In what a profile and a customer can agree. */
export const REGISTER_FIELDS: readonly MatchField[] = [
  { name: 'name', kind: 'name' },
  { name: 'handle', kind: 'handle' },
  { name: 'e-mail', kind: 'email' },
  { name: 'phone', kind: 'phone' },
  { name: 'date of birth', kind: 'date of birth' },
  { name: 'address', kind: 'address' },
  { name: 'town', kind: 'locality' },
  { name: 'postcode', kind: 'postcode' },
];

/** What a profile can say: by nothing else can a customer be found for it. */
export const ASKED_BY: ReadonlySet<string> = new Set(['name', 'handle', 'e-mail', 'phone']);

/** What somebody or something says in each of `REGISTER_FIELDS`, as it was given; empty: nothing. */
export type Cells = readonly string[];

/** What a customer's record says. Who has no handle there is known by what stands before the @ of their address. */
export function customerCells(customer: Omit<Customer, 'id'>): Cells {
  const { name, email, phone, birthDate, address, locality, postcode } = customer;
  const handle = email === null ? null : (email.split('@')[0] ?? null);
  return [name, handle, email, phone, birthDate, address, locality, postcode].map((cell) => cell ?? '');
}

/** What a profile says. */
export function profileCells(profile: Omit<Profile, 'id' | 'channel' | 'externalId'>): Cells {
  const { name, handle, email, phone } = profile;
  return [name, handle, email, phone, null, null, null, null].map((cell) => cell ?? '');
}
