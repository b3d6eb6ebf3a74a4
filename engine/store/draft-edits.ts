import { applied } from '../../definitions/edit/applied.ts';
import type { Edit } from '../../definitions/edit/edit.ts';
import { misshapen } from '../../definitions/edit/read-touched.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Database } from './database.ts';
import { changesJson, contentJson } from './draft-size.ts';
import { bornOf, draftGone, parsedContent } from './drafts.ts';
import { refuseArchived } from './flow-standings.ts';
import { iso } from './iso.ts';
import type { DraftEditDoc } from './models/draft-edit.ts';
import { StoreProblem } from './problem.ts';
import { inTransaction } from './transaction.ts';

/** An edit as it was taken: the version that it made, by whom and when. */
export interface TakenEdit extends Edit {
  readonly version: number;
  readonly by: string;
  readonly at: string;
}

export type AddedEdits =
  /** All of them stand in the draft, which is at this version now. */
  | { readonly taken: true; readonly version: number }
  /** None was made by this call: somebody was faster. `known` stand in it already, from a call whose answer was lost. */
  | { readonly taken: false; readonly version: number; readonly known: readonly string[] };

/** Edits of drafts, in the one order in which everybody has them. Nobody's edit is laid over one they did not see. */
export interface DraftEditStore {
  /**
   * Makes edits on the draft as it was at version `base`; each is a version. 'unfit' if one does not fit, or what
   * they leave is no draft any more or too large to be kept; 'not found' when there is no draft, or not the one that was born as `born`.
   */
  add(flow: string, base: number, edits: readonly Edit[], by: string, born?: string): Promise<AddedEdits>;
  /** Edits after a version, in order, at most so many; null when they are not kept back to there. */
  since(flow: string, version: number, limit: number): Promise<readonly TakenEdit[] | null>;
}

export function draftEditStore(db: Database): DraftEditStore {
  const { drafts, draftEdits } = db.models;
  return {
    async add(flow, base, edits, by, born) {
      const doc = await drafts.findById(flow).lean();
      if (doc === null || (born !== undefined && born !== bornOf(doc))) throw draftGone();
      const known = await knownOf(flow, edits);
      // One that is known was counted with a version: none comes to be known while the draft stays at `base`.
      if (doc.version !== base || known.length > 0) return { taken: false, version: doc.version, known };
      const { after, as } = made(parsedContent(doc), edits);
      const version = base + edits.length;
      const at = db.now();
      const content = contentJson(after);
      const docs = edits.map(({ id, label }, i): DraftEditDoc => ({
        _id: `${flow} ${base + i + 1}`,
        flow,
        edit: id,
        version: base + i + 1,
        label,
        changes: changesJson(as[i] ?? []),
        by,
        at,
      }));
      const done = await inTransaction(db, async (session) => {
        await refuseArchived(db, session, flow);
        const set = { name: after.flow.name, content, version, by, at };
        const result = await drafts.updateOne({ _id: flow, version: base }, { $set: set }, { session });
        if (result.matchedCount === 0) return false;
        await draftEdits.insertMany(docs, { session, lean: true });
        return true;
      });
      if (done) return { taken: true, version };
      const now = await drafts.findById(flow).select({ version: 1 }).lean();
      if (now === null) throw draftGone();
      return { taken: false, version: now.version, known: await knownOf(flow, edits) };
    },
    async since(flow, version, limit) {
      const docs = await draftEdits
        .find({ flow, version: { $gt: version } })
        .sort({ version: 1 })
        .limit(limit)
        .lean();
      // What changed the draft without being an edit (another name) left no edit of its version.
      const isWhole = docs.every((doc, i) => doc.version === version + i + 1);
      if (!isWhole) return null;
      const now = docs.length < limit ? await drafts.findById(flow).select({ version: 1 }).lean() : null;
      // The first version is what a draft begins with: no edit made it.
      if (now !== null && now.version > Math.max(version, 1) + docs.length) return null;
      return docs.map(takenEdit);
    },
  };

  async function knownOf(flow: string, edits: readonly Edit[]): Promise<readonly string[]> {
    const docs = await draftEdits
      .find({ flow, edit: { $in: edits.map(({ id }) => id) } })
      .select({ edit: 1 })
      .lean();
    return docs.map(({ edit }) => edit);
  }
}

/** The content with the edits, and each edit's changes as they were made: with the places that things really stood at. */
function made(
  content: DraftContent,
  edits: readonly Edit[],
): { readonly after: DraftContent; readonly as: readonly Edit['changes'][] } {
  let after = content;
  const as = edits.map(({ changes }) => {
    const result = applied(after, changes);
    if ('problem' in result) throw unfit(result.problem.message);
    after = result.content;
    return result.made;
  });
  const [wrong] = misshapen(
    after,
    edits.flatMap(({ changes }) => changes),
  );
  if (wrong !== undefined) throw unfit(`${wrong.thing}: ${wrong.message}`);
  return { after, as };
}

function unfit(why: string): StoreProblem {
  return new StoreProblem(
    'unfit',
    why,
    'Open the draft anew; what you changed since is kept in your browser.',
  );
}

function takenEdit({ edit, version, label, changes, by, at }: DraftEditDoc): TakenEdit {
  const parsed: Edit['changes'] = JSON.parse(changes);
  return { id: edit, label, changes: parsed, version, by, at: iso(at) };
}
