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
  /** As the CRM writes it: which part of it is the day, only all records of the CRM tell. */
  readonly birthDate: string | null;
  /** Street and number. */
  readonly address: string | null;
  readonly locality: string | null;
  readonly postcode: string | null;
  readonly region: string | null;
  readonly since: string | null;
  readonly products: readonly string[];
  readonly extra: JsonObject;
}

/** A record of which a CRM says nothing but whose it is. */
export const NOTHING_SAID: Omit<Customer, 'id' | 'crm' | 'accountNumber'> = {
  name: null,
  email: null,
  phone: null,
  birthDate: null,
  address: null,
  locality: null,
  postcode: null,
  region: null,
  since: null,
  products: [],
  extra: {},
};

/** Something that a customer has of the company, as a CRM says it. */
export interface Product {
  readonly name: string;
  /** ISO 8601. */
  readonly since: string | null;
  readonly state: string | null;
}

/** One time that a customer and the company's support were in touch, as a CRM keeps it. */
export interface SupportContact {
  /** The CRM's own. */
  readonly id: string;
  /** ISO 8601. */
  readonly at: string | null;
  readonly channel: string | null;
  readonly about: string | null;
  /** How it ended, or where it stands. */
  readonly outcome: string | null;
  readonly by: string | null;
}

/**
 * What was said of a profile and a customer. proposed: they may be one, and a person is asked. linked: they are. not the
 * same: a person says that they are not. left open: a person could not tell. unlinked: what was linked is taken back.
 */
export type LinkAct = 'proposed' | 'linked' | 'not the same' | 'left open' | 'unlinked';

/** Why: certain signs, what their fields have in common, or somebody's word. */
export type LinkReason =
  | 'linked before'
  | 'verified email'
  | 'verified phone'
  | 'account number'
  | 'likely by their fields'
  | 'confirmed by a person';

/** A case to which a link gave its customer, as it was before. */
export interface ChangedCase {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly region: string | null;
}

/** One word on whether a profile is a customer. Append-only: a link is taken back by another event. */
export interface LinkEvent {
  readonly id: string;
  readonly profileId: string;
  readonly customerId: string;
  readonly what: LinkAct;
  readonly how: LinkReason;
  /** What spoke for it then: the case, certain signs, or chance, fields and the plan they were weighed by. */
  readonly evidence: JsonObject;
  readonly by: string;
  readonly at: string;
  readonly why: string | null;
  /** Cases that it gave a customer, or gave back; as they were before. */
  readonly changed: readonly ChangedCase[];
}

/** A profile and a customer of whom a person is to say whether they are one. */
export interface LinkQuestion {
  readonly profileId: string;
  readonly customerId: string;
  readonly probability: number;
  readonly since: string;
  /** The event that asks; a word on an older one is refused. */
  readonly eventId: string;
}
