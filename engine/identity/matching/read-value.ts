import { normaliseEmail } from '../email.ts';
import { birthDate, dayOrderOf, type DayOrder } from './birth-date.ts';
import type { FieldKind } from './field-kind.ts';
import { plainName, plainWholeName } from './person-name.ts';
import { plainText } from './plain-text.ts';
import { mailbox } from './mailbox.ts';
import { plainStreet } from './street-words.ts';

/** Reads what stands in a field into what is compared; null: it says nothing. */
export type ReadValue = (given: string) => string | null;

/** How the values of one field are read. `given` are all of them, for a date does not say by itself which of its parts is the day. */
export function readerOf(kind: FieldKind, given: () => readonly string[]): ReadValue {
  return kind === 'date of birth' ? valueReader(kind, dayOrderOf(given())) : valueReader(kind, 'day first');
}

/** How a value of a kind is read where the order of day and month is known. */
export function valueReader(kind: FieldKind, order: DayOrder): ReadValue {
  return kind === 'date of birth' ? (given) => birthDate(given, order) : READERS[kind];
}

const READERS: { readonly [kind in Exclude<FieldKind, 'date of birth'>]: ReadValue } = {
  'given name': plainName,
  'family name': plainName,
  name: plainWholeName,
  email: (given) => {
    const address = normaliseEmail(given);
    return address === null ? null : mailbox(address);
  },
  handle: compactText,
  phone: phoneDigits,
  'street number': compactText,
  street: plainStreet,
  address: plainStreet,
  locality: plainText,
  postcode: compactText,
  state: plainText,
  identifier: compactText,
};

function compactText(given: string): string | null {
  const text = plainText(given)?.replaceAll(' ', '') ?? null;
  return text !== null && /^0+$/.test(text) ? null : text;
}

/**
 * The digits of a phone number without its country's and trunk prefix, as far as they can be told: what a number written
 * at home and one written abroad have in common is the end. Null for fewer than six.
 */
function phoneDigits(given: string): string | null {
  const digits = given.normalize('NFKC').replace(/\D/g, '').replace(/^0+/, '');
  return digits.length < 6 || /^(\d)\1*$/.test(digits) ? null : digits;
}
