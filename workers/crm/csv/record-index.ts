import { normaliseAccountNumber } from '../../../engine/identity/account-number.ts';
import { normaliseEmail } from '../../../engine/identity/email.ts';
import { normalisePhone } from '../../../engine/identity/phone.ts';
import { UnreadableRecord, type CrmQuestion, type CrmRecord } from '../../sdk/crm.ts';
import type { CountryCode } from 'libphonenumber-js/max';
import type { RecordFile } from './read-records.ts';

/** Records by what they can be found by. */
export interface RecordIndex {
  /** Throws UnreadableRecord when a row that cannot be read holds the value. */
  find(question: CrmQuestion): readonly CrmRecord[];
  readonly size: number;
}

/** Indexes records by their normalised addresses; a value that is none finds nobody. */
export function indexRecords(files: readonly RecordFile[], country?: CountryCode): RecordIndex {
  const byKey = new Map<string, CrmRecord[]>();
  const unreadable = new Set<string>();
  const put = (key: string | null, record: CrmRecord): void => {
    if (key === null) return;
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [record]);
    else known.push(record);
  };
  const keyOf: { readonly [by in CrmQuestion['by']]: (value: string) => string | null } = {
    'account number': (value) => key('account number', normaliseAccountNumber(value)),
    email: (value) => key('email', normaliseEmail(value)),
    phone: (value) => key('phone', normalisePhone(value, country)),
  };
  const records = files.flatMap((file) => file.records);
  for (const record of records) {
    put(keyOf['account number'](record.accountNumber), record);
    if (record.email !== null) put(keyOf.email(record.email), record);
    if (record.phone !== null) put(keyOf.phone(record.phone), record);
  }
  for (const cell of files.flatMap((file) => file.unreadable.flat())) {
    for (const inKind of Object.values(keyOf)) {
      const found = inKind(cell);
      if (found !== null) unreadable.add(found);
    }
  }
  return {
    find({ by, value }) {
      const asked = `${by}:${value}`;
      if (unreadable.has(asked)) throw new UnreadableRecord();
      return byKey.get(asked) ?? [];
    },
    size: records.length,
  };
}

function key(by: CrmQuestion['by'], value: string | null): string | null {
  return value === null || value === '' ? null : `${by}:${value}`;
}
