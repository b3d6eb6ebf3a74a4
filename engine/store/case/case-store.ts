import type { CaseStore } from '../cases.ts';
import type { Database } from '../database.ts';
import type { RevisionReader } from '../revision-reader.ts';
import type { TallyStore } from '../tallies.ts';
import { untilWritten } from '../transaction.ts';
import { readState } from '../arrivals.ts';
import { candidates } from './candidates.ts';
import { NO_BRAND } from '../../../definitions/model/case.ts';
import { caseOf } from './case-of-doc.ts';
import { countsOf, GOING_ON } from './counts.ts';
import { markDelivered, undelivered } from './delivery.ts';
import { expectReport, late, owesNothing } from './lateness.ts';
import { link, noSuchCase } from './link.ts';
import { listCases } from './list.ts';
import { recordProgress } from './progress.ts';
import { clearRetry, noteRetry } from './retries.ts';
import { caseValues } from './values.ts';

const MOST_TRAIL = 5_000;
const MOST_CANDIDATES = 20;

export function caseStore(db: Database, revisions: RevisionReader, tallies: TallyStore): CaseStore {
  const { cases, savedStates, trail } = db.models;
  return {
    async find(caseId) {
      const doc = await cases.findById(caseId).lean();
      return doc === null ? null : caseOf(doc);
    },
    async findMany(caseIds) {
      const docs = await cases.find({ _id: { $in: [...caseIds] } }).lean();
      return docs.map(caseOf);
    },
    list: (filter, page = {}) => listCases(db, filter, page),
    counts: async () => countsOf((await tallies.read()).standing),
    async brands() {
      const brands = await cases.distinct('brand');
      return brands.filter((brand) => brand !== NO_BRAND).sort();
    },
    undelivered: (limit, olderThan) => undelivered(db, limit, olderThan),
    markDelivered: (caseId, seq, revision) => markDelivered(db, caseId, seq, revision),
    recordProgress: (progress, saved = null) => recordProgress(db, revisions, progress, saved),
    async trail(caseId, limit = MOST_TRAIL) {
      const latest = await trail.find({ caseId }).sort({ from: -1 }).limit(limit).lean();
      return latest
        .reverse()
        .flatMap((part) => part.entries)
        .slice(-limit);
    },
    async told(caseId) {
      const parts = await trail.find({ caseId }).select({ events: 1, revision: 1 }).sort({ from: 1 }).lean();
      return parts.flatMap(({ events, revision }) =>
        events == null || revision === undefined ? [] : [{ revision, events }],
      );
    },
    async savedState(caseId) {
      const doc = await savedStates.findById(caseId).lean();
      return doc === null ? null : { runId: doc.runId, state: readState(doc.state) };
    },
    async assign(caseId, assignment) {
      const set = { ...assignment, changedAt: db.now() };
      const doc = await untilWritten(() =>
        cases.findOneAndUpdate({ _id: caseId }, { $set: set }, { returnDocument: 'after', lean: true }),
      );
      if (doc === null) throw noSuchCase();
      return caseOf(doc);
    },
    values: () => caseValues(db),
    candidates: (caseId, search, limit = MOST_CANDIDATES) => candidates(db, caseId, search, limit),
    link: (followerId, primaryId, by) => link(db, followerId, primaryId, by),
    async followersOf(caseId) {
      const docs = await cases.find({ primaryCaseId: caseId }).select({ _id: 1 }).lean();
      return docs.map((doc) => doc._id);
    },
    async goingOn() {
      const docs = await cases
        .find({ status: { $in: [...GOING_ON] } })
        .select({ _id: 1 })
        .lean();
      return docs.map((doc) => doc._id);
    },
    expectReport: (caseId) => expectReport(db, caseId),
    owesNothing: (caseId, since) => owesNothing(db, caseId, since),
    noteRetry: (caseId, failed, isGuess = false) => noteRetry(db, caseId, failed, isGuess),
    clearRetry: (caseId, occasion) => clearRetry(db, caseId, occasion),
    late: (why, before, page = {}) => late(db, why, before, page),
  };
}
