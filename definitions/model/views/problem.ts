import type { JsonObject } from '../../flow/json.ts';

/**
 * RFC 9457, with what to do about it: every refusal, whatever the route, as `application/problem+json`.
 *
 * Codes a page may want to tell apart: 'not signed in' (401), 'not allowed' (403), 'not found' (404), 'stale' (409,
 * somebody changed or answered it meanwhile), 'closed' (409), 'invalid' (400, with `errors`), 'ill-formed' (422, the
 * run refused the answers, with `errors`), 'too large' (413), 'too many requests' (429), 'store down' (503),
 * 'runs down' (503: Temporal does not answer).
 */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly whatToDo: string;
  readonly errors?: readonly FieldError[];
  /** With a refused revision: what `definitions/check` found. */
  readonly issues?: readonly JsonObject[];
}

export type FieldError = { readonly field: string; readonly reason: string };
