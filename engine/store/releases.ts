import type { ClientSession } from 'mongoose';
import type { Database } from './database.ts';
import { refuseArchived } from './flow-standings.ts';
import { iso } from './iso.ts';
import type { ReleaseDoc } from './models/release.ts';
import { StoreProblem } from './problem.ts';
import { inTransaction } from './transaction.ts';

/** Who made which revision live, when and why. */
export interface Release {
  readonly id: string;
  readonly flow: string;
  readonly hash: string;
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

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
    return doc === null ? null : releaseOf(doc);
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
      return docs.map(releaseOf);
    },
  };
}

/** Makes a revision live, as a part of a transaction. Refuses as `release` does. */
export async function addRelease(
  db: Database,
  session: ClientSession,
  { flow, hash, by, why }: Pick<Release, 'flow' | 'hash' | 'by' | 'why'>,
): Promise<Release> {
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
  const doc: ReleaseDoc = { _id: db.newId(), flow, n: (last?.n ?? 0) + 1, hash, by, at: db.now(), why };
  await releases.insertMany([doc], { session, lean: true });
  return releaseOf(doc);
}

function releaseOf(doc: ReleaseDoc): Release {
  const { _id, flow, hash, by, at, why } = doc;
  return { id: _id, flow, hash, by, at: iso(at), why };
}
