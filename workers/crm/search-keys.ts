import type { CountryCode } from 'libphonenumber-js/max';
import { plainText } from '../../engine/identity/matching/plain-text.ts';
import type { CrmField } from '../sdk/crm.ts';
import { comparable } from '../sdk/crm/questions.ts';

/**
 * By what a value is found, for CRMs that bring an index of their own: a record fits if it has all keys of what is
 * asked. Names and addresses are found by any of their words, dates however their parts are ordered.
 */
export function searchKeys(field: CrmField, value: string, country?: CountryCode): readonly string[] {
  switch (field) {
    case 'email':
    case 'phone':
    case 'accountNumber': {
      const key = comparable(field, value, country);
      return key === null ? [] : [key];
    }
    case 'birthDate': {
      const digits = value.match(/\d+/g)?.map(withoutZeros).sort().join(' ');
      return digits === undefined ? [] : [digits];
    }
    case 'postcode': {
      const code = plainText(value)?.replaceAll(' ', '');
      return code === undefined ? [] : [code];
    }
    case 'name':
    case 'locality':
    case 'address':
      return [...new Set(plainText(value)?.split(' ') ?? [])];
  }
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=.)/, '');
}
