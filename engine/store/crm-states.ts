import type { Database } from './database.ts';
import { iso } from './iso.ts';
import { untilWritten } from './transaction.ts';

/** How a customer system answered last. */
export interface CrmState {
  readonly crm: string;
  /** What is wrong with it; null: it answers. */
  readonly trouble: string | null;
  readonly since: string;
  /** When it answered last; null: never. */
  readonly answeredAt: string | null;
}

export interface CrmStateStore {
  /** Notes how a CRM answered just now. Written when that is news, or a minute has gone by. */
  note(crm: string, trouble: string | null): Promise<void>;
  all(): Promise<readonly CrmState[]>;
  /**
   * Whoever hears true takes in all the CRM's customers for the next `leaseMs`; nobody else does meanwhile. False where
   * they were taken in since `since`, or somebody is at it.
   */
  claimLoad(crm: string, since: Date, leaseMs: number): Promise<boolean>;
  /** They are all in (as of `loadedAt`), or it went wrong (null). */
  endLoad(crm: string, loadedAt: Date | null): Promise<void>;
}

const SELDOM_MS = 60_000;

export function crmStateStore(db: Database): CrmStateStore {
  const { crmStates } = db.models;
  return {
    async note(crm, trouble) {
      const known = await crmStates.findById(crm).lean();
      const now = db.now();
      const isNews = known === null || known.trouble !== trouble;
      const age = now.getTime() - (known?.answeredAt?.getTime() ?? 0);
      if (!isNews && (trouble !== null || age < SELDOM_MS)) return;
      const set = {
        trouble,
        since: isNews ? now : known.since,
        answeredAt: trouble === null ? now : (known?.answeredAt ?? null),
      };
      await untilWritten(() => crmStates.updateOne({ _id: crm }, { $set: set }, { upsert: true }));
    },
    async claimLoad(crm, since, leaseMs) {
      const now = db.machineNow();
      await untilWritten(() =>
        crmStates.updateOne(
          { _id: crm },
          { $setOnInsert: { trouble: null, since: now, answeredAt: null } },
          { upsert: true },
        ),
      );
      const until = new Date(now.getTime() + leaseMs);
      const claimed = await untilWritten(() =>
        crmStates.updateOne(
          {
            _id: crm,
            $and: [
              { $or: [{ loadedAt: null }, { loadedAt: { $lt: since } }] },
              { $or: [{ loadingUntil: null }, { loadingUntil: { $lt: now } }] },
            ],
          },
          { $set: { loadingUntil: until } },
        ),
      );
      return claimed.modifiedCount === 1;
    },
    async endLoad(crm, loadedAt) {
      const set = { loadingUntil: null, ...(loadedAt === null ? {} : { loadedAt }) };
      await untilWritten(() => crmStates.updateOne({ _id: crm }, { $set: set }));
    },
    async all() {
      const docs = await crmStates.find().sort({ _id: 1 }).lean();
      return docs.map(({ _id, trouble, since, answeredAt }) => ({
        crm: _id,
        trouble,
        since: iso(since),
        answeredAt: answeredAt === null ? null : iso(answeredAt),
      }));
    },
  };
}
