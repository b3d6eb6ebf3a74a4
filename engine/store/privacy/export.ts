import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import type { Database } from '../database.ts';
import { iso } from '../iso.ts';
import { docsWith, idsOf } from './documents-of.ts';
import { STANDINGS } from './personal-data.ts';
import { inChunks, type PersonScope } from './scope.ts';
import type { Standing, StoredDoc } from './standing.ts';

/** Everything that stands of one person, in parts, each with what it is in plain words. */
export interface PersonExport {
  readonly about: string;
  /** When it was made, ISO 8601. */
  readonly made: string;
  readonly parts: readonly {
    readonly part: string;
    readonly what: string;
    readonly items: readonly JsonObject[];
  }[];
}

const ABOUT =
  'Everything that Earshot keeps of one person. What others said in the same threads, and what colleagues wrote in ' +
  'cases that are not this person’s alone, is left out.';

/** See PersonStore.export. Every document of theirs is in it, by its id; colleagues are not named. */
export async function exportOf(db: Database, scope: PersonScope): Promise<PersonExport> {
  const parts: PersonExport['parts'][number][] = [];
  for (const [part, standing] of STANDINGS) {
    const ids = await idsOf(db, part, (standing.toldWhose ?? standing.whose)(scope));
    const items: JsonObject[] = [];
    for (const chunk of inChunks(ids)) {
      const docs = await docsWith(db, part, chunk);
      for (const doc of docs)
        if (standing.toldIf === undefined || standing.toldIf(doc, scope))
          items.push(told(doc, standing, scope));
    }
    parts.push({ part, what: standing.what, items });
  }
  return { about: ABOUT, made: iso(db.now()), parts };
}

/** What an item says, by plain names; what is not known or empty is left out. */
function told(doc: StoredDoc, standing: Standing, scope: PersonScope): JsonObject {
  const untold = standing.untold?.(doc, scope) ?? [];
  const fields = Object.entries(standing.told).flatMap(([field, name]) => {
    const value = asJson(doc[field]);
    return value === null || value === '' || untold.includes(field) ? [] : [[name, value] as const];
  });
  return { id: doc._id, ...Object.fromEntries(fields) };
}

function asJson(value: unknown): Json {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return iso(value);
  const read: Json = JSON.parse(JSON.stringify(value));
  return read;
}
