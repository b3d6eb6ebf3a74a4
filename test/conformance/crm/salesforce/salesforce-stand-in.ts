import express, { type Express, type Request, type Response } from 'express';
import type { Fault, WrittenThere } from '../crm-under-test.ts';
import type { KnownPerson } from '../known-people.ts';
import { fits, readSoql } from './soql-stand-in.ts';

/**
 * Answers in the shapes of Salesforce's REST API, written from its public documentation (REST API Developer Guide:
 * “Query”, “Query More Results”, “Insert or Update (Upsert) a Record Using an External ID”, “Status Codes and Error
 * Responses”, “Limit Info Header”). It is no recording of the real service.
 */
export const CLIENT_SECRET = 'a secret of the connected app';
export const SALESFORCE_FILE = {
  kind: 'salesforce',
  clientId: '3MVG9earshot',
  clientSecret: 'SALESFORCE_SECRET',
  country: 'US',
  fields: { accountNumber: 'Customer_Number__c' },
  keyField: 'Earshot_Key__c',
};

const ROOT = '/services/data/v61.0';
/** Salesforce gives fewer at a time than it is asked for, as it pleases. */
const BATCH = 3;

type Fields = Readonly<Record<string, string | null>>;

interface Saved extends WrittenThere {
  readonly id: string;
  readonly key: string;
}

const contactIdOf = (person: KnownPerson): string => `003RO00${person.accountNumber}AAA`;

function rowsOf(people: readonly KnownPerson[], object: string): readonly Fields[] {
  const numberOf = (person: KnownPerson): Fields => ({ 'Contact.Customer_Number__c': person.accountNumber });
  if (object === 'Case') {
    return people.flatMap((person) =>
      person.contacts.map(({ id, at, channel, about, outcome }) => ({
        ...numberOf(person),
        Id: id,
        CreatedDate: at?.replace('Z', '+0000') ?? null,
        Origin: channel,
        Subject: about,
        Status: outcome,
        'Owner.Name': 'Nadia Okafor',
      })),
    );
  }
  if (object === 'Asset') {
    return people.flatMap((person) =>
      person.products.map(({ name, since, state }) => ({
        ...numberOf(person),
        Name: name,
        InstallDate: since,
        Status: state,
      })),
    );
  }
  return people.map((person) => ({
    Id: contactIdOf(person),
    Customer_Number__c: person.accountNumber,
    Name: person.name,
    Email: person.email,
    Phone: person.phone,
    Birthdate: person.birthDate,
    MailingStreet: person.address,
    MailingCity: person.locality,
    MailingPostalCode: person.postcode,
    MailingState: person.region,
    CreatedDate: person.since === null ? '2010-01-01T00:00:00.000+0000' : `${person.since}T00:00:00.000+0000`,
  }));
}

/** A record as it is told: fields of a related object inside that object. */
function recordOf(object: string, row: Fields, fields: readonly string[]): object {
  const record: Record<string, unknown> = {
    attributes: { type: object, url: `${ROOT}/sobjects/${object}/${row['Id']}` },
  };
  for (const field of fields) {
    const [of = '', name] = field.split('.');
    if (name === undefined) record[field] = row[field] ?? null;
    else record[of] = { attributes: { type: 'Name', url: `${ROOT}/sobjects/User/005` }, [name]: row[field] };
  }
  return record;
}

export function salesforce(people: readonly KnownPerson[]): {
  readonly routes: (app: Express) => void;
  readonly saved: Saved[];
  /** Makes all tokens worthless, as some hours do. */
  readonly expire: () => void;
  /** How many of the day's 5,000 calls are used. */
  readonly use: (calls: number) => void;
} {
  const saved: Saved[] = [];
  const open = new Map<string, readonly object[]>();
  let tokens = 0;
  let used = 18;

  const refuse = (response: Response, status: number, errorCode: string): void =>
    void response.status(status).json([{ message: `Something with ${errorCode}`, errorCode }]);

  function batch(response: Response, all: readonly object[], from: number, locator: string): void {
    const to = from + BATCH;
    const isDone = to >= all.length;
    response.json({
      totalSize: all.length,
      done: isDone,
      ...(isDone ? {} : { nextRecordsUrl: `${ROOT}/query/${locator}-${to}` }),
      records: all.slice(from, to),
    });
  }

  function query(request: Request, response: Response): void {
    const batchSize = Number(/batchSize=(\d+)/.exec(request.get('sforce-query-options') ?? '')?.[1]);
    if (batchSize < 200 || batchSize > 2_000) return refuse(response, 400, 'INVALID_QUERY_OPTIONS');
    const soql = readSoql(String(request.query['q']));
    if (soql === null) return refuse(response, 400, 'MALFORMED_QUERY');
    const rows = rowsOf(people, soql.object);
    const known = new Set(Object.keys(rows[0] ?? {}));
    const asked = [...soql.fields, ...soql.where.map(({ field }) => field)];
    if (rows.length > 0 && asked.some((field) => !known.has(field)))
      return refuse(response, 400, 'INVALID_FIELD');
    const { orderBy, descending } = soql;
    const found = rows
      .filter((row) => soql.where.every(({ field, is, value }) => fits(row[field] ?? null, is, value)))
      .sort((a, b) => {
        const [one, other] = [a[orderBy ?? 'Id'] ?? '', b[orderBy ?? 'Id'] ?? ''];
        return (one < other ? -1 : one > other ? 1 : 0) * (descending ? -1 : 1);
      })
      .slice(0, soql.limit)
      .map((row) => recordOf(soql.object, row, soql.fields));
    const locator = `01gRO00000${String(open.size).padStart(5, '0')}YAA`;
    open.set(locator, found);
    batch(response, found, 0, locator);
  }

  return {
    saved,
    expire: () => (tokens += 1),
    use: (calls) => (used = calls),
    routes(app) {
      app.use(express.urlencoded({ extended: false }));
      app.post('/services/oauth2/token', (request, response) => {
        const { grant_type: grant, client_secret: secret } = request.body;
        if (grant !== 'client_credentials' || secret !== CLIENT_SECRET) {
          return void response
            .status(400)
            .json({ error: 'invalid_client', error_description: 'invalid client' });
        }
        response.json({
          access_token: `00D!${tokens}`,
          instance_url: 'https://earshot.my.salesforce.com',
          token_type: 'Bearer',
        });
      });
      app.use((request, response, next) => {
        response.set('sforce-limit-info', `api-usage=${used}/5000`);
        if (request.get('authorization') === `Bearer 00D!${tokens}`) next();
        else refuse(response, 401, 'INVALID_SESSION_ID');
      });
      app.get(`${ROOT}/query`, query);
      app.get(`${ROOT}/query/:locator`, (request, response) => {
        const [locator = '', from] = request.params.locator.split('-');
        batch(response, open.get(locator) ?? [], Number(from), locator);
      });
      app.patch(`${ROOT}/sobjects/:object/Earshot_Key__c/:key`, (request, response) => {
        const { object, key } = request.params;
        const { WhoId, ContactId, Description } = request.body;
        const person = people.find((one) => contactIdOf(one) === (WhoId ?? ContactId));
        if (person === undefined) return refuse(response, 400, 'INVALID_CROSS_REFERENCE_KEY');
        const kind = object === 'Task' ? 'note' : 'ticket';
        const known = saved.find((one) => one.key === key && one.kind === kind);
        const id = known?.id ?? `00T${saved.length}`;
        if (known === undefined) {
          saved.push({ id, key, kind, accountNumber: person.accountNumber, text: Description });
        }
        const status = known === undefined ? 201 : 200;
        response.status(status).json({ id, success: true, errors: [], created: known === undefined });
      });
    },
  };
}

interface Page {
  readonly records: readonly object[];
}
const isPage = (body: unknown): body is Page =>
  typeof body === 'object' && body !== null && 'records' in body && Array.isArray(body.records);

let invented = 0;

/** How Salesforce might go wrong in its own shapes. */
export function spoilSalesforce(fault: Fault, body: unknown): unknown {
  if (!isPage(body)) return body;
  const [first] = body.records;
  const more = (locator: string) => ({ done: false, nextRecordsUrl: `${ROOT}/query/${locator}` });
  switch (fault) {
    case 'error inside':
      return [{ message: 'Your query request was running for too long.', errorCode: 'QUERY_TIMEOUT' }];
    case 'same id twice':
      return { ...body, records: [...body.records, { ...first, MailingState: 'Elsewhere' }] };
    case 'no account number':
      return { ...body, records: [{ ...first, Customer_Number__c: null }] };
    case 'same cursor':
      return { ...body, ...more('01gSAME-3') };
    case 'endless pages':
      invented += 1;
      return {
        ...body,
        records: [{ ...first, Customer_Number__c: `9${invented}` }],
        ...more(`01gNEXT-${invented}`),
      };
    default:
      return body;
  }
}
