import type { WeighedField, WhoQuestion } from '../../definitions/model/views/who.ts';
import { capitalised } from '../words/locale.ts';
import { handleText } from './called.ts';
import { whoWords } from './who-words.ts';

/** How well what two say of a field agrees. */
export type Agreement = keyof typeof whoWords.agree;

/** One field of both. Null: that side does not say it. */
export interface PairRow {
  readonly field: keyof typeof whoWords.fields;
  readonly wrote: string | null;
  readonly customer: string | null;
  /** Null: one of both says nothing, which is no evidence. */
  readonly agreement: Agreement | null;
}

/** The same fields of both, in the same order; a field of which neither says anything is left out. */
export function pairRows({ profile, customer, fields }: WhoQuestion): readonly PairRow[] {
  const compared = (
    field: PairRow['field'],
    name: string,
    wrote: string | null,
    of: string | null,
  ): PairRow => ({
    field,
    wrote,
    customer: of,
    agreement: agreementOf(
      wrote,
      of,
      fields.find((one) => one.field === name),
    ),
  });
  const only = (field: PairRow['field'], wrote: string | null, of: string | null): PairRow => ({
    field,
    wrote,
    customer: of,
    agreement: null,
  });
  const address = [customer.address, customer.postcode, customer.locality, customer.region];
  const since = customer.since === null ? null : customer.since.slice(0, 4);
  return [
    compared('name', 'name', profile.name, customer.name),
    only('handle', profile.handle === null ? null : handleText(profile.handle), null),
    compared('email', 'e-mail', profile.email, customer.email),
    compared('phone', 'phone', profile.phone, customer.phone),
    only('where', profile.channel, capitalised(customer.crm)),
    only('account', null, customer.accountNumber),
    only('birthDate', null, customer.birthDate),
    only('address', null, listed(address)),
    only('since', null, since),
    only('products', null, listed(customer.products)),
  ].filter((row) => row.wrote !== null || row.customer !== null);
}

function agreementOf(
  wrote: string | null,
  customer: string | null,
  weighed: WeighedField | undefined,
): Agreement | null {
  if (wrote === null || customer === null) return null;
  if (plain(wrote) === plain(customer)) return 'same';
  if (weighed === undefined || weighed.left === null || weighed.right === null) return 'different';
  if (weighed.left === weighed.right) return 'same';
  return weighed.bits > 0 ? 'alike' : 'different';
}

/** How a word is capitalised and spaced is no difference. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s().-]+/g, '');
}

function listed(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : said.join(', ');
}
