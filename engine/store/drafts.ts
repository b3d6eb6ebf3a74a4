import type { ClientSession } from 'mongoose';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import type { Database } from './database.ts';
import { contentJson } from './draft-size.ts';
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
  /** Tells it from earlier and later drafts of the flow. */
  readonly born: string;
  readonly name: string;
  readonly version: number;
  /** Who changed it last, and when. */
  readonly by: string;
  readonly at: string;
}
export type Draft = DraftRecord & { readonly content: DraftContent };

/**
 * Drafts of flows, one for each flow at most. Nobody overwrites what somebody else saved meanwhile, and those of
 * archived flows stay as they are until the flow is brought back: 'refused'. What is too large to be kept is 'unfit'.
 */
export interface DraftStore {
  list(): Promise<readonly DraftRecord[]>;
  find(flow: string): Promise<Draft | null>;
  /** What tells the draft of a flow from earlier and later ones; null: it has none. */
  born(flow: string): Promise<string | null>;
  /**
   * 'refused' when the flow has a draft already. `instead`: the draft of this version goes for it, or it is 'stale',
   * or 'not found', and stays as it is.
   */
  begin(content: DraftContent, by: string, instead?: number): Promise<Draft>;
  /** 'stale' when it is not at this version any more; 'not found' when there is none. */
  change(flow: string, version: number, content: DraftContent, by: string): Promise<Draft>;
  /** The same for taking it away. */
  discard(flow: string, version: number): Promise<void>;
  /**
   * The same for what becomes of it: a revision that is live, with its scenarios beside it. Of several who release it at once one does, and all of
   * it happens or nothing.
   */
  release(
    draft: Pick<Draft, 'flow' | 'version'> & Partial<Pick<Draft, 'born'>>,
    revision: Revision,
    about: { readonly by: string; readonly why: string },
  ): Promise<RevisionRecord>;
}

const KNOWN = { born: 1, name: 1, version: 1, by: 1, at: 1 } as const;

export function draftStore(db: Database): DraftStore {
  const { drafts, draftEdits } = db.models;

  async function refusal(flow: string): Promise<StoreProblem> {
    const found = await drafts.findById(flow).select({ _id: 1 }).lean();
    return found === null ? draftGone() : draftStale();
  }

  /** Whether the draft of the flow was at this version, and another is in its place. */
  async function inItsPlace(doc: DraftDoc, version: number): Promise<boolean> {
    return inTransaction(db, async (session) => {
      await refuseArchived(db, session, doc._id);
      const gone = await drafts.deleteOne({ _id: doc._id, version }, { session });
      if (gone.deletedCount === 0) return false;
      await draftEdits.deleteMany({ flow: doc._id }, { session });
      await drafts.insertMany([doc], { session, lean: true });
      return true;
    });
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
    async born(flow) {
      const doc = await drafts.findById(flow).select({ born: 1 }).lean();
      return doc === null ? null : bornOf(doc);
    },
    async begin(content, by, instead) {
      const { id, name } = content.flow;
      const doc: DraftDoc = {
        _id: id,
        born: db.newId(),
        name,
        version: 1,
        content: contentJson(content),
        by,
        at: db.now(),
      };
      try {
        if (instead === undefined) await drafts.insertMany([doc], { lean: true });
        else if (!(await inItsPlace(doc, instead))) throw await refusal(id);
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
        throw new StoreProblem('refused', 'This flow has a draft already.', 'Open that one.');
      }
      return draftOfDoc(doc);
    },
    async change(flow, version, content, by) {
      const set = { name: content.flow.name, content: contentJson(content), by, at: db.now() };
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
        const deleted = await drafts.deleteOne({ _id: flow, version }, { session });
        if (deleted.deletedCount > 0) await draftEdits.deleteMany({ flow }, { session });
        return deleted;
      });
      if (gone.deletedCount === 0) throw await refusal(flow);
    },
    release: (draft, revision, { by, why }) =>
      inTransaction(db, async (session) => {
        const { born, scenarios } = await takeDraftAway(db, session, draft);
        const put = await putRevision(db, session, revision, { author: by, why, scenarios });
        await addRelease(db, session, { flow: draft.flow, hash: put.hash, by, why, draft: born });
        return put;
      }),
  };
}

/**
 * Takes a draft away that becomes what it holds, as a part of a transaction; answers what stands with it. 'stale' when
 * it is not at this version any more, 'not found' when it is gone.
 */
export async function takeDraftAway(
  db: Database,
  session: ClientSession,
  { flow, version, born }: Pick<Draft, 'flow' | 'version'> & Partial<Pick<Draft, 'born'>>,
): Promise<{ readonly born: string; readonly scenarios: Scenarios }> {
  const { drafts, draftEdits } = db.models;
  const doc = await drafts.findById(flow).session(session).lean();
  if (doc === null) throw draftGone();
  if (doc.version !== version || (born !== undefined && born !== bornOf(doc))) throw draftStale();
  const gone = await drafts.deleteOne({ _id: flow, version }, { session });
  if (gone.deletedCount === 0) throw draftGone();
  await draftEdits.deleteMany({ flow }, { session });
  return { born: bornOf(doc), scenarios: parsedContent(doc).scenarios };
}

function recordOf(doc: Omit<DraftDoc, 'content'>): DraftRecord {
  const { _id, name, version, by, at } = doc;
  return { flow: _id, born: bornOf(doc), name, version, by, at: iso(at) };
}

function draftOfDoc(doc: DraftDoc): Draft {
  return { ...recordOf(doc), content: parsedContent(doc) };
}

/** Drafts that were begun before they were told apart are known by their flow. */
export function bornOf({ _id, born }: Pick<DraftDoc, '_id' | 'born'>): string {
  return born ?? _id;
}

/** The content of a draft as it is kept; one that was kept before there were scenarios has none. */
export function parsedContent({ content }: Pick<DraftDoc, 'content'>): DraftContent {
  const parsed: Omit<DraftContent, 'scenarios'> & Partial<DraftContent> = JSON.parse(content);
  return { scenarios: {}, ...parsed };
}

function draftStale(): StoreProblem {
  return new StoreProblem(
    'stale',
    'Somebody else changed the draft meanwhile.',
    'Look at it again, then change it anew.',
  );
}

export function draftGone(): StoreProblem {
  return new StoreProblem(
    'not found',
    'There is no such draft.',
    'It may have been released or thrown away.',
  );
}
