import type { ClientSession } from 'mongoose';
import type { Database } from './database.ts';
import { refuseArchived } from './flow-standings.ts';
import type { ReleaseDoc } from './models/release.ts';
import { StoreProblem } from './problem.ts';
import { publishedNow, publishedOf, type NewPublished, type Published } from './published.ts';
import { inTransaction } from './transaction.ts';

/** Who made which revision live, when and why. */
export type Release = Published;

export interface ReleaseStore {
  /** 'not found' for an unknown hash, 'refused' if the revision is of another flow, or the flow is archived. */
  release(flow: string, hash: string, by: string, why: string): Promise<Release>;
  /** The last release of the flow. */
  live(flow: string): Promise<Release | null>;
  /** The live release of every flow that has one. */
  allLive(): Promise<readonly Release[]>;
  /** Newest first. */
  history(flow: string): Promise<readonly Release[]>;
}

export function releaseStore(db: Database): ReleaseStore {
  const { releases } = db.models;

  async function live(flow: string): Promise<Release | null> {
    const doc = await releases.findOne({ flow }).sort({ n: -1 }).lean();
    return doc === null ? null : publishedOf(doc);
  }

  return {
    live,
    release: (flow, hash, by, why) =>
      inTransaction(db, (session) => addRelease(db, session, { flow, hash, by, why })),
    async allLive() {
      const flows = await releases.distinct('flow');
      const found = await Promise.all([...flows].sort().map(live));
      return found.filter((release) => release !== null);
    },
    async history(flow) {
      const docs = await releases.find({ flow }).sort({ n: -1 }).lean();
      return docs.map(publishedOf);
    },
  };
}

/** Makes a revision live, as a part of a transaction. Refuses as `release` does. */
export async function addRelease(
  db: Database,
  session: ClientSession,
  release: NewPublished,
): Promise<Release> {
  const { flow, hash } = release;
  const { releases, revisions } = db.models;
  await refuseArchived(db, session, flow);
  const revision = await revisions.findById(hash).select({ flow: 1 }).session(session).lean();
  if (revision === null) {
    throw new StoreProblem('not found', 'There is no such revision.', 'Publish it before it is released.');
  }
  if (revision.flow !== flow) {
    throw new StoreProblem(
      'refused',
      'The revision belongs to another flow.',
      'Release it for the flow it was drawn for.',
    );
  }
  const last = await releases.findOne({ flow }).sort({ n: -1 }).session(session).lean();
  const doc: ReleaseDoc = { ...publishedNow(db, release), n: (last?.n ?? 0) + 1 };
  await releases.insertMany([doc], { session, lean: true });
  return publishedOf(doc);
}
