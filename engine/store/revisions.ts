import type { ClientSession } from 'mongoose';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import { partsOf, type RevisionPart } from '../../definitions/flow/parts.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { RevisionDoc } from './models/revision.ts';
import type { RevisionReader } from './revision-reader.ts';
import { inTransaction } from './transaction.ts';

/** What is known of a revision without its content. `number` counts within the flow, from 1. */
export interface RevisionRecord {
  readonly hash: string;
  readonly flow: string;
  readonly name: string;
  readonly number: number;
  readonly semantics: number;
  readonly author: string;
  readonly at: string;
  readonly why: string;
}
/** The same with the tables and word lists that it holds. */
export type RevisionWithParts = RevisionRecord & { readonly parts: readonly RevisionPart[] };

export interface AboutRevision {
  readonly author: string;
  readonly why: string;
  /** Absent: whatever stands beside it stays. */
  readonly scenarios?: Scenarios;
}

export interface RevisionStore {
  /**
   * Keeps a revision under its content hash, and the scenarios beside it. The same content again answers the record
   * kept first; scenarios given with it take the place of those that stood there.
   */
  put(revision: Revision, about: AboutRevision): Promise<RevisionRecord>;
  get(hash: string): Promise<Revision | null>;
  /** Those that stand beside it; none for what was kept without, and for what there is not. */
  scenarios(hash: string): Promise<Scenarios>;
  /** The canonical JSON, for the payload codec. */
  raw(hash: string): Promise<string | null>;
  find(hash: string): Promise<RevisionRecord | null>;
  findMany(hashes: readonly string[]): Promise<readonly RevisionRecord[]>;
  /** Revisions of a flow, newest first; if none is named, of all flows, flow by flow. */
  list(flow?: string): Promise<readonly RevisionRecord[]>;
  /**
   * All with their parts, flow by flow and newest first, but those of some flows; and, if a part is named, only those
   * of flows that may hold it.
   */
  withParts(which: {
    readonly except: readonly string[];
    readonly of?: Pick<RevisionPart, 'id'>;
  }): Promise<readonly RevisionWithParts[]>;
}

const KNOWN = { flow: 1, name: 1, number: 1, semantics: 1, author: 1, at: 1, why: 1 } as const;
type KnownDoc = Omit<RevisionDoc, 'canonical' | 'parts' | 'scenarios'>;

export function revisionStore(db: Database, reader: RevisionReader): RevisionStore {
  const { revisions } = db.models;

  /** Flows of which a revision holds it, or was kept without its parts. */
  const flowsThatMayHold = (part: string, flow: { readonly $nin: string[] }): Promise<string[]> =>
    revisions.distinct('flow', { 'parts.id': { $in: [part, null] }, flow });

  return {
    put: (revision, about) => inTransaction(db, (session) => putRevision(db, session, revision, about)),
    get: (hash) => reader.read(hash),
    async scenarios(hash) {
      const doc = await revisions.findById(hash).select({ scenarios: 1 }).lean();
      const scenarios: Scenarios = JSON.parse(doc?.scenarios ?? '{}');
      return scenarios;
    },
    async raw(hash) {
      const doc = await revisions.findById(hash).select({ canonical: 1 }).lean();
      return doc?.canonical ?? null;
    },
    async find(hash) {
      const doc: KnownDoc | null = await revisions.findById(hash).select(KNOWN).lean();
      return doc === null ? null : recordOf(doc);
    },
    async findMany(hashes) {
      const docs: readonly KnownDoc[] = await revisions
        .find({ _id: { $in: [...hashes] } })
        .select(KNOWN)
        .lean();
      return docs.map(recordOf);
    },
    async list(flow) {
      const which = flow === undefined ? {} : { flow };
      const docs: readonly KnownDoc[] = await revisions
        .find(which)
        .select(KNOWN)
        .sort({ flow: 1, number: -1 })
        .lean();
      return docs.map(recordOf);
    },
    async withParts({ except, of }) {
      const others = { $nin: [...except] };
      const docs: readonly Omit<RevisionDoc, 'canonical'>[] = await revisions
        .find({ flow: of === undefined ? others : { $in: await flowsThatMayHold(of.id, others) } })
        .select({ ...KNOWN, parts: 1 })
        .sort({ flow: 1, number: -1 })
        .lean();
      const all: RevisionWithParts[] = [];
      for (const doc of docs)
        all.push({ ...recordOf(doc), parts: doc.parts ?? (await addParts(db, doc._id)) });
      return all;
    },
  };
}

/** Works out the parts of a revision that was kept without them, and keeps them. */
async function addParts(db: Database, hash: string): Promise<readonly RevisionPart[]> {
  const { revisions } = db.models;
  const found = await revisions.findById(hash).select({ canonical: 1 }).lean();
  if (found === null) return [];
  const revision: Revision = JSON.parse(found.canonical);
  const parts = partsOf(revision);
  // A store that takes no write right now answers all the same; they are worked out again the next time.
  await revisions.updateOne({ _id: hash }, { $set: { parts } }).catch(() => undefined);
  return parts;
}

/** Keeps a revision, as a part of a transaction. */
export async function putRevision(
  db: Database,
  session: ClientSession,
  revision: Revision,
  { author, why, scenarios }: AboutRevision,
): Promise<RevisionRecord> {
  const { revisions } = db.models;
  const canonical = canonicalJson(revision);
  const hash = contentHash(revision);
  const same: KnownDoc | null = await revisions.findById(hash).select(KNOWN).session(session).lean();
  const beside = scenarios === undefined ? {} : { scenarios: JSON.stringify(scenarios) };
  if (same !== null) {
    if (scenarios !== undefined) await revisions.updateOne({ _id: hash }, { $set: beside }, { session });
    return recordOf(same);
  }
  const flow = revision.flow.id;
  const last = await revisions
    .findOne({ flow })
    .select({ number: 1 })
    .sort({ number: -1 })
    .session(session)
    .lean();
  const doc: RevisionDoc = {
    _id: hash,
    flow,
    name: revision.flow.name,
    number: (last?.number ?? 0) + 1,
    semantics: revision.semantics,
    author,
    at: db.now(),
    why,
    canonical,
    parts: partsOf(revision),
    ...beside,
  };
  await revisions.insertMany([doc], { session, lean: true });
  return recordOf(doc);
}

function recordOf(doc: KnownDoc): RevisionRecord {
  const { _id, flow, name, number, semantics, author, at, why } = doc;
  return { hash: _id, flow, name, number, semantics, author, at: iso(at), why };
}
