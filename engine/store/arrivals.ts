import type { JsonObject, Json } from '../../definitions/flow/json.ts';
import type { Arrival } from '../../definitions/model/arrival.ts';
import type { CaseStatus } from '../../definitions/model/case.ts';
import type { ChannelKind } from '../../definitions/model/mention.ts';
import { appendWithin } from './case/append.ts';
import { endOfChain, noSuchCase } from './case/link.ts';
import type { Database } from './database.ts';
import { iso, knownInstant } from './iso.ts';
import type { ArrivalDoc } from './models/arrival.ts';
import { inTransaction } from './transaction.ts';

/** What a run must know of its case, in facts. */
export interface CaseForRun {
  readonly brand: string;
  readonly channel: string;
  readonly kind: ChannelKind;
  /** True while everything the customer said came in as history. */
  readonly history: boolean;
  readonly primaryCaseId: string | null;
  readonly status: CaseStatus;
  readonly lastSeq: number;
  readonly seenSeq: number;
  /** Of the last progress recorded; a new run counts on from it. */
  readonly progressVersion: number;
  /** Highest `n` of the trail recorded; a new run counts on from it. */
  readonly trailLength: number;
}

export interface ArrivalsAnswer {
  readonly arrivals: readonly Arrival[];
  readonly case: CaseForRun;
  /** State that `cases.recordProgress` kept when the last run closed; null if there is none. */
  readonly saved: Json | null;
}

/** Something other than a mention that reaches a case. */
export interface NewArrival {
  readonly kind: Arrival['kind'];
  readonly ref: string;
  readonly name?: string;
  readonly facts?: JsonObject;
  /** ISO 8601; absent: now, by the store's clock. */
  readonly at?: string;
}

export interface ArrivalStore {
  /**
   * Arrivals with a number above `seq`, in order, at most `limit` (default and most: 1,000); `case.lastSeq` tells
   * whether there are more. `withSaved: false` leaves out the saved state. 'not found' for an unknown case.
   */
  after(
    caseId: string,
    seq: number,
    options?: { readonly limit?: number; readonly withSaved?: boolean },
  ): Promise<ArrivalsAnswer>;
  /**
   * Gives the arrival the next number of the case, or of its primary if it goes on there; answers which and where.
   * `ref` twice for the same case, kind and name answers the first number and adds nothing.
   */
  append(caseId: string, arrival: NewArrival): Promise<{ readonly caseId: string; readonly seq: number }>;
}

const MOST = 1_000;

export function arrivalStore(db: Database): ArrivalStore {
  const { arrivals, cases, savedStates } = db.models;
  return {
    async after(caseId, seq, options = {}) {
      const found = await cases.findById(caseId).lean();
      if (found === null) throw noSuchCase();
      const docs = await arrivals
        .find({ caseId, seq: { $gt: seq } })
        .sort({ seq: 1 })
        .limit(Math.min(options.limit ?? MOST, MOST))
        .lean();
      const saved = options.withSaved === false ? null : await savedStates.findById(caseId).lean();
      const {
        brand,
        channel,
        kind,
        history,
        primaryCaseId,
        status,
        lastSeq,
        seenSeq,
        progressVersion,
        trailLength,
      } = found;
      return {
        arrivals: docs.map(arrivalOf),
        case: {
          brand,
          channel,
          kind,
          history,
          primaryCaseId,
          status,
          lastSeq,
          seenSeq,
          progressVersion,
          trailLength,
        },
        saved: saved === null ? null : readState(saved.state),
      };
    },
    append: (caseId, arrival) =>
      inTransaction(db, async (session) => {
        const named = await cases.findById(caseId).session(session).lean();
        if (named === null) throw noSuchCase();
        const end = await endOfChain(db, named, session);
        const { kind, ref, name = null, facts = {} } = arrival;
        const before = await arrivals.findOne({ caseId: end._id, ref, kind, name }).session(session).lean();
        if (before !== null) return { caseId: end._id, seq: before.seq };
        const seq = await appendWithin(
          db,
          end._id,
          { kind, ref, name, facts, at: arrival.at === undefined ? db.now() : knownInstant(arrival.at) },
          session,
        );
        return { caseId: end._id, seq };
      }),
  };
}

/** The state of a run as `cases.recordProgress` kept it. */
export function readState(text: string): Json {
  return JSON.parse(text);
}

function arrivalOf(doc: ArrivalDoc): Arrival {
  const { seq, kind, at, history, saidAt, ref, name, facts } = doc;
  return {
    seq,
    kind,
    at: iso(at),
    history,
    ...(saidAt != null && { saidAt: iso(saidAt) }),
    ref,
    ...(name !== null && { name }),
    facts,
  };
}
