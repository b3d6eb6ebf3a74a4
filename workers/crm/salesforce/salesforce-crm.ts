import { JsonSchema } from '../../../definitions/flow/json.schema.ts';
import type { Crm, CrmField, CrmSearch, PageRequest } from '../../sdk/crm.ts';
import type { CrmAdapter, SaidPage, SaidRecord } from '../../sdk/crm/crm-adapter.ts';
import { CrmProblem } from '../../sdk/crm/crm-problem.ts';
import { CRM_FIELDS } from '../../sdk/crm/questions.ts';
import { defineCrm } from '../../sdk/define-crm.ts';
import { textAt } from '../at-pointer.ts';
import { keyHash } from '../key-hash.ts';
import { salesforceApi, type SalesforceApi, type SoqlPage } from './salesforce-api.ts';
import type { SalesforceFile } from './salesforce-file.schema.ts';
import { phonePattern, soqlDate, soqlText } from './soql.ts';

const SAID = [...CRM_FIELDS, 'region', 'since'] as const;
const LONGEST_SUBJECT = 255;

/**
 * Salesforce, by its REST API: contacts are customers, their cases the support history, their assets the products. Notes
 * are closed tasks, tickets are cases. Checked against shapes written from Salesforce's public documentation, never
 * against the real service.
 *
 * Nothing is sent by the composite resource, though it would save a call: it puts answers where a text says `@{…}`, and
 * texts here are other people's.
 */
export function salesforceCrm(options: {
  readonly name: string;
  readonly file: SalesforceFile;
  readonly clientSecret: string;
}): Crm {
  const { name, file, clientSecret } = options;
  const { fields } = file;
  const api = salesforceApi(name, file, clientSecret);
  const select = `SELECT Id, ${[...new Set([...SAID.map((field) => fields[field]), ...file.extra])].join(', ')} FROM Contact`;
  const isTheirs = (accountNumber: string): string =>
    `Contact.${fields.accountNumber} = ${soqlText(accountNumber)}`;

  function customerOf(record: Readonly<Record<string, unknown>>): SaidRecord {
    const extra = file.extra.flatMap((field) => {
      const value = JsonSchema.safeParse(textAt(record, pointerOf(field)));
      return value.success && value.data !== null ? [[field, value.data] as const] : [];
    });
    const said = Object.fromEntries(SAID.map((field) => [field, textAt(record, pointerOf(fields[field]))]));
    return { ...said, accountNumber: said['accountNumber'] ?? '', extra: Object.fromEntries(extra) };
  }

  const customers = (page: SoqlPage): SaidPage<SaidRecord> => ({
    items: page.records.map(customerOf),
    next: page.next,
  });

  const adapter: CrmAdapter = {
    name,
    searchBy: CRM_FIELDS,
    freshness: 'live',
    country: file.country,
    accountNumberAs: file.accountNumberAs,
    limits: { ...file.limits, pageSize: file.limits.pageSize ?? 200 },
    ...(file.keyField !== undefined && writesOf(name, api, fields.accountNumber)),
    async search(asked, page, signal) {
      const where = conditions(asked, fields);
      if (where === null) return { items: [] };
      const soql = `${select} WHERE ${fields.accountNumber} != null AND ${where} ORDER BY Id`;
      return customers(await pageOf(api, soql, page, signal));
    },
    async fetch(accountNumber, signal) {
      const soql = `${select} WHERE ${fields.accountNumber} = ${soqlText(accountNumber)} LIMIT 2`;
      const { records } = await api.query(soql, 2, signal);
      if (records.length > 1) throw new CrmProblem(name, 'unreadable record');
      const [record] = records;
      return { value: record === undefined ? null : customerOf(record) };
    },
    async list(page, signal) {
      api.sparesCalls();
      const soql = `${select} WHERE ${fields.accountNumber} != null ORDER BY Id`;
      return customers(await pageOf(api, soql, page, signal));
    },
    async history(accountNumber, page, signal) {
      const soql = `SELECT Id, CreatedDate, Origin, Subject, Status, Owner.Name FROM Case
        WHERE ${isTheirs(accountNumber)} ORDER BY CreatedDate DESC`.replace(/\s+/g, ' ');
      const { records, next } = await pageOf(api, soql, page, signal);
      const items = records.map((record) => ({
        id: textAt(record, '/Id') ?? '',
        at: textAt(record, '/CreatedDate'),
        channel: textAt(record, '/Origin'),
        about: textAt(record, '/Subject'),
        outcome: textAt(record, '/Status'),
        by: textAt(record, '/Owner/Name'),
      }));
      return { items, next };
    },
    async products(accountNumber, signal) {
      const soql = `SELECT Name, InstallDate, Status FROM Asset WHERE ${isTheirs(accountNumber)} ORDER BY Name`;
      const { records } = await api.query(soql, 2_000, signal);
      const value = records.map((record) => ({
        name: textAt(record, '/Name') ?? '',
        since: textAt(record, '/InstallDate'),
        state: textAt(record, '/Status'),
      }));
      return { value };
    },
  };
  return defineCrm(adapter);
}

/** What is written, under the customer's own id: a number that nobody has is refused before. */
function writesOf(
  crm: string,
  api: SalesforceApi,
  numberField: string,
): Required<Pick<CrmAdapter, 'writes' | 'addNote' | 'openTicket'>> {
  async function contactId(accountNumber: string, signal: AbortSignal): Promise<string> {
    const soql = `SELECT Id FROM Contact WHERE ${numberField} = ${soqlText(accountNumber)} LIMIT 2`;
    const { records } = await api.query(soql, 2, signal);
    if (records.length > 1) throw new CrmProblem(crm, 'unreadable record');
    const id = textAt(records[0], '/Id');
    if (id === null) throw new CrmProblem(crm, 'refused', { says: 'knows no such customer' });
    return id;
  }
  return {
    writes: 'keyed',
    async addNote(accountNumber, note, key, signal) {
      const WhoId = await contactId(accountNumber, signal);
      const text = `${note.text}\n\n${note.by}, ${note.at}`;
      const task = { WhoId, Subject: 'Earshot', Description: text, Status: 'Completed' };
      return { externalId: await api.upsert('Task', keyHash(key), task, signal) };
    },
    async openTicket(accountNumber, ticket, key, signal) {
      const ContactId = await contactId(accountNumber, signal);
      const Subject = [...ticket.subject].slice(0, LONGEST_SUBJECT).join('');
      const matter = { ContactId, Subject, Description: ticket.text, Origin: 'Web' };
      return { externalId: await api.upsert('Case', keyHash(key), matter, signal) };
    },
  };
}

function pageOf(
  api: SalesforceApi,
  soql: string,
  { cursor, size }: PageRequest,
  signal: AbortSignal,
): Promise<SoqlPage> {
  return cursor === null ? api.query(soql, size, signal) : api.queryMore(cursor, signal);
}

/** What is asked for, as SOQL; null for a day that is none. */
function conditions(asked: CrmSearch, fields: SalesforceFile['fields']): string | null {
  const parts = CRM_FIELDS.flatMap((field) => {
    const value = asked[field];
    return value === undefined ? [] : [condition(field, fields[field], value)];
  });
  return parts.includes(null) ? null : parts.join(' AND ');
}

function condition(field: CrmField, name: string, value: string): string | null {
  if (field === 'phone') return `${name} LIKE ${phonePattern(value)}`;
  if (field !== 'birthDate') return `${name} = ${soqlText(value)}`;
  const day = soqlDate(value);
  return day === null ? null : `${name} = ${day}`;
}

/** A field of a related object is told inside that object. */
function pointerOf(field: string): string {
  return `/${field.replaceAll('.', '/')}`;
}
