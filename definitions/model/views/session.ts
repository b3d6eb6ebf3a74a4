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
 * | POST /api/work-as | { person \| null } | 204; on a local installation, for an admin |
 * | GET  /sign-in | ?token= | 303 to / with the cookie, or a page that says why not |
 */
import type { PersonView } from './people.ts';

export type Health = {
  readonly up: true;
  readonly temporal: boolean;
  readonly store: boolean;
  readonly version: string;
};

export type Session = {
  /** Who acts. */
  readonly person: PersonView;
  /** Who signed in, if that is somebody else: on a local installation an admin may work as others. */
  readonly signedInAs: PersonView | null;
  readonly mayWorkAs: boolean;
  /** offered: one can be started. on: it stands under /sample. here: this is it. Null: this installation has none. */
  readonly sampleDay: 'offered' | 'on' | 'here' | null;
  readonly version: string;
};
