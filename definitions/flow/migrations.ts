import type { JsonObject } from './json.ts';

/** For each older form, the function that turns it into the next one, and sets its `schema` to that number. */
export type Migrations = { readonly [from: number]: (flow: JsonObject) => JsonObject };

/** Form 1 is the first: nothing older was ever written. */
export const FLOW_MIGRATIONS: Migrations = {};

export type Migrated =
  | { readonly flow: JsonObject }
  | { readonly problem: 'no schema number' }
  | { readonly problem: 'newer' | 'no way up'; readonly schema: number };

/**
 * Brings a flow's JSON up to form `newest`, one migration after the other. 'newer': written by a newer Earshot.
 * 'no way up': a form in between has no migration, or its migration does not count up.
 */
export function migrate(json: JsonObject, migrations: Migrations, newest: number): Migrated {
  let flow = json;
  for (;;) {
    const schema = flow['schema'];
    if (typeof schema !== 'number' || !Number.isInteger(schema)) return { problem: 'no schema number' };
    if (schema === newest) return { flow };
    if (schema > newest) return { problem: 'newer', schema };
    const up = Object.hasOwn(migrations, schema) ? migrations[schema] : undefined;
    if (up === undefined) return { problem: 'no way up', schema };
    const next = up(flow);
    if (next['schema'] !== schema + 1) return { problem: 'no way up', schema };
    flow = next;
  }
}
