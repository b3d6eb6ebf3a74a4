import type { Product, SupportContact } from '../../../definitions/model/customer.ts';
import type {
  CrmField,
  CrmNote,
  CrmOffers,
  CrmRecord,
  CrmSearch,
  CrmTicket,
  CrmWritten,
  PageRequest,
} from '../crm.ts';
import type { GivenLimits } from './limits.ts';

/** A record as an adapter answers it: what is not said may be left out. */
export type SaidRecord = Partial<
  Nullable<Omit<CrmRecord, 'crm' | 'accountNumber' | 'products' | 'extra'>>
> & {
  readonly accountNumber: string;
  readonly products?: readonly string[];
  readonly extra?: CrmRecord['extra'];
};
type SaidProduct = Partial<Nullable<Product>> & { readonly name: string };
type SaidContact = Partial<Nullable<SupportContact>> & { readonly id: string };
type Nullable<T> = { readonly [member in keyof T]: T[member] | null | undefined };

/** `asOf` (ISO 8601) where the CRM answers from a copy; `unreadable`: records that fit and that nobody can read. */
export interface SaidPage<T> {
  readonly items: readonly T[];
  readonly next?: string | null;
  readonly asOf?: string;
  readonly unreadable?: number;
}
export interface SaidAnswer<T> {
  readonly value: T;
  readonly asOf?: string;
}

/**
 * A customer system as an engineer writes it: plain functions, of which only `search` must be there. What they answer
 * is checked; what they throw becomes a CrmProblem: throw one to say more. `signal` ends what is asked: hand it to
 * `fetch` and the like. Questions wait for their turn before they come here.
 */
export interface CrmAdapter {
  readonly name: string;
  readonly searchBy: readonly CrmField[];
  readonly freshness: CrmOffers['freshness'];
  /** Named if there is `addNote` or `openTicket`; see CrmOffers. */
  readonly writes?: 'keyed' | 'searchable' | 'once';
  readonly limits?: GivenLimits;
  /** ISO 3166-1 alpha-2: how its phone numbers without a country's prefix are read; asked after each answer. */
  readonly country?: string | undefined | (() => string | undefined);
  /**
   * How its account numbers are written, where it finds them in no other way: a `#` for each sign, `AC-####-##`. What is
   * asked for, without blanks and dashes, comes to the adapter like this.
   */
  readonly accountNumberAs?: string | undefined;

  /** All records that fit; by names and places it may answer more, by the certain fields what fits no better is dropped. */
  search(fields: CrmSearch, page: PageRequest, signal: AbortSignal): Promise<SaidPage<SaidRecord>>;
  fetch?(accountNumber: string, signal: AbortSignal): Promise<SaidAnswer<SaidRecord | null>>;
  /** The latest first. */
  history?(accountNumber: string, page: PageRequest, signal: AbortSignal): Promise<SaidPage<SaidContact>>;
  products?(accountNumber: string, signal: AbortSignal): Promise<SaidAnswer<readonly SaidProduct[]>>;
  list?(page: PageRequest, signal: AbortSignal): Promise<SaidPage<SaidRecord>>;
  addNote?(accountNumber: string, note: CrmNote, key: string, signal: AbortSignal): Promise<CrmWritten>;
  openTicket?(
    accountNumber: string,
    ticket: CrmTicket,
    key: string,
    signal: AbortSignal,
  ): Promise<CrmWritten>;
  findWritten?(accountNumber: string, key: string, signal: AbortSignal): Promise<CrmWritten | null>;
  close?(): Promise<void>;
}
