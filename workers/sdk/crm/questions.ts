import { isSupportedCountry, type CountryCode } from 'libphonenumber-js/max';
import { normaliseAccountNumber } from '../../../engine/identity/account-number.ts';
import { normaliseEmail } from '../../../engine/identity/email.ts';
import { normalisePhone } from '../../../engine/identity/phone.ts';
import type { CertainField, CrmField, CrmSearch } from '../crm.ts';

export const CERTAIN: readonly CertainField[] = ['email', 'phone', 'accountNumber'];
export const CRM_FIELDS: readonly CrmField[] = [
  ...CERTAIN,
  'name',
  'birthDate',
  'postcode',
  'locality',
  'address',
];

/** Longer than anything that is searched for. */
const LONGEST = 256;

/** A certain field as it is compared; null for what is none. */
export function comparable(field: CertainField, value: string, country?: CountryCode): string | null {
  if (field === 'email') return normaliseEmail(value);
  if (field === 'phone') return normalisePhone(value, country);
  return normaliseAccountNumber(value) || null;
}

/** Whether a record carries all the certain fields that were searched for; the others are not looked at. */
export function carries(
  record: { readonly [field in CertainField]: string | null },
  fields: CrmSearch,
  country?: CountryCode,
): boolean {
  return CERTAIN.every((field) => {
    const [asked, said] = [fields[field], record[field]];
    return (
      asked === undefined ||
      (said !== null && comparable(field, said, country) === comparable(field, asked, country))
    );
  });
}

/**
 * What is asked of the CRM: blank values left out, half characters mended. Null if nobody can be found by it: nothing
 * is asked, a value is longer than any, or says no address or number.
 */
export function askable(fields: CrmSearch, country?: CountryCode): CrmSearch | null {
  const asked = Object.entries(fields).flatMap(([field, value]) =>
    value === undefined || value.trim() === '' ? [] : [[field, wellFormed(value.trim())] as const],
  );
  const search: CrmSearch = Object.fromEntries(asked);
  const none = CERTAIN.some((field) => {
    const value = search[field];
    return value !== undefined && comparable(field, value, country) === null;
  });
  return asked.length === 0 || none || asked.some(([, value]) => value.length > LONGEST) ? null : search;
}

/** The fields that are asked for, for whoever checks whether they are offered. */
export function fieldsOf(fields: CrmSearch): readonly CrmField[] {
  return CRM_FIELDS.filter((field) => fields[field] !== undefined);
}

/** Whether it can be somebody's number at all: not empty, not longer than any, and no step up in an address. */
export function isAccountNumber(value: string): boolean {
  return value.trim() !== '' && value.length <= LONGEST && !/^\.+$/.test(value);
}

/**
 * An account number as its CRM writes it: `pattern` has a `#` for each sign of the number, `AC-####-##`. As it is where
 * it does not fit.
 */
export function writtenAs(pattern: string, value: string): string {
  const signs = [...normaliseAccountNumber(value)];
  let place = 0;
  let written = '';
  for (const part of pattern) {
    const isKept = part === '#' || part.toUpperCase() === signs[place];
    if (isKept && place >= signs.length) return value;
    if (!isKept && normaliseAccountNumber(part) !== '') return value;
    written += isKept ? (signs[place] ?? '') : part;
    if (isKept) place += 1;
  }
  return place === signs.length ? written : value;
}

/** Half characters (lone surrogates) cannot be sent anywhere. */
export function wellFormed(value: string): string {
  return value.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Undefined for what is no country: its numbers without a prefix are nobody's for certain. */
export function countryOf(code: string | undefined): CountryCode | undefined {
  return code !== undefined && isSupportedCountry(code) ? code : undefined;
}
