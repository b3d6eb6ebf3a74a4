import type { Customer } from '../../definitions/model/customer.ts';

/** A record as a CRM says it. `crm` is the CRM's own name. */
export type CrmRecord = Omit<Customer, 'id'>;

/** One thing by which a record can be found for certain, normalised (engine/identity). */
export interface CrmQuestion {
  readonly by: 'email' | 'phone' | 'account number';
  readonly value: string;
}

/** The CRM has a record that fits and cannot be read. Somebody has to put it right over there. */
export class UnreadableRecord extends Error {
  override readonly name = 'UnreadableRecord';
}

/** A customer system that can be asked. Records are read, never changed. */
export interface Crm {
  readonly name: string;
  /**
   * All records that carry the value; none is an empty list. Rejects when the system does not answer; with
   * UnreadableRecord when it has one that nobody can read, which trying again will not change.
   */
  lookUp(question: CrmQuestion): Promise<readonly CrmRecord[]>;
  close?(): Promise<void>;
}

/** Checks what an engineer wrote down of a CRM; throws at start on an empty name. */
export function defineCrm(crm: Crm): Crm {
  if (crm.name.trim() === '') throw new Error('A CRM needs a name.');
  return crm;
}
