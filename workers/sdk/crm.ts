import type { Customer, Product, SupportContact } from '../../definitions/model/customer.ts';
import type { CrmLimits } from './crm/limits.ts';

/** A record as a CRM says it. `crm` is the CRM's own name. */
export type CrmRecord = Omit<Customer, 'id'>;

/** By which of these one record is found for certain; the others say who it is likely to be. */
export type CertainField = 'email' | 'phone' | 'accountNumber';
export type LikelyField = 'name' | 'birthDate' | 'postcode' | 'locality' | 'address';
export type CrmField = CertainField | LikelyField;

/**
 * What a record is searched by; of several, all must fit. E-mail addresses, phone numbers and account numbers are
 * normalised (engine/identity), a birth date is ISO 8601.
 */
export type CrmSearch = { readonly [field in CrmField]?: string };

/** One thing by which a record can be found for certain, normalised (engine/identity). */
export interface CrmQuestion {
  readonly by: 'email' | 'phone' | 'account number';
  readonly value: string;
}

export interface PageRequest {
  /** `next` of the page before; null for the first. */
  readonly cursor: string | null;
  readonly size: number;
}

/** `asOf` (ISO 8601): the time for which the answer holds. */
export interface CrmAnswer<T> {
  readonly value: T;
  readonly asOf: string;
}

/** `unreadable`: how many more stand on this page and cannot be read (of a list alone; elsewhere that is a problem). */
export interface CrmPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
  readonly asOf: string;
  readonly unreadable: number;
}

export interface CrmNote {
  readonly text: string;
  /** Who says it. */
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
}

export interface CrmTicket {
  readonly subject: string;
  readonly text: string;
}

export interface CrmWritten {
  readonly externalId: string;
}

export type CrmOperation =
  'search' | 'fetch' | 'history' | 'products' | 'addNote' | 'openTicket' | 'findWritten' | 'list';

/** What a CRM can do, as data. */
export interface CrmOffers {
  readonly searchBy: readonly CrmField[];
  readonly operations: readonly CrmOperation[];
  /**
   * What can be known of a note or a ticket after a doubt, as of a channel: keyed (a repeated key writes nothing),
   * searchable (`findWritten` tells), once (nobody can tell). Null: nothing is written there.
   */
  readonly writes: 'keyed' | 'searchable' | 'once' | null;
  /** Whether it answers what holds now, or what held when its copy was made. */
  readonly freshness: 'live' | 'copy';
}

/** What a call may take besides: `signal` ends it, `withinMs` is less than the CRM's own limit. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly withinMs?: number;
}

/**
 * A customer system that can be asked, guarded (see defineCrm). Everything rejects with a CrmProblem and nothing else,
 * but for a call that its caller ended, which rejects with the signal's reason.
 */
export interface Crm {
  readonly name: string;
  readonly offers: CrmOffers;
  readonly limits: CrmLimits;
  /** All records that carry the value, nobody where the CRM cannot be asked for such: what is certain, no likeness. */
  lookUp(question: CrmQuestion, options?: CallOptions): Promise<readonly CrmRecord[]>;
  /** One page of the records that fit. By names and places they may be more than those that fit. */
  search(fields: CrmSearch, page?: Partial<PageRequest>, options?: CallOptions): Promise<CrmPage<CrmRecord>>;
  fetch(accountNumber: string, options?: CallOptions): Promise<CrmAnswer<CrmRecord | null>>;
  /** One page of the customer's contacts with support, the latest first. */
  history(
    accountNumber: string,
    page?: Partial<PageRequest>,
    options?: CallOptions,
  ): Promise<CrmPage<SupportContact>>;
  products(accountNumber: string, options?: CallOptions): Promise<CrmAnswer<readonly Product[]>>;
  /** One page of all customers. See workers/sdk/crm/pages.ts for all pages. */
  list(page?: Partial<PageRequest>, options?: CallOptions): Promise<CrmPage<CrmRecord>>;
  /** `key` names the occasion, the same for every try. */
  addNote(accountNumber: string, note: CrmNote, key: string, options?: CallOptions): Promise<CrmWritten>;
  openTicket(
    accountNumber: string,
    ticket: CrmTicket,
    key: string,
    options?: CallOptions,
  ): Promise<CrmWritten>;
  /** The note or ticket that was written under the key; null if there is none. */
  findWritten(accountNumber: string, key: string, options?: CallOptions): Promise<CrmWritten | null>;
  /** Gives up what is asked at the moment. */
  close(): Promise<void>;
}
