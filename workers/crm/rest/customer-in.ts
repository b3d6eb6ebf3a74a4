import { JsonSchema } from '../../../definitions/flow/json.schema.ts';
import type { SaidRecord } from '../../sdk/crm/crm-adapter.ts';
import { atPointer, textAt } from '../at-pointer.ts';
import type { RestFile } from './rest-file.schema.ts';

/** A customer as an answer says it. One without an account number has an empty one, which is found to be none. */
export function customerIn(item: unknown, places: RestFile['customer']): SaidRecord {
  const said = (at: string | readonly string[] | undefined): string | null =>
    at === undefined ? null : textAt(item, at);
  const listed = places.products === undefined ? [] : atPointer(item, places.products);
  const extra = Object.entries(places.extra).flatMap(([name, at]) => {
    const value = JsonSchema.safeParse(atPointer(item, at));
    return value.success ? [[name, value.data] as const] : [];
  });
  return {
    accountNumber: textAt(item, places.accountNumber) ?? '',
    name: said(places.name),
    email: said(places.email),
    phone: said(places.phone),
    birthDate: said(places.birthDate),
    address: said(places.address),
    locality: said(places.locality),
    postcode: said(places.postcode),
    region: said(places.region),
    since: said(places.since),
    products: Array.isArray(listed) ? listed.filter((product) => typeof product === 'string') : [],
    extra: Object.fromEntries(extra),
  };
}
