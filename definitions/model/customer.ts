import type { JsonObject } from '../flow/json.ts';

/** An account on a channel. */
export interface Profile {
  readonly id: string;
  readonly channel: string;
  readonly externalId: string;
  readonly name: string | null;
  readonly handle: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/** A record in one of the company's CRMs, as that CRM says it. Source records are never changed. */
export interface Customer {
  readonly id: string;
  readonly crm: string;
  readonly accountNumber: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly region: string | null;
  readonly since: string | null;
  readonly products: readonly string[];
  readonly extra: JsonObject;
}

/** The claim that a profile is a customer. Append-only: a link is undone by another event. */
export interface LinkEvent {
  readonly id: string;
  readonly profileId: string;
  readonly customerId: string;
  readonly what: 'linked' | 'unlinked';
  readonly how:
    'linked before' | 'verified email' | 'verified phone' | 'account number' | 'confirmed by a person';
  readonly evidence: JsonObject;
  readonly by: string;
  readonly at: string;
}
