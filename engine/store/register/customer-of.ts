import type { Customer } from '../../../definitions/model/customer.ts';
import type { CustomerDoc } from '../models/customer.ts';

/** A customer as the other rooms know it, without what it is found by. */
export function customerOf(doc: CustomerDoc): Customer {
  const { _id, crm, accountNumber, name, email, phone, region, since, products, extra } = doc;
  // Older documents do not have them.
  const { birthDate = null, address = null, locality = null, postcode = null } = doc;
  const said = { name, email, phone, birthDate, address, locality, postcode, region, since, products, extra };
  return { id: _id, crm, accountNumber, ...said };
}
