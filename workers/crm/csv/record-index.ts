import { normaliseAccountNumber } from '../../../engine/identity/account-number.ts';
import { normaliseEmail } from '../../../engine/identity/email.ts';
import { normalisePhone } from '../../../engine/identity/phone.ts';
import type { CrmQuestion, CrmRecord } from '../../sdk/crm.ts';
import type { CountryCode } from 'libphonenumber-js/max';

/** Records by what they can be found by. */
export interface RecordIndex {
  find(question: CrmQuestion): readonly CrmRecord[];
  readonly size: number;
}

/** Indexes records by their normalised addresses; a value that is none finds nobody. */
export function indexRecords(records: readonly CrmRecord[], country?: CountryCode): RecordIndex {
  const byKey = new Map<string, CrmRecord[]>();
  const put = (by: CrmQuestion['by'], value: string | null, record: CrmRecord): void => {
    if (value === null || value === '') return;
    const key = `${by}:${value}`;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [record]);
    else known.push(record);
  };
  for (const record of records) {
    put('account number', normaliseAccountNumber(record.accountNumber), record);
    if (record.email !== null) put('email', normaliseEmail(record.email), record);
    if (record.phone !== null) put('phone', normalisePhone(record.phone, country), record);
  }
  return { find: ({ by, value }) => byKey.get(`${by}:${value}`) ?? [], size: records.length };
}
