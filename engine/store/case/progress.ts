import type { ClientSession } from 'mongoose';
import type { CaseStatus, Progress } from '../../../definitions/model/case.ts';
import type { Database } from '../database.ts';
import { knownInstant, instant } from '../iso.ts';
import type { CaseDoc } from '../models/case.ts';
import { StoreProblem } from '../problem.ts';
import type { RevisionReader } from '../revision-reader.ts';
import { countedAnew } from '../tally/tallies-of-case.ts';
import { writeTallyChanges } from '../tally/write-changes.ts';
import { inTransaction } from '../transaction.ts';
import { incidentOf } from './incident-of-progress.ts';
import { voidForerunner } from './forerunner.ts';
import { noSuchCase } from './link.ts';
import { clearWithin } from './standstill.ts';
import { taskOf } from './task-of-opening.ts';
import { nodeKeys } from './node-keys.ts';
import { retriesAfter } from './retries.ts';
import { wellKnownFacts } from './well-known-facts.ts';

const OVER: ReadonlySet<CaseStatus> = new Set(['closed', 'continued']);

/** See CaseStore.recordProgress. */
export async function recordProgress(
  db: Database,
  revisions: RevisionReader,
  progress: Progress,
  saved: string | null,
): Promise<{ readonly applied: boolean }> {
  const needsDrawing = progress.tasksOpened.length > 0;
  const revision = needsDrawing ? await revisions.read(progress.revision) : null;
  if (needsDrawing && revision === null) {
    throw new StoreProblem(
      'not found',
      'The revision of this case is not in the store.',
      'Put the revision back.',
    );
  }
  return inTransaction(db, async (session) => {
    const { cases, tasks, incidents, trail, savedStates } = db.models;
    const before = await cases.findById(progress.caseId).session(session).lean();
    if (before === null) throw noSuchCase();
    if (progress.version <= before.progressVersion) return { applied: false };
    const changed = changedFields(progress, before, db);
    const { set, changes } = countedAnew(before, { ...before, ...changed }, db.now());
    await cases.updateOne({ _id: progress.caseId }, { $set: { ...changed, ...set } }, { session });
    await writeTallyChanges(db, changes, session);

    const steps = progress.trail.filter((entry) => entry.n > before.trailLength);
    const [first] = steps;
    if (first !== undefined) {
      const part = {
        _id: `${progress.caseId}.${first.n}`,
        caseId: progress.caseId,
        from: first.n,
        entries: steps,
        ...(progress.events !== undefined && { events: progress.events, revision: progress.revision }),
      };
      await trail.insertMany([part], { session, lean: true });
    }
    if (revision !== null) {
      const opened = progress.tasksOpened.map((opening) => taskOf(progress.caseId, opening, revision));
      await tasks.bulkWrite(opened.map(insertOnce), { session });
    }
    if (before.runId !== null && before.runId !== progress.runId) await voidForerunner(db, progress, session);
    if (progress.tasksClosed.length > 0) await tasks.bulkWrite(closings(progress), { session });
    const raised = progress.incidentsRaised.map((each) => incidentOf(progress, each));
    if (raised.length > 0) await incidents.bulkWrite(raised.map(insertOnce), { session });
    if (before.status === 'stuck') await clearWithin(db, progress.caseId, session);
    await clearIncidents(db, progress, session);
    if (saved !== null) {
      const kept = { $set: { runId: progress.runId, state: saved, at: db.now() } };
      await savedStates.updateOne({ _id: progress.caseId }, kept, { upsert: true, session });
    }
    return { applied: true };
  });
}

function changedFields(progress: Progress, before: CaseDoc, db: Database): Partial<CaseDoc> {
  const deliveredSeq = Math.max(before.deliveredSeq, progress.seenSeq);
  const undelivered = before.lastSeq > deliveredSeq;
  const isOver = OVER.has(progress.status);
  return {
    status: progress.status,
    outcome: progress.outcome,
    revision: progress.revision,
    runId: progress.runId,
    seenSeq: Math.max(before.seenSeq, progress.seenSeq),
    deliveredSeq,
    undelivered,
    undeliveredSince: undelivered ? before.undeliveredSince : null,
    owesSince: owedSince(progress, deliveredSeq, before, db.machineNow()),
    wakesAt: instant(progress.wakesAt),
    positions: progress.positions,
    nodes: nodeKeys(progress.positions),
    ...retriesAfter(before, progress),
    facts: progress.facts,
    progressVersion: progress.version,
    trailLength: Math.max(before.trailLength, ...progress.trail.map((entry) => entry.n)),
    changedAt: db.now(),
    closedAt: isOver ? (before.closedAt ?? knownInstant(progress.at)) : null,
    ...wellKnownFacts(progress.facts),
  };
}

/** A report that is still to come: what was delivered was not seen yet, or an activity is under way. */
function owedSince(progress: Progress, deliveredSeq: number, before: CaseDoc, now: Date): Date | null {
  if (deliveredSeq > progress.seenSeq) return before.owesSince ?? now;
  return progress.positions.some((position) => position.for === 'activity') ? now : null;
}

/** A document that is there stays as it is. */
function insertOnce<D extends { _id: string }>(doc: D) {
  const { _id, ...rest } = doc;
  return { updateOne: { filter: { _id }, update: { $setOnInsert: rest }, upsert: true } };
}

function closings(progress: Progress) {
  const closedAt = knownInstant(progress.at);
  return progress.tasksClosed.map(({ taskId, how, by, answers }) => {
    const given = isObject(answers) ? answers : null;
    const set = { status: how, closedAt, answeredBy: by, answers: given };
    return { updateOne: { filter: { _id: taskId, status: 'open' as const }, update: { $set: set } } };
  });
}

function isObject(answers: Progress['tasksClosed'][number]['answers']): answers is Progress['facts'] {
  return typeof answers === 'object' && answers !== null && !Array.isArray(answers);
}

async function clearIncidents(db: Database, progress: Progress, session: ClientSession): Promise<void> {
  if (progress.incidentsCleared.length === 0) return;
  const which = {
    _id: { $in: [...progress.incidentsCleared] },
    caseId: progress.caseId,
    status: 'open' as const,
  };
  await db.models.incidents.updateMany(
    which,
    { $set: { status: 'cleared', clearedAt: knownInstant(progress.at) } },
    { session },
  );
}
