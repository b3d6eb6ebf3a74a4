import type { Customer, LinkEvent, Product, Profile, SupportContact } from '../customer.ts';
import type { CaseStatus } from '../case.ts';
import type { Named } from './page.ts';

/** What one field says for (above 0) or against two being one, in bits, and in words. */
export interface WeighedField {
  readonly field: string;
  readonly left: string | null;
  readonly right: string | null;
  readonly bits: number;
  readonly words: string;
}

/** Two of whom a person is to say whether they are one: who wrote, and a customer. */
export interface WhoQuestion {
  /** The event that asks; it goes back with the answer. */
  readonly eventId: string;
  readonly since: string;
  readonly probability: number;
  readonly isHousehold: boolean;
  readonly profile: Profile;
  readonly customer: Customer;
  /** What it says before any field is looked at, in bits. */
  readonly prior: number;
  readonly fields: readonly WeighedField[];
  /** What they wrote last, and where. */
  readonly said: { readonly text: string; readonly at: string; readonly caseId: string | null } | null;
  /** Who took a link of these two back before, and why. */
  readonly takenBack: { readonly by: Named; readonly at: string; readonly why: string } | null;
}

/** What comes of an answer. */
export interface WhoAnswered {
  /** How many questions wait now. */
  readonly open: number;
  /** The link that it made, by which it can be taken back; null: it made none. */
  readonly linkId: string | null;
}

/** One record of a customer, as a CRM says it, and why it is thought to be the one who wrote. */
export interface CardRecord {
  readonly customer: Customer;
  /** For when that holds. */
  readonly asOf: string | null;
  readonly products: readonly Product[];
  /** Times that they were in touch with support, the latest first. */
  readonly contacts: readonly SupportContact[];
  readonly link: CardLink;
}
export interface CardLink {
  readonly id: string;
  readonly profileId: string;
  readonly how: LinkEvent['how'];
  /** Null: Earshot itself. */
  readonly by: Named | null;
  readonly at: string;
  /** Null where the sign was certain. */
  readonly probability: number | null;
}

/** Records that say different things of one field. */
export interface CardConflict {
  readonly field: 'name' | 'birthDate' | 'region' | 'email' | 'phone' | 'address' | 'locality' | 'postcode';
  readonly said: readonly { readonly crm: string; readonly value: string }[];
}

/** A customer system, and whether what stands here of it is what it says now. */
export interface CardSource {
  readonly crm: string;
  /** What is wrong with it; null: it answers. */
  readonly trouble: string | null;
  readonly since: string;
  readonly answeredAt: string | null;
}

/** All that is known of who writes in a case. */
export interface CustomerCard {
  readonly records: readonly CardRecord[];
  readonly conflicts: readonly CardConflict[];
  readonly sources: readonly CardSource[];
  /** Other accounts of theirs on channels. */
  readonly profiles: readonly Profile[];
  /** Their other cases, the latest first. */
  readonly cases: readonly CardCase[];
  /** How many questions on who they are wait for a person. */
  readonly questions: number;
}
export interface CardCase {
  readonly id: string;
  readonly title: string;
  readonly channel: string;
  readonly status: CaseStatus;
  readonly openedAt: string;
}
