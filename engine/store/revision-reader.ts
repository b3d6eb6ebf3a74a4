import type { Revision } from '../../definitions/flow/revision.ts';
import type { Database } from './database.ts';

/** Reads revisions by hash; the last few used stay in memory. A hash means one content for ever, so none goes stale. */
export interface RevisionReader {
  read(hash: string): Promise<Revision | null>;
}

const KEPT = 16;

export function revisionReader(db: Database): RevisionReader {
  const kept = new Map<string, Revision>();
  return {
    async read(hash) {
      const known = kept.get(hash);
      if (known !== undefined) {
        // Last used, last to go.
        kept.delete(hash);
        kept.set(hash, known);
        return known;
      }
      const found = await db.models.revisions.findById(hash).select({ canonical: 1 }).lean();
      if (found === null) return null;
      const revision: Revision = JSON.parse(found.canonical);
      kept.set(hash, revision);
      const [eldest] = kept.keys();
      if (kept.size > KEPT && eldest !== undefined) kept.delete(eldest);
      return revision;
    },
  };
}
