import type { Problem } from '../../definitions/model/views/problem.ts';
import { place } from './place.ts';
import { ApiProblem } from './problem.ts';
import { words } from './words.ts';

/** Values of a query: absent ones are left out, lists are repeated. */
export type Query = { readonly [name: string]: string | number | boolean | readonly string[] | undefined };

/**
 * Asks the API. `T` is the answer that definitions/model/views promises for the path.
 * Rejects with an ApiProblem: the API's own, or one with code 'unreachable'.
 */
export function ask<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return request<T>('GET', `${place}/api${path}${queryText(query)}`, undefined, signal);
}

/** So long what was asked ahead may be used. */
const FRESH_MS = 10_000;
const ahead = new Map<string, { readonly at: number; readonly answer: Promise<string> }>();

/** Asks now what a page will ask as soon as it is there. */
export function askAhead(path: string): void {
  const answer = requestText('GET', `${place}/api${path}`, undefined);
  // It is the page that is told of it.
  answer.catch(() => undefined);
  ahead.set(path, { at: Date.now(), answer });
}

/** As `ask`; what was asked ahead is for the first who asks. */
export async function askOrTake<T>(path: string, signal: AbortSignal): Promise<T> {
  const found = ahead.get(path);
  ahead.delete(path);
  if (found === undefined || Date.now() - found.at > FRESH_MS) return ask<T>(path, {}, signal);
  const answer: T = JSON.parse(await found.answer);
  return answer;
}

/** Tells the API to do something; rejects as `ask` does. An answer without a body is undefined. */
export function tell<T>(path: string, body: unknown, method: 'POST' | 'PUT' = 'POST'): Promise<T> {
  return request<T>(method, `${place}/api${path}`, body);
}

/** The same from a page that may be gone before the answer; the browser takes no more than 64 kB of this at a time. */
export function tellLeaving<T>(path: string, body: unknown): Promise<T> {
  return request<T>('POST', `${place}/api${path}`, body, undefined, true);
}

/** Asks the installation's own API, from wherever the page is. */
export function askOwn<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>('GET', `/api${path}`, undefined, signal);
}

/** Tells the installation's own API to do something, from wherever the page is. */
export function tellOwn<T>(path: string, body: unknown): Promise<T> {
  return request<T>('POST', `/api${path}`, body);
}

/** `?status=open&status=person`, or nothing. */
export function queryText(query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

async function request<T>(...how: Parameters<typeof requestText>): Promise<T> {
  const text = await requestText(...how);
  const answer: T = text === '' ? undefined : JSON.parse(text);
  return answer;
}

async function requestText(
  method: string,
  address: string,
  body: unknown,
  signal?: AbortSignal,
  keepalive = false,
): Promise<string> {
  const response = await fetch(address, {
    method,
    keepalive,
    headers: {
      accept: 'application/json',
      'x-earshot': '1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw unreachable(0);
  });
  const text = await response.text();
  if (!response.ok) throw problemIn(response, text);
  return text;
}

function problemIn(response: Response, text: string): ApiProblem {
  if (!(response.headers.get('content-type') ?? '').includes('problem+json'))
    return unreachable(response.status);
  const problem: Problem = JSON.parse(text);
  return new ApiProblem(problem);
}

function unreachable(status: number): ApiProblem {
  return new ApiProblem({ code: 'unreachable', status, ...words.failures.unreachable });
}
