import type { z } from 'zod';
import type { Role } from '../../definitions/model/people.ts';
import type { Caller } from './caller.ts';
import { notSignedIn } from './api-problem.ts';
import { parseAs } from './parse.ts';

/** Who may call a route: anybody, whoever is signed in, or whoever has one of these roles. */
export type Access = 'open' | 'signed in' | readonly Role[];
export type Method = 'get' | 'post' | 'put';

/** What every route says of itself; OpenAPI is made of it. */
interface RouteHead {
  readonly method: Method;
  /** As Express writes it, `/api/cases/:id`. */
  readonly path: string;
  /** Unique among routes; OpenAPI's operationId. */
  readonly id: string;
  readonly summary: string;
  readonly access: Access;
  /** 200 if absent; 204 goes with an answer of null. */
  readonly status?: 200 | 201 | 204;
  /** Largest body in bytes; 256 kB if absent. */
  readonly bodyLimit?: number;
  /** The answer belongs to this address for ever. */
  readonly immutable?: boolean;
}

interface RouteShape<P, Q, B, A> extends RouteHead {
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** What to document in place of `body`, where the body is read more leniently than it is written. */
  readonly bodyAsDocumented?: z.ZodType;
  /** Null: the answer has no body. */
  readonly answer: z.ZodType<A> | null;
  /** The answer that says that what was asked for is held (202); `answer` knows it too. */
  readonly held?: z.ZodType;
  /** What to document as the answer where nothing is held. */
  readonly answerAsDocumented?: z.ZodType;
}
interface Parts<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** A route whose types have done their work: it takes what came, unread, and answers JSON. */
export interface Route extends RouteHead {
  readonly schemas: {
    readonly params: z.ZodType | null;
    readonly query: z.ZodType | null;
    readonly body: z.ZodType | null;
    readonly answer: z.ZodType | null;
    /** What is answered, under 202, where what was asked for is held instead; null: it never is. */
    readonly held: z.ZodType | null;
  };
  /** Rejects with ApiProblem 'invalid' when params, query or body are not as declared. */
  handle(request: RawRequest): Promise<unknown>;
}
export interface RawRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  /** Null: nobody is signed in. */
  readonly caller: Caller | null;
}

/** Ties a handler to the schemas of what it reads and answers, for callers who are signed in. */
export function defineRoute<A, P = undefined, Q = undefined, B = undefined>(
  spec: RouteShape<P, Q, B, A> & {
    readonly access: 'signed in' | readonly Role[];
    handle(request: Parts<P, Q, B> & { readonly caller: Caller }): Promise<A>;
  },
): Route {
  return {
    ...headOf(spec),
    async handle(raw) {
      if (raw.caller === null) throw notSignedIn();
      return spec.handle({ ...partsOf(spec, raw), caller: raw.caller });
    },
  };
}

/** The same for a route that anybody may call. */
export function defineOpenRoute<A, P = undefined, Q = undefined, B = undefined>(
  spec: Omit<RouteShape<P, Q, B, A>, 'access'> & { handle(request: Parts<P, Q, B>): Promise<A> },
): Route {
  const open = { ...spec, access: 'open' } as const;
  return {
    ...headOf(open),
    async handle(raw) {
      return spec.handle(partsOf(open, raw));
    },
  };
}

function headOf<P, Q, B, A>(spec: RouteShape<P, Q, B, A>): Omit<Route, 'handle'> {
  const { params, query, body, bodyAsDocumented, answer, answerAsDocumented, held, ...head } = spec;
  return {
    ...head,
    schemas: {
      params: params ?? null,
      query: query ?? null,
      body: bodyAsDocumented ?? body ?? null,
      answer: answerAsDocumented ?? answer,
      held: held ?? null,
    },
  };
}

function partsOf<P, Q, B, A>(spec: RouteShape<P, Q, B, A>, raw: RawRequest): Parts<P, Q, B> {
  return {
    params: parseAs(spec.params, raw.params, 'address'),
    query: parseAs(spec.query, raw.query, 'query'),
    body: parseAs(spec.body, raw.body, 'body'),
  };
}
