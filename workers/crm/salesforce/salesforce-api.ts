import { z } from 'zod';
import type { JsonObject } from '../../../definitions/flow/json.ts';
import { askJson, refusal, type JsonAnswer, type JsonRequest } from '../../sdk/crm/ask-json.ts';
import { CrmProblem } from '../../sdk/crm/crm-problem.ts';
import type { SalesforceFile } from './salesforce-file.schema.ts';

/** Of the calls that an organisation has in a day, these many of a hundred are left to who waits for an answer. */
const LEFT_OF_HUNDRED = 5;

const TokenSchema = z.object({ access_token: z.string().min(1) });
const QuerySchema = z.object({
  done: z.boolean(),
  nextRecordsUrl: z.string().optional(),
  records: z.array(z.record(z.string(), z.unknown())),
});
const SavedSchema = z.object({ id: z.string().min(1), success: z.literal(true) });
const ErrorsSchema = z.array(z.object({ errorCode: z.string() }));

export interface SoqlPage {
  readonly records: readonly Readonly<Record<string, unknown>>[];
  /** Where the rest is; null if there is none. */
  readonly next: string | null;
}

/** Salesforce's REST API, as far as a CRM needs it. */
export interface SalesforceApi {
  query(soql: string, size: number, signal: AbortSignal): Promise<SoqlPage>;
  /** `next` of the page before. Rejects with 'wrong answer' for what leads out of the API. */
  queryMore(next: string, signal: AbortSignal): Promise<SoqlPage>;
  /** Writes under a key, once: what has the key already is written over. Answers its id. */
  upsert(object: string, key: string, fields: JsonObject, signal: AbortSignal): Promise<string>;
  /** Throws 'throttled' when so few of the day's calls are left that nothing but questions of people should be asked. */
  sparesCalls(): void;
}

export function salesforceApi(crm: string, file: SalesforceFile, clientSecret: string): SalesforceApi {
  const root = `/services/data/${file.version}`;
  let token: string | null = null;
  let usedOfHundred = 0;

  async function signIn(signal: AbortSignal): Promise<string> {
    if (token !== null) return token;
    const { json } = await askJson(crm, {
      method: 'POST',
      url: new URL('/services/oauth2/token', file.url),
      form: { grant_type: 'client_credentials', client_id: file.clientId, client_secret: clientSecret },
      signal,
    });
    token = TokenSchema.parse(json).access_token;
    return token;
  }

  /** A token lasts for some hours: one that is refused is asked for anew, once. */
  async function ask(path: string, request: Omit<JsonRequest, 'url'>, isAgain = false): Promise<JsonAnswer> {
    const headers = { ...request.headers, authorization: `Bearer ${await signIn(request.signal)}` };
    const url = new URL(path, file.url);
    const answer = await askJson(crm, { ...request, headers, url }, [400, 401, 403, 404]);
    note(answer.headers);
    if (answer.status < 300) return answer;
    const errors = ErrorsSchema.safeParse(answer.json);
    const codes = errors.success ? errors.data.map((error) => error.errorCode) : [];
    if (answer.status === 401 && !isAgain) {
      token = null;
      return ask(path, request, true);
    }
    if (codes.includes('REQUEST_LIMIT_EXCEEDED')) throw new CrmProblem(crm, 'throttled');
    if (codes.some((code) => code === 'INVALID_FIELD' || code === 'INVALID_TYPE')) {
      throw new CrmProblem(crm, 'refused', { says: 'knows no such field: look at its crm.json' });
    }
    throw refusal(crm, answer.status, answer.headers);
  }

  /** `Sforce-Limit-Info: api-usage=18/5000`. */
  function note(headers: Headers): void {
    const [, used, all] = /api-usage=(\d+)\/(\d+)/.exec(headers.get('sforce-limit-info') ?? '') ?? [];
    if (used !== undefined && all !== undefined) usedOfHundred = (100 * Number(used)) / Number(all);
  }

  function page(json: unknown): SoqlPage {
    const { done, records, nextRecordsUrl } = QuerySchema.parse(json);
    if (!done && nextRecordsUrl === undefined) throw new CrmProblem(crm, 'wrong answer');
    return { records, next: done ? null : (nextRecordsUrl ?? null) };
  }

  return {
    async query(soql, size, signal) {
      // Salesforce takes 200 to 2,000, and gives fewer as it pleases.
      const headers = { 'sforce-query-options': `batchSize=${Math.max(200, Math.min(size, 2_000))}` };
      const { json } = await ask(`${root}/query`, { query: { q: soql }, headers, signal });
      return page(json);
    },
    async queryMore(next, signal) {
      if (!/^\/services\/data\/v\d+\.\d\/query\/[\w-]+$/.test(next))
        throw new CrmProblem(crm, 'wrong answer');
      const { json } = await ask(next, { signal });
      return page(json);
    },
    async upsert(object, key, fields, signal) {
      const path = `${root}/sobjects/${object}/${file.keyField}/${encodeURIComponent(key)}`;
      const { json } = await ask(path, { method: 'PATCH', body: fields, signal });
      return SavedSchema.parse(json).id;
    },
    sparesCalls() {
      if (usedOfHundred < 100 - LEFT_OF_HUNDRED) return;
      throw new CrmProblem(crm, 'throttled', { says: 'has few calls left for today, and keeps them' });
    },
  };
}
