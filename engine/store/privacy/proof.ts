import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../definitions/flow/canonical.ts';
import type { Database } from '../database.ts';
import { docsWith, idsOf } from './documents-of.ts';
import { STANDINGS } from './personal-data.ts';
import { inChunks, type PersonScope } from './scope.ts';
import type { Standing, StoredDoc } from './standing.ts';

/**
 * SHA-256, as hex, over what stands where a person's words and names stood when they were erased: collection, id and
 * the emptied fields of each document, in the order of their ids. The same for as long as nothing of it came back.
 * What was written later (a colleague's note in a case that was still in work) is no part of it.
 */
export async function digestOf(db: Database, scope: PersonScope, doneAt: Date): Promise<string> {
  const hash = createHash('sha256');
  for (const [name, standing] of STANDINGS) {
    if (!isProven(standing)) continue;
    const ids = [...(await idsOf(db, name, standing.whose(scope)))].sort();
    for (const part of inChunks(ids)) {
      const docs = (await docsWith(db, name, part)).filter((doc) => isCounted(doc, standing, scope, doneAt));
      for (const doc of [...docs].sort((a, b) => (a._id < b._id ? -1 : 1)))
        hash.update(`${name} ${canonicalJson(emptiedFields(doc, standing))}\n`);
    }
  }
  return hash.digest('hex');
}

/** Where a document says itself that it was erased, or is known by the person alone. */
function isProven({ stamp, personal }: Standing): boolean {
  return stamp !== undefined || 'accountNumber' in personal;
}

function isCounted(doc: StoredDoc, { stamp, never }: Standing, scope: PersonScope, doneAt: Date): boolean {
  if (stamp === undefined || never?.(doc, scope) === true) return true;
  const at = doc[stamp];
  return at instanceof Date && at <= doneAt;
}

function emptiedFields(doc: StoredDoc, { personal }: Standing): Record<string, unknown> {
  const fields = Object.keys(personal).map((field) => [field, doc[field] ?? null] as const);
  return { _id: doc._id, ...Object.fromEntries(fields) };
}
