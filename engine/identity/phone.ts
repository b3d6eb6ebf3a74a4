import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/max';

/**
 * A phone number as E.164 ('+15550100199'), or null for what is no valid number. `country` (ISO 3166-1 alpha-2) reads
 * numbers written without their country's prefix; without it those are nobody's for certain.
 */
export function normalisePhone(given: string, country?: CountryCode): string | null {
  const number = parsePhoneNumberFromString(
    given.normalize('NFKC'),
    country === undefined ? {} : { defaultCountry: country },
  );
  return number?.isValid() === true ? number.number : null;
}
