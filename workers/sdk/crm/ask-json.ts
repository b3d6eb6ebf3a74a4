import type { Json } from '../../../definitions/flow/json.ts';
import { CrmProblem } from './crm-problem.ts';
import { retryAfterMs } from './retry-after.ts';

/** More than any page of records. */
const MOST_BYTES = 8_000_000;

/** One request to a CRM. `query` leaves out what is undefined. */
export interface JsonRequest {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: URL;
  readonly query?: { readonly [name: string]: string | undefined };
  readonly headers?: { readonly [name: string]: string };
  readonly body?: Json;
  /** Sent instead of a body, as a form. */
  readonly form?: { readonly [name: string]: string };
  readonly signal: AbortSignal;
}

export interface JsonAnswer {
  readonly status: number;
  readonly headers: Headers;
  /** Null where nothing was said. */
  readonly json: unknown;
}

/**
 * Asks a CRM over HTTP and reads its JSON. Answers what it said with 2xx, and with those of `expected`; anything else
 * is a CrmProblem: it takes no more questions (429, or 503 that says for how long), refuses (4xx), does not work (5xx,
 * no connection), sends elsewhere, or answers what is no JSON. Rejects with the signal's reason when that ends it.
 */
export async function askJson(
  crm: string,
  request: JsonRequest,
  expected: readonly number[] = [],
): Promise<JsonAnswer> {
  const response = await send(crm, request);
  const { status, headers } = response;
  if (!response.ok && !expected.includes(status)) {
    await response.body?.cancel().catch(() => undefined);
    throw refusal(crm, status, headers);
  }
  const text = await bodyOf(crm, response, request.signal);
  return { status, headers, json: text.trim() === '' ? null : parsed(crm, text) };
}

async function send(crm: string, request: JsonRequest): Promise<Response> {
  const { method = 'GET', query = {}, headers = {}, body, form, signal } = request;
  const url = new URL(request.url);
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) url.searchParams.set(name, value);
  try {
    return await fetch(url, {
      method,
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      redirect: 'manual',
      signal,
    });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw new CrmProblem(crm, 'down', { happened: neverArrived(error) ? 'no' : 'perhaps' });
  }
}

/** What a status says. Exported for CRMs that say more by their own words. */
export function refusal(crm: string, status: number, headers: Headers): CrmProblem {
  const retryAfter = retryAfterMs(headers.get('retry-after') ?? headers.get('ratelimit-reset'), Date.now());
  const wait = retryAfter === null ? {} : { retryAfterMs: retryAfter };
  if (status === 429 || (status === 503 && retryAfter !== null))
    return new CrmProblem(crm, 'throttled', wait);
  if (status >= 500) return new CrmProblem(crm, 'down', { says: 'does not work at the moment' });
  if (status >= 300 && status < 400)
    return new CrmProblem(crm, 'wrong answer', { says: 'sends us elsewhere' });
  if (status === 408) return new CrmProblem(crm, 'slow');
  return status === 401 || status === 403
    ? new CrmProblem(crm, 'refused')
    : new CrmProblem(crm, 'refused', { says: 'does not take such a question' });
}

async function bodyOf(crm: string, response: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      bytes += chunk.byteLength;
      if (bytes > MOST_BYTES) break;
      text += decoder.decode(chunk, { stream: true });
    }
  } catch {
    if (signal.aborted) throw signal.reason;
    throw new CrmProblem(crm, 'down', { says: 'broke off in the middle of its answer' });
  }
  if (bytes > MOST_BYTES) {
    throw new CrmProblem(crm, 'wrong answer', { says: 'answered more at once than anybody can read' });
  }
  return text + decoder.decode();
}

function parsed(crm: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const isPage = text.trimStart().startsWith('<');
    throw new CrmProblem(crm, 'wrong answer', {
      says: isPage ? 'answered with a web page instead of records' : 'answered with half a page',
    });
  }
}

/** Whether the request certainly never reached the other side. */
function neverArrived(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
}
