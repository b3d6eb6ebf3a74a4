import { mongo } from 'mongoose';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { HistoryDoc } from './models/history.ts';
import { StoreProblem } from './problem.ts';
import { untilWritten } from './transaction.ts';

/** A closed run as Temporal recorded it. */
export interface ArchivedHistory {
  readonly workflowId: string;
  readonly runId: string;
  readonly revision: string;
  readonly semantics: number;
  /** Protobuf or JSON, gzipped, as the archiver wrote it. */
  readonly history: Uint8Array;
  readonly at: string;
}

export interface HistoryStore {
  /** The same run again changes nothing. */
  archive(
    workflowId: string,
    runId: string,
    run: { readonly revision: string; readonly semantics: number; readonly history: Uint8Array },
  ): Promise<void>;
  exists(workflowId: string, runId: string): Promise<boolean>;
  get(workflowId: string, runId: string): Promise<ArchivedHistory | null>;
  /** Archived runs of a workflow, oldest first, without their bytes. */
  runsOf(workflowId: string): Promise<readonly Omit<ArchivedHistory, 'history'>[]>;
}

/** A document of MongoDB holds at most 16 MB. */
const MOST_BYTES = 15_000_000;
const WITHOUT_BYTES = { workflowId: 1, runId: 1, revision: 1, semantics: 1, at: 1 } as const;

export function historyStore(db: Database): HistoryStore {
  const { histories } = db.models;
  return {
    async archive(workflowId, runId, { revision, semantics, history }) {
      if (history.length > MOST_BYTES) {
        throw new StoreProblem(
          'refused',
          `A history of ${history.length} bytes is too long to be kept.`,
          'Let it continue as new sooner.',
        );
      }
      const first = { _id: db.newId(), revision, semantics, history: Buffer.from(history), at: db.now() };
      await untilWritten(() =>
        histories.updateOne({ workflowId, runId }, { $setOnInsert: first }, { upsert: true }),
      );
    },
    async exists(workflowId, runId) {
      return (await histories.countDocuments({ workflowId, runId })) > 0;
    },
    async get(workflowId, runId) {
      const doc = await histories.findOne({ workflowId, runId }).lean();
      return doc === null ? null : { ...factsOf(doc), history: bytesOf(doc.history) };
    },
    async runsOf(workflowId) {
      const docs: readonly Omit<HistoryDoc, 'history'>[] = await histories
        .find({ workflowId })
        .select(WITHOUT_BYTES)
        .sort({ at: 1 })
        .lean();
      return docs.map(factsOf);
    },
  };
}

function factsOf({ workflowId, runId, revision, semantics, at }: Omit<HistoryDoc, 'history'>) {
  return { workflowId, runId, revision, semantics, at: iso(at) };
}

/** The driver reads bytes as its own Binary. */
function bytesOf(held: unknown): Uint8Array {
  if (held instanceof mongo.Binary) return held.value();
  if (held instanceof Uint8Array) return held;
  throw new TypeError('A history is not kept as bytes.');
}
