import type { JsonObject } from '../../definitions/flow/json.ts';
import type { FieldError } from '../../definitions/model/views/problem.ts';

/** Every code a caller of the API may see, with the HTTP status it travels under and its title. */
export const PROBLEMS = {
  invalid: { status: 400, title: 'The request is not well-formed' },
  'not signed in': { status: 401, title: 'Nobody is signed in' },
  'bad signature': { status: 401, title: 'The signature does not fit' },
  'not allowed': { status: 403, title: 'Not allowed' },
  'not found': { status: 404, title: 'There is nothing here' },
  stale: { status: 409, title: 'Somebody was faster' },
  closed: { status: 409, title: 'This is closed' },
  conflict: { status: 409, title: 'This does not fit what is there' },
  'too large': { status: 413, title: 'The request is too large' },
  'unknown media type': { status: 415, title: 'This content type is not understood' },
  'ill-formed': { status: 422, title: 'This cannot be accepted' },
  'too many requests': { status: 429, title: 'Too many requests' },
  fault: { status: 500, title: 'Something went wrong in Earshot' },
  'store down': { status: 503, title: 'The database does not answer' },
  'runs down': { status: 503, title: 'Running cases cannot be reached at the moment' },
  'too busy': { status: 503, title: 'Too many connections' },
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** What a caller got wrong, or what stands in its way: a code, a sentence that says what, one that says what to do. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode;
  readonly what: string;
  readonly whatToDo: string;
  readonly more: ProblemDetails;
  constructor(code: ProblemCode, what: string, whatToDo: string, more: ProblemDetails = {}) {
    super(`${code}: ${what}`);
    this.code = code;
    this.what = what;
    this.whatToDo = whatToDo;
    this.more = more;
  }
}

export interface ProblemDetails {
  readonly errors?: readonly FieldError[];
  readonly issues?: readonly JsonObject[];
  /** Seconds after which it is worth trying again. */
  readonly retryAfter?: number;
}

/** The problem of a thing that is not there: `what` names it, as in 'case'. */
export function notFound(what: string): ApiProblem {
  return new ApiProblem(
    'not found',
    `There is no such ${what}.`,
    'Check the address; it may have been removed.',
  );
}

export function notSignedIn(): ApiProblem {
  return new ApiProblem(
    'not signed in',
    'This address is for people who are signed in.',
    'Open a fresh sign-in link (`npm run -s earshot -- link` prints one) or send a bearer token.',
  );
}
