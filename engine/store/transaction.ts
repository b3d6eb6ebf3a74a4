import { mongo, type ClientSession } from 'mongoose';
import type { Database } from './database.ts';
import { driverErrorOf } from './driver-error.ts';

const DUPLICATE_KEY = 11_000;
const WRITE_CONFLICT = 112;
/** Two who insert the same key at once: one of them finds it on its next try. A key that stays double is a fault. */
const MOST_DUPLICATES = 20;
/**
 * Longer than a server keeps the transaction of a client that was killed (60 s unless set otherwise): what it had
 * written to is in everybody's way until then.
 */
const LONGEST_MS = 75_000;
const LONGEST_PAUSE_MS = 100;

/**
 * Runs `work` in a transaction, again from the start as long as another transaction was in its way, for at most
 * 75 s. `work` must pass the session on to every question, ask them one after the other, and have no other effect.
 */
export async function inTransaction<T>(
  db: Database,
  work: (session: ClientSession) => Promise<T>,
): Promise<T> {
  const giveUpAt = performance.now() + LONGEST_MS;
  let duplicates = 0;
  for (let attempt = 1; ; attempt++) {
    const leave = attempt === 1 ? () => undefined : await db.secondTries.enter();
    const session = await db.connection.startSession();
    try {
      session.startTransaction();
      const result = await work(session);
      await commit(session, giveUpAt);
      return result;
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
      if (isDuplicateKey(error) && ++duplicates > MOST_DUPLICATES) throw error;
      if (!wasInTheWay(error) || performance.now() > giveUpAt) throw error;
      await pause(attempt);
    } finally {
      leave();
      await session.endSession();
    }
  }
}

/**
 * Runs one write that is atomic by itself, again as long as a transaction was in its way, or another upsert of the
 * same key. Servers are meant to do this themselves; not every one of those we run on does it always.
 */
export async function untilWritten<T>(write: () => Promise<T>): Promise<T> {
  const giveUpAt = performance.now() + LONGEST_MS;
  let duplicates = 0;
  for (let attempt = 1; ; attempt++) {
    try {
      return await write();
    } catch (error) {
      if (isDuplicateKey(error) && ++duplicates > MOST_DUPLICATES) throw error;
      if (!wasInTheWay(error) || performance.now() > giveUpAt) throw error;
      await pause(attempt);
    }
  }
}

/**
 * The document that an upsert wrote or found. Of several who upsert one key at once, some servers answer nothing to
 * those who came second: they ask again, and find it.
 */
export async function upserted<D>(upsert: () => Promise<D | null>): Promise<D> {
  for (let attempt = 1; attempt <= MOST_DUPLICATES; attempt++) {
    const document = await untilWritten(upsert);
    if (document !== null) return document;
    await pause(attempt);
  }
  throw new Error('An upsert answered no document.');
}

/** Whether a unique index refused a write. */
export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

function wasInTheWay(error: unknown): boolean {
  return isConflict(error) || isDuplicateKey(error);
}

/** Whether a write met another transaction that had written to the same, and nothing was written. */
export function isConflict(thrown: unknown): boolean {
  const error = driverErrorOf(thrown);
  if (!(error instanceof mongo.MongoError) || error instanceof mongo.MongoNetworkError) return false;
  return error.hasErrorLabel('TransientTransactionError') || error.code === WRITE_CONFLICT;
}

/** A commit whose answer was lost is asked for again: the server does it once. */
async function commit(session: ClientSession, giveUpAt: number): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      const isUncertain =
        error instanceof mongo.MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
      if (!isUncertain || performance.now() > giveUpAt) throw error;
      await pause(attempt);
    }
  }
}

/** Random, so that those who met do not meet again. */
function pause(attempt: number): Promise<void> {
  const most = Math.min(LONGEST_PAUSE_MS, 4 * attempt);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * most));
}
