import type { Logger } from 'pino';
import { recordLedOn, type LeadingOn } from '../runs/lead-run-on.ts';
import type { GroupActRecord } from '../store/group-acts.ts';
import type { StuckRun } from '../store/incidents.ts';
import { RunsProblem } from '../runs/runs.ts';
import { startRounds, type Rounds } from '../runs/rounds.ts';
import { leadOn, type LeadDeps } from './lead-on.ts';
import { problemOf } from './problem.ts';
import { refusalIn } from './resolve-incidents.ts';

/** Runs told at the same time, and taken up before it is looked whether somebody said stop. */
const AT_ONCE = 8;
const BATCH = 24;
/** Longer than a batch takes when each of its runs answers at the last moment. */
const LEASE_MS = 60_000;
const IDLE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/**
 * Works off what was asked for whole groups of stuck runs. All it knows stands in the store: a process that dies
 * leaves the rest to another, or to the next one. Several may run side by side; each act has one of them at a time.
 */
export function startGroupActs(
  deps: LeadDeps & { readonly logger: Logger; readonly worker: string },
): Rounds {
  const { store, worker, logger } = deps;
  return startRounds({
    name: 'leading groups on',
    restMs: IDLE_MS,
    longestMs: LONGEST_PAUSE_MS,
    logger,
    async round(isStopped) {
      const act = await store.groupActs.claim(worker, LEASE_MS);
      if (act === null) return IDLE_MS;
      try {
        await workOff(deps, act, isStopped);
      } catch (error) {
        const held = problemOf(error).problem.code;
        await store.groupActs.hold(act.id, worker, LEASE_MS, held).catch(() => undefined);
        throw error;
      } finally {
        await store.groupActs.letGo(act.id, worker).catch(() => undefined);
      }
      return 0;
    },
  });
}

async function workOff(
  deps: LeadDeps & { readonly worker: string },
  act: GroupActRecord,
  isStopped: () => boolean,
): Promise<void> {
  const { groupActs } = deps.store;
  while (!isStopped()) {
    const now = await groupActs.hold(act.id, deps.worker, LEASE_MS);
    if (now === null) return;
    const batch = now.status === 'stopping' ? [] : [...(await groupActs.left(act.id, BATCH))];
    if (batch.length === 0) return groupActs.finish(act.id);
    await leadEach(deps, act, batch);
    if (now.held !== null) await groupActs.hold(act.id, deps.worker, LEASE_MS, null);
  }
}

async function leadEach(deps: LeadDeps, act: GroupActRecord, batch: StuckRun[]): Promise<void> {
  const how = { resolution: act.resolution, why: act.why, actor: act.actor, group: act.id };
  const next = async (): Promise<void> => {
    for (let stuck = batch.shift(); stuck !== undefined; stuck = batch.shift()) {
      const refusal = await leadOneOf(deps, stuck, how);
      await deps.store.groupActs.settle(act.id, stuck.id, refusal);
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, batch.length) }, next));
}

/** Null: it goes on, by this or by itself. Else why it does not. */
async function leadOneOf(deps: LeadDeps, stuck: StuckRun, how: LeadingOn): Promise<string | null> {
  try {
    await leadOn(deps, stuck, how);
    return null;
  } catch (error) {
    const { code, reason } = refusalIn(error);
    if (code !== 'closed' && code !== 'stale') return reason;
    if (error instanceof RunsProblem && error.reason === 'started again') return reason;
    const now = await deps.store.incidents.find(stuck.id);
    if (now?.status === 'open' && code === 'closed') return reason;
    await recordIfUnsaid(deps, stuck, how);
    return null;
  }
}

/** A process that died between leading a run on and recording it left that to be done; the run's own way tells. */
async function recordIfUnsaid(deps: LeadDeps, stuck: StuckRun, how: LeadingOn): Promise<void> {
  const said = await deps.store.audit.list({ subject: stuck.id }, { limit: 1 });
  if (said.items.length > 0) return;
  const trail = await deps.store.cases.trail(stuck.caseId);
  const wasUs = trail.some(
    ({ what, node, scope, at, detail }) =>
      what === 'resumed' &&
      node === stuck.node &&
      scope === stuck.scope &&
      at >= stuck.at &&
      detail?.['by'] === how.actor.person,
  );
  if (wasUs) await recordLedOn(deps.store, stuck, how);
}
