/**
 * What the pages, the command line and other programs are told over HTTP stands in this folder, by noun, each with
 * the addresses that tell it. Plain types; the schemas that check them at the border stand in
 * engine/api/<resource>.schema.ts, and a compile-time check keeps both the same. Instants are ISO 8601 in UTC. Ids are
 * random and mean nothing.
 *
 * Signed in: the cookie `earshot` (from GET /sign-in?token=…) or `Authorization: Bearer …`. Every request that
 * changes something needs a JSON body (`content-type: application/json`) or the header `x-earshot: 1`.
 *
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/health (no sign-in) | | Health |
 * | GET  /api/openapi.json (no sign-in) | | OpenAPI 3.1 |
 * | GET  /api/session | | Session |
 * | POST /api/sign-out | | 204 |
 * | GET  /sign-in | ?token= | 303 to / with the cookie, or a page that says why not |
 */
import type { PersonView } from './people.ts';

export type Health = {
  readonly up: true;
  readonly temporal: boolean;
  readonly store: boolean;
  readonly version: string;
};

export type Session = { readonly person: PersonView; readonly version: string };
