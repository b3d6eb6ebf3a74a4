import type { ClientSession } from 'mongoose';
import type { Database } from './database.ts';
import { iso } from './iso.ts';
import type { FlowStandingsDoc } from './models/flow-standings.ts';
import { StoreProblem } from './problem.ts';
import { untilWritten } from './transaction.ts';

/** The flow that new cases begin with as long as nobody chose another: the one that ships. */
export const SHIPPED_FLOW = 'mention-care';

/** How flows stand among each other. */
export interface FlowStandings {
  /** The flow that new cases begin with; never an archived one. */
  readonly takesCases: string;
  readonly archived: readonly ArchivedFlow[];
}
/** A flow that was put out of the way: by whom, when and why. */
export interface ArchivedFlow {
  readonly flow: string;
  readonly by: string;
  readonly at: string;
  readonly why: string;
}

export interface FlowStandingStore {
  read(): Promise<FlowStandings>;
  /** Out of the way; cases that run by it go on. 'refused' while new cases begin with it, or if it is archived. */
  archive(flow: string, by: string, why: string): Promise<void>;
  /** 'refused' if it is not archived. */
  bringBack(flow: string): Promise<void>;
  /** New cases begin with it from now on, and with no other. 'refused' if it is archived. */
  letTakeCases(flow: string): Promise<void>;
}

const ALL = { _id: 'flows' };

export function flowStandingStore(db: Database): FlowStandingStore {
  const { flowStandings } = db.models;
  const readDoc = async (): Promise<Pick<FlowStandingsDoc, 'takesCases' | 'archived'>> =>
    (await flowStandings.findOne(ALL).lean()) ?? { takesCases: SHIPPED_FLOW, archived: [] };

  /** One write, if the flows stand as `when` says; answers whether they did. */
  async function change(when: object, to: object): Promise<boolean> {
    const fresh = { takesCases: SHIPPED_FLOW, archived: [] };
    await untilWritten(() => flowStandings.updateOne(ALL, { $setOnInsert: fresh }, { upsert: true }));
    const { matchedCount } = await untilWritten(() => flowStandings.updateOne({ ...ALL, ...when }, to));
    return matchedCount > 0;
  }

  return {
    async read() {
      const { takesCases, archived } = await readDoc();
      return { takesCases, archived: archived.map((one) => ({ ...one, at: iso(one.at) })) };
    },
    async archive(flow, by, why) {
      const when = { takesCases: { $ne: flow }, 'archived.flow': { $ne: flow } };
      if (await change(when, { $push: { archived: { flow, by, at: db.now(), why } } })) return;
      throw (await readDoc()).takesCases === flow
        ? new StoreProblem(
            'refused',
            'New cases begin with this flow, so it cannot be archived.',
            'Let them begin with another flow first.',
          )
        : new StoreProblem('refused', 'This flow is archived already.', 'Look at the flows again.');
    },
    async bringBack(flow) {
      if (await change({ 'archived.flow': flow }, { $pull: { archived: { flow } } })) return;
      throw new StoreProblem('refused', 'This flow is not archived.', 'Look at the flows again.');
    },
    async letTakeCases(flow) {
      if (await change({ 'archived.flow': { $ne: flow } }, { $set: { takesCases: flow } })) return;
      throw archivedProblem();
    },
  };
}

/** 'refused' for a flow that is archived: nothing of it changes or goes live. */
export async function refuseArchived(db: Database, session: ClientSession, flow: string): Promise<void> {
  const found = await db.models.flowStandings
    .findOne({ ...ALL, 'archived.flow': flow })
    .session(session)
    .lean();
  if (found !== null) throw archivedProblem();
}

function archivedProblem(): StoreProblem {
  return new StoreProblem('refused', 'This flow is archived.', 'Bring it back first.');
}
