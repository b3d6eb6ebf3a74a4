import type { CrmField, CrmSearch } from '../../sdk/crm.ts';
import type { ZendeskFile } from './zendesk-file.schema.ts';

type SearchedField = Exclude<CrmField, 'accountNumber'>;

/** What users are searched by, by the names that Zendesk's search gives it. */
export function searchNames(fields: ZendeskFile['fields']): ReadonlyMap<SearchedField, string> {
  const { birthDate, address, locality, postcode } = fields;
  const own = { birthDate, address, locality, postcode };
  return new Map<SearchedField, string>([
    ['email', 'email'],
    ['phone', 'phone'],
    ['name', 'name'],
    ...LIKELY.flatMap((field) => {
      const key = own[field];
      return key === undefined ? [] : [[field, key] as const];
    }),
  ]);
}

const LIKELY = ['birthDate', 'address', 'locality', 'postcode'] as const;

/**
 * What is asked, in Zendesk's search syntax: end users, with each value between quotes. A quote cannot stand in a value
 * there, so it is left out, as are the asterisks that stand for anything. Null where nothing is left of a value.
 */
export function zendeskQuery(asked: CrmSearch, names: ReadonlyMap<SearchedField, string>): string | null {
  const parts = [...names].flatMap(([field, name]) => {
    const value = asked[field];
    if (value === undefined) return [];
    const bare = value.replace(/["\\*\p{Cc}]/gu, ' ').trim();
    return [bare === '' ? null : `${name}:"${bare}"`];
  });
  return parts.includes(null) ? null : ['role:end-user', ...parts].join(' ');
}
