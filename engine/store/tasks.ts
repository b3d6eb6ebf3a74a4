import type { ClientSession } from 'mongoose';
import type { Task } from '../../definitions/model/task.ts';
import { appendWithin } from './case/append.ts';
import { taskOfDoc } from './case/task-of-opening.ts';
import type { Database } from './database.ts';
import { keysetPage, type Order } from './keyset.ts';
import type { Page, PageRequest } from './page.ts';
import { StoreProblem } from './problem.ts';
import { inTransaction, untilWritten } from './transaction.ts';

export interface TaskFilter {
  readonly status?: readonly Task['status'][];
  /** Taken by, or asked of, this person. */
  readonly person?: string;
  /** Asked of one of these teams. */
  readonly teams?: readonly string[];
  readonly takenBy?: string;
  readonly caseId?: string;
}

export interface TaskCounts {
  readonly open: number;
  readonly mine: number;
  readonly team: number;
  readonly overdue: number;
}

/** Who changes which version of a task as they saw it. */
export interface TaskAct {
  readonly version: number;
  readonly by: string;
}

/**
 * Work waiting for people. `version` is the one the run gave the task: taking, giving back and handing over do not
 * change it, so that the answer still names what the run knows.
 */
export interface TaskStore {
  find(taskId: string): Promise<Task | null>;
  /** Most urgent first; tasks without a due time come last, oldest first. */
  list(filter: TaskFilter, page?: PageRequest): Promise<Page<Task>>;
  /** Open tasks: all, taken by or asked of the person, asked of the teams, and past their due time at `now`. */
  counts(who: {
    readonly person: string;
    readonly teams: readonly string[];
    readonly now: Date;
  }): Promise<TaskCounts>;
  openOf(caseId: string): Promise<readonly Task[]>;
  byCase(caseId: string): Promise<readonly Task[]>;
  /** 'stale' when it is closed, changed, or somebody else has it. Taking one's own again changes nothing. */
  take(taskId: string, act: TaskAct): Promise<Task>;
  /** 'stale' when it is closed, changed, or not taken by `by`. */
  giveBack(taskId: string, act: TaskAct): Promise<Task>;
  /**
   * Gives it to a person (who has it then) or a team (where nobody has it yet), and has the run told who is asked now.
   * 'stale' when it is closed or changed.
   */
  handOver(
    taskId: string,
    act: TaskAct & { readonly to: { readonly person: string } | { readonly team: string } },
  ): Promise<Task>;
}

const BY_DUE: Order = [
  ['dueSort', 1],
  ['openedAt', 1],
  ['_id', 1],
];

export function taskStore(db: Database): TaskStore {
  const { tasks } = db.models;

  /** Changes the task if it is as the act saw it and `who` may; else says why not. */
  async function change(
    taskId: string,
    act: TaskAct,
    takenBy: readonly (string | null)[] | null,
    set: object,
    session: ClientSession | null = null,
  ): Promise<Task> {
    const asSeen = { _id: taskId, status: 'open' as const, version: act.version };
    const allowed = takenBy === null ? asSeen : { ...asSeen, takenBy: { $in: [...takenBy] } };
    const write = () =>
      tasks.findOneAndUpdate(allowed, { $set: set }, { returnDocument: 'after', lean: true, session });
    const doc = await (session === null ? untilWritten(write) : write());
    if (doc !== null) return taskOfDoc(doc);
    throw refusal(await tasks.findById(taskId).session(session).lean(), act);
  }

  return {
    async find(taskId) {
      const doc = await tasks.findById(taskId).lean();
      return doc === null ? null : taskOfDoc(doc);
    },
    async list(filter, page = {}) {
      const conditions = conditionsOf(filter);
      const found = await keysetPage(BY_DUE, page, (after, by, limit) =>
        tasks
          .find({ ...conditions, ...after })
          .sort(by)
          .limit(limit)
          .lean(),
      );
      return { items: found.items.map(taskOfDoc), next: found.next };
    },
    async counts({ person, teams, now }) {
      const open = { status: 'open' as const };
      return {
        open: await tasks.countDocuments(open),
        mine: await tasks.countDocuments({ ...open, $or: [{ takenBy: person }, { persons: person }] }),
        team: await tasks.countDocuments({ ...open, teams: { $in: [...teams] } }),
        overdue: await tasks.countDocuments({ ...open, dueSort: { $lt: now } }),
      };
    },
    async openOf(caseId) {
      const docs = await tasks.find({ caseId, status: 'open' }).sort({ openedAt: 1 }).lean();
      return docs.map(taskOfDoc);
    },
    async byCase(caseId) {
      const docs = await tasks.find({ caseId }).sort({ openedAt: 1 }).lean();
      return docs.map(taskOfDoc);
    },
    take: (taskId, act) => change(taskId, act, [null, act.by], { takenBy: act.by }),
    giveBack: (taskId, act) => change(taskId, act, [act.by], { takenBy: null }),
    handOver: (taskId, { to, ...act }) =>
      inTransaction(db, async (session) => {
        const set =
          'person' in to
            ? { takenBy: to.person, persons: [to.person] }
            : { takenBy: null, persons: [], teams: [to.team] };
        const task = await change(taskId, act, null, set, session);
        const { caseId, persons, teams } = task;
        const facts = { persons: [...persons], teams: [...teams] };
        await appendWithin(
          db,
          caseId,
          { kind: 'handed over', ref: taskId, name: null, facts, at: db.now() },
          session,
        );
        return task;
      }),
  };
}

function conditionsOf(filter: TaskFilter): Record<string, unknown> {
  const { status, person, teams, takenBy, caseId } = filter;
  return {
    ...(status !== undefined && { status: { $in: [...status] } }),
    ...(caseId !== undefined && { caseId }),
    ...(takenBy !== undefined && { takenBy }),
    ...(teams !== undefined && { teams: { $in: [...teams] } }),
    ...(person !== undefined && { $or: [{ takenBy: person }, { persons: person }] }),
  };
}

function refusal(
  doc: { status: Task['status']; version: number; takenBy: string | null } | null,
  act: TaskAct,
): StoreProblem {
  if (doc === null)
    return new StoreProblem('not found', 'There is no such task.', 'Look it up in the list of tasks.');
  if (doc.status !== 'open')
    return new StoreProblem('stale', 'The task is closed.', 'Open the case to see how it was settled.');
  if (doc.version !== act.version) {
    return new StoreProblem(
      'stale',
      'The task has changed in the meantime.',
      'Load it again and look at what is asked now.',
    );
  }
  return doc.takenBy === null
    ? new StoreProblem('stale', 'Nobody has taken the task.', 'Load it again; it is with its team.')
    : new StoreProblem(
        'stale',
        'Somebody else has taken the task.',
        'Load it again; hand it over if it should be yours.',
      );
}
