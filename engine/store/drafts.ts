import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Database } from './database.ts';
import { refuseArchived } from './flow-standings.ts';
import { iso } from './iso.ts';
import type { DraftDoc } from './models/draft.ts';
import { StoreProblem } from './problem.ts';
import { addRelease } from './releases.ts';
import { putRevision, type RevisionRecord } from './revisions.ts';
import { inTransaction, isDuplicateKey } from './transaction.ts';

/** What is known of a draft without its content. */
export interface DraftRecord {
  readonly flow: string;
  readonly name: string;
  readonly version: number;
  /** Who changed it last, and when. */
  readonly by: string;
  readonly at: string;
}
export type Draft = DraftRecord & { readonly content: DraftContent };

/**
 * Drafts of flows, one for each flow at most. Nobody overwrites what somebody else saved meanwhile, and those of
 * archived flows stay as they are until the flow is brought back: 'refused'.
 */
export interface DraftStore {
  list(): Promise<readonly DraftRecord[]>;
  find(flow: string): Promise<Draft | null>;
  /** 'refused' when the flow has a draft already. */
  begin(content: DraftContent, by: string): Promise<Draft>;
  /** 'stale' when it is not at this version any more; 'not found' when there is none. */
  change(flow: string, version: number, content: DraftContent, by: string): Promise<Draft>;
  /** The same for taking it away. */
  discard(flow: string, version: number): Promise<void>;
  /**
   * The same for what becomes of it: a revision that is live. Of several who release it at once one does, and all of
   * it happens or nothing.
   */
  release(
    draft: Pick<Draft, 'flow' | 'version'>,
    revision: Revision,
    about: { readonly by: string; readonly why: string },
  ): Promise<RevisionRecord>;
}

const KNOWN = { name: 1, version: 1, by: 1, at: 1 } as const;

export function draftStore(db: Database): DraftStore {
  const { drafts } = db.models;

  async function refusal(flow: string): Promise<StoreProblem> {
    const found = await drafts.findById(flow).select({ _id: 1 }).lean();
    return found === null
      ? new StoreProblem('not found', 'There is no such draft.', 'It may have been released or thrown away.')
      : new StoreProblem(
          'stale',
          'Somebody else changed the draft meanwhile.',
          'Look at it again, then change it anew.',
        );
  }

  return {
    async list() {
      const docs: readonly Omit<DraftDoc, 'content'>[] = await drafts
        .find()
        .select(KNOWN)
        .sort({ _id: 1 })
        .lean();
      return docs.map(recordOf);
    },
    async find(flow) {
      const doc = await drafts.findById(flow).lean();
      return doc === null ? null : draftOfDoc(doc);
    },
    async begin(content, by) {
      const { id, name } = content.flow;
      const doc: DraftDoc = {
        _id: id,
        name,
        version: 1,
        content: JSON.stringify(content),
        by,
        at: db.now(),
      };
      try {
        await drafts.insertMany([doc], { lean: true });
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new StoreProblem('refused', 'This flow has a draft already.', 'Open that one.');
      }
      return draftOfDoc(doc);
    },
    async change(flow, version, content, by) {
      const set = { name: content.flow.name, content: JSON.stringify(content), by, at: db.now() };
      const doc = await inTransaction(db, async (session) => {
        await refuseArchived(db, session, flow);
        return drafts.findOneAndUpdate(
          { _id: flow, version },
          { $set: set, $inc: { version: 1 } },
          { session, returnDocument: 'after', lean: true },
        );
      });
      if (doc === null) throw await refusal(flow);
      return draftOfDoc(doc);
    },
    async discard(flow, version) {
      const gone = await inTransaction(db, async (session) => {
        await refuseArchived(db, session, flow);
        return drafts.deleteOne({ _id: flow, version }, { session });
      });
      if (gone.deletedCount === 0) throw await refusal(flow);
    },
    async release({ flow, version }, revision, { by, why }) {
      const record = await inTransaction(db, async (session) => {
        const gone = await drafts.deleteOne({ _id: flow, version }, { session });
        if (gone.deletedCount === 0) return null;
        const put = await putRevision(db, session, revision, { author: by, why });
        await addRelease(db, session, { flow, hash: put.hash, by, why });
        return put;
      });
      if (record === null) throw await refusal(flow);
      return record;
    },
  };
}

function recordOf({ _id, name, version, by, at }: Omit<DraftDoc, 'content'>): DraftRecord {
  return { flow: _id, name, version, by, at: iso(at) };
}

function draftOfDoc(doc: DraftDoc): Draft {
  const content: DraftContent = JSON.parse(doc.content);
  return { ...recordOf(doc), content };
}
