import type { Resolution, StuckCause } from '../../definitions/model/stuck.ts';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { GroupActDoc } from './models/group-act.ts';
import type { StuckRun } from './incidents.ts';
import { stuckRunOf } from './case/incident-of-progress.ts';
import { untilWritten } from './transaction.ts';

/** One way out for all runs that were stuck by one cause when it was asked for; worked off in the background. */
export interface GroupActRecord {
  readonly id: string;
  readonly cause: StuckCause;
  readonly resolution: Resolution;
  readonly why: string;
  /** Who asked for it, as the runs are told. */
  readonly actor: {
    readonly person: string;
    readonly teams: readonly string[];
    readonly roles: readonly string[];
  };
  readonly at: string;
  readonly status: GroupActDoc['status'];
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly held: string | null;
  readonly endedAt: string | null;
}

export type NewGroupAct = Pick<GroupActRecord, 'cause' | 'resolution' | 'why' | 'actor'>;

/**
 * Acts on groups. Which runs belong to one is fixed when it begins, by a mark on each: what gets stuck later, even of
 * the same case, is not touched by it.
 */
export interface GroupActStore {
  /** Keeps the act and marks the runs. Null when none is stuck by this cause that could be led on. */
  begin(act: NewGroupAct): Promise<GroupActRecord | null>;
  find(actId: string): Promise<GroupActRecord | null>;
  /** Those under way and those of the last `hours`, newest first, at most 50. */
  recent(hours: number): Promise<readonly GroupActRecord[]>;
  /** Takes up one that is under way and that nobody works off, for `leaseMs`; null when there is none. */
  claim(worker: string, leaseMs: number): Promise<GroupActRecord | null>;
  /** Goes on holding it, and says, if given, what it waits for. Null: another has it by now, or it is over. */
  hold(actId: string, worker: string, leaseMs: number, held?: string | null): Promise<GroupActRecord | null>;
  /** Lets others take it up at once. */
  letGo(actId: string, worker: string): Promise<void>;
  /** Marked runs that were not led on yet. */
  left(actId: string, limit: number): Promise<readonly StuckRun[]>;
  /** Takes the mark off; with why the run could not be led on, if so. */
  settle(actId: string, incidentId: string, refusal: string | null): Promise<void>;
  /** No further runs are to be led on. False: it is over already. */
  stop(actId: string): Promise<boolean>;
  /** It is over: what is still marked is so no longer, and the counts are final. */
  finish(actId: string): Promise<void>;
}

const MOST_RECENT = 50;
const HOUR_MS = 3_600_000;
const UNDER_WAY = ['gathering', 'working', 'stopping'] as const;

export function groupActStore(db: Database): GroupActStore {
  const { groupActs, incidents } = db.models;

  /** A process may die between ending an act and taking its marks off. */
  async function takeOffOldMarks(cause: StuckCause): Promise<void> {
    const marks = await incidents.distinct('act', { status: 'open', ...cause, act: { $gt: '' } });
    for (const act of marks) {
      const doc = await groupActs.findById(act).lean();
      if (doc === null || !isUnderWay(doc))
        await untilWritten(() => incidents.updateMany({ act }, { $set: { act: null } }));
    }
  }

  async function gather(doc: GroupActDoc): Promise<GroupActDoc> {
    const { _id, kind, code, flow, node } = doc;
    await takeOffOldMarks({ kind, code, flow, node });
    const free = { status: 'open' as const, kind, code, flow, node, act: null, fromOutside: false };
    await untilWritten(() =>
      incidents.updateMany(free, { $set: { act: _id, refusedBy: null, refusal: null } }),
    );
    const total = await incidents.countDocuments({ act: _id });
    const status = total === 0 ? ('done' as const) : ('working' as const);
    const set = { status, total, ...(total === 0 && { endedAt: db.now() }) };
    await untilWritten(() => groupActs.updateOne({ _id, status: 'gathering' }, { $set: set }));
    return { ...doc, ...set };
  }

  /** While it is under way, what became of the marked ones is counted on them. */
  async function counted(doc: GroupActDoc): Promise<GroupActRecord> {
    if (!isUnderWay(doc)) return recordOf(doc, doc);
    const [left, refused] = await Promise.all([
      incidents.countDocuments({ act: doc._id }),
      incidents.countDocuments({ refusedBy: doc._id }),
    ]);
    return recordOf(doc, { done: Math.max(0, doc.total - left - refused), refused });
  }

  return {
    async begin({ cause, resolution, why, actor }) {
      const doc: GroupActDoc = {
        _id: db.newId(),
        ...cause,
        resolution,
        why,
        by: actor.person,
        teams: actor.teams,
        roles: actor.roles,
        at: db.now(),
        status: 'gathering',
        total: 0,
        done: 0,
        refused: 0,
        held: null,
        endedAt: null,
        leaseBy: null,
        // Whoever finds it gathering after this long finds it left behind.
        leaseUntil: new Date(db.machineNow().getTime() + 60_000),
      };
      await groupActs.insertMany([doc], { lean: true });
      const gathered = await gather(doc);
      if (gathered.total === 0) {
        await untilWritten(() => groupActs.deleteOne({ _id: doc._id }));
        return null;
      }
      await untilWritten(() =>
        groupActs.updateOne({ _id: doc._id, leaseBy: null }, { $set: { leaseUntil: db.machineNow() } }),
      );
      return counted(gathered);
    },
    async find(actId) {
      const doc = await groupActs.findById(actId).lean();
      return doc === null ? null : counted(doc);
    },
    async recent(hours) {
      const since = new Date(db.now().getTime() - hours * HOUR_MS);
      const [underWay, lately] = await Promise.all([
        groupActs
          .find({ status: { $in: [...UNDER_WAY] } })
          .limit(MOST_RECENT)
          .lean(),
        groupActs
          .find({ at: { $gt: since } })
          .sort({ at: -1, _id: -1 })
          .limit(MOST_RECENT)
          .lean(),
      ]);
      const all = new Map([...underWay, ...lately].map((doc) => [doc._id, doc]));
      const records = await Promise.all([...all.values()].map(counted));
      return records.sort((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_RECENT);
    },
    async claim(worker, leaseMs) {
      const now = db.machineNow();
      const doc = await untilWritten(() =>
        groupActs.findOneAndUpdate(
          { status: { $in: [...UNDER_WAY] }, leaseUntil: { $lte: now } },
          { $set: { leaseBy: worker, leaseUntil: new Date(now.getTime() + leaseMs) } },
          { returnDocument: 'after', lean: true },
        ),
      );
      if (doc === null) return null;
      return counted(doc.status === 'gathering' ? await gather(doc) : doc);
    },
    async hold(actId, worker, leaseMs, held) {
      const leaseUntil = new Date(db.machineNow().getTime() + leaseMs);
      const doc = await untilWritten(() =>
        groupActs.findOneAndUpdate(
          { _id: actId, leaseBy: worker, status: { $in: [...UNDER_WAY] } },
          { $set: { leaseUntil, ...(held !== undefined && { held }) } },
          { returnDocument: 'after', lean: true },
        ),
      );
      return doc === null ? null : recordOf(doc, doc);
    },
    async letGo(actId, worker) {
      const free = { $set: { leaseBy: null, leaseUntil: db.machineNow() } };
      await untilWritten(() => groupActs.updateOne({ _id: actId, leaseBy: worker }, free));
    },
    async left(actId, limit) {
      const docs = await incidents.find({ act: actId }).limit(limit).lean();
      return docs.map(stuckRunOf);
    },
    async settle(actId, incidentId, refusal) {
      const set = { act: null, ...(refusal !== null && { refusedBy: actId, refusal }) };
      await untilWritten(() => incidents.updateOne({ _id: incidentId, act: actId }, { $set: set }));
    },
    async stop(actId) {
      const stopped = await untilWritten(() =>
        groupActs.updateOne(
          { _id: actId, status: { $in: [...UNDER_WAY] } },
          { $set: { status: 'stopping' } },
        ),
      );
      return stopped.matchedCount > 0;
    },
    async finish(actId) {
      const doc = await groupActs.findById(actId).lean();
      if (doc === null || !isUnderWay(doc)) return;
      const { done, refused } = await counted(doc);
      const set = {
        status: doc.status === 'stopping' ? ('stopped' as const) : ('done' as const),
        done,
        refused,
        held: null,
        endedAt: db.now(),
        leaseBy: null,
      };
      await untilWritten(() =>
        groupActs.updateOne({ _id: actId, status: { $in: [...UNDER_WAY] } }, { $set: set }),
      );
      await untilWritten(() => incidents.updateMany({ act: actId }, { $set: { act: null } }));
    },
  };
}

function isUnderWay({ status }: GroupActDoc): boolean {
  return UNDER_WAY.some((each) => each === status);
}

function recordOf(doc: GroupActDoc, counts: { done: number; refused: number }): GroupActRecord {
  const { _id, kind, code, flow, node, resolution, why, by, teams, roles, at, status, total, held } = doc;
  return {
    id: _id,
    cause: { kind, code, flow, node },
    resolution,
    why,
    actor: { person: by, teams, roles },
    at: iso(at),
    status,
    total,
    done: counts.done,
    refused: counts.refused,
    held,
    endedAt: iso(doc.endedAt),
  };
}
