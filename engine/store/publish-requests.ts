import type { ClientSession } from 'mongoose';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import { contentHash } from '../../definitions/flow/content-hash.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { ApprovalStatus, Wanted } from '../../definitions/model/views/approval.ts';
import type { Scenarios } from '../../definitions/scenario/scenario.ts';
import { carryOut, isOvertaken } from './carry-out-request.ts';
import type { Database } from './database.ts';
import { refuseArchived } from './flow-standings.ts';
import { iso } from './iso.ts';
import type { PublishRequestDoc } from './models/publish-request.ts';
import { StoreProblem } from './problem.ts';
import type { RevisionRecord } from './revisions.ts';
import { inTransaction, isDuplicateKey } from './transaction.ts';

/** What somebody asked to have published, without its content. */
export interface PublishRequest {
  readonly id: string;
  readonly flow: string;
  readonly name: string;
  readonly state: ApprovalStatus;
  readonly digest: string;
  readonly hash: string;
  readonly wants: Wanted;
  /** The draft that it was taken from, as it was then; null: it came with none. */
  readonly draft: { readonly born: string; readonly version: number } | null;
  readonly by: string;
  readonly at: string;
  readonly why: string;
  readonly despite: readonly string[];
  /** Who asked, and who was signed in then: nobody of them approves. */
  readonly hands: readonly string[];
  readonly decided: { readonly by: string; readonly at: string; readonly why: string | null } | null;
}
/** The same with all that is held, and with what it was held against. */
export type HeldPublish = PublishRequest & {
  readonly revision: Revision;
  /** Null: those that stand beside the revision stay. */
  readonly scenarios: Scenarios | null;
  readonly base: { readonly hash: string | null; readonly isLive: boolean; readonly scenarios: Scenarios };
};

export interface NewPublishRequest {
  readonly revision: Revision;
  readonly scenarios?: Scenarios;
  readonly wants: Wanted;
  readonly draft?: { readonly born: string; readonly version: number };
  readonly base: HeldPublish['base'];
  readonly by: string;
  /** Who was signed in, where it was not the same person. */
  readonly self: string;
  readonly why: string;
  readonly despite: readonly string[];
}

/** Who decides: as whom, and who was signed in. */
export interface Decider {
  readonly by: string;
  readonly self: string;
}

/**
 * What is held until a second person approves of it; of a flow one at a time. Each act happens once: who comes second
 * is 'stale', and finds in `find` who was first.
 */
export interface PublishRequestStore {
  /** 'refused' when something of the flow waits already, or it is archived. */
  ask(wanted: NewPublishRequest): Promise<PublishRequest>;
  find(id: string): Promise<HeldPublish | null>;
  /** What was asked last of the flow, whatever became of it. */
  last(flow: string): Promise<PublishRequest | null>;
  /** All that wait, the longest first; of one flow if it is named. */
  waiting(flow?: string): Promise<readonly PublishRequest[]>;
  /** Whether something else of the flow stands by now than it was held against. */
  isOvertaken(held: HeldPublish): Promise<boolean>;
  /**
   * Publishes it exactly as it is held. 'refused' to who asked; 'unfit' when it is not what was seen (`digest`), or when
   * what it was held against is not what stands any more.
   */
  approve(id: string, digest: string, who: Decider): Promise<RevisionRecord>;
  /** 'refused' to who asked: theirs is to withdraw. */
  sendBack(id: string, who: Decider, why: string): Promise<PublishRequest>;
  /** 'refused' to anybody but who asked. */
  withdraw(id: string, who: Decider): Promise<PublishRequest>;
}

const HELD = { canonical: 0, scenarios: 0, base: 0 } as const;
type KnownDoc = Omit<PublishRequestDoc, keyof typeof HELD>;

export function publishRequestStore(db: Database): PublishRequestStore {
  const { publishRequests, publishWaits } = db.models;

  /** Marks it as decided, if it waits. */
  async function decide(
    session: ClientSession,
    id: string,
    who: Decider,
    to: { readonly state: ApprovalStatus; readonly why: string | null; readonly isTheirs: boolean },
  ): Promise<PublishRequestDoc> {
    const doc = await publishRequests.findById(id).session(session).lean();
    if (doc === null) throw new StoreProblem('not found', 'Nothing was asked.', 'Look at the flow again.');
    if (doc.state !== 'waiting')
      throw new StoreProblem('stale', 'It was decided meanwhile.', 'Look at what became of it.');
    const isTheirs = doc.hands.includes(who.by) || doc.hands.includes(who.self);
    if (isTheirs !== to.isTheirs) throw to.isTheirs ? notTheirs() : theirOwn();
    const decided = { by: who.by, at: db.now(), why: to.why };
    const { modifiedCount } = await publishRequests.updateOne(
      { _id: id, state: 'waiting' },
      { $set: { state: to.state, decided } },
      { session },
    );
    if (modifiedCount === 0)
      throw new StoreProblem('stale', 'It was decided meanwhile.', 'Look at it again.');
    await publishWaits.deleteOne({ _id: doc.flow }, { session });
    return { ...doc, state: to.state, decided };
  }

  return {
    async ask({ revision, scenarios, wants, draft, base, by, self, why, despite }) {
      const doc: PublishRequestDoc = {
        _id: db.newId(),
        flow: revision.flow.id,
        name: revision.flow.name,
        state: 'waiting',
        digest: contentHash({ revision, scenarios: scenarios ?? null }),
        hash: contentHash(revision),
        canonical: canonicalJson(revision),
        ...(scenarios === undefined ? {} : { scenarios: JSON.stringify(scenarios) }),
        wants,
        ...(draft === undefined ? {} : { draft: { ...draft } }),
        base: { ...base, scenarios: JSON.stringify(base.scenarios) },
        by,
        hands: [...new Set([by, self])],
        at: db.now(),
        why,
        despite: [...despite],
      };
      await inTransaction(db, async (session) => {
        await refuseArchived(db, session, doc.flow);
        const waits = await publishWaits.findById(doc.flow).session(session).lean();
        if (waits !== null) throw waitsAlready();
        await publishWaits.insertMany([{ _id: doc.flow, request: doc._id }], { session, lean: true });
        await publishRequests.insertMany([doc], { session, lean: true });
      }).catch((error: unknown) => {
        throw isDuplicateKey(error) ? waitsAlready() : error;
      });
      return requestOf(doc);
    },
    async find(id) {
      const doc = await publishRequests.findById(id).lean();
      return doc === null ? null : heldOf(doc);
    },
    async last(flow) {
      const doc: KnownDoc | null = await publishRequests
        .findOne({ flow })
        .select(HELD)
        .sort({ at: -1, _id: -1 })
        .lean();
      return doc === null ? null : requestOf(doc);
    },
    async waiting(flow) {
      const docs: readonly KnownDoc[] = await publishRequests
        .find({ state: 'waiting', ...(flow === undefined ? {} : { flow }) })
        .select(HELD)
        .sort({ at: 1 })
        .lean();
      return docs.map(requestOf);
    },
    isOvertaken: (held) => inTransaction(db, (session) => isOvertaken(db, session, held)),
    approve: (id, digest, who) =>
      inTransaction(db, async (session) => {
        const doc = await decide(session, id, who, { state: 'approved', why: null, isTheirs: false });
        if (doc.digest !== digest)
          throw new StoreProblem('unfit', 'This is not what is held.', 'Look at it again.');
        return carryOut(db, session, heldOf(doc), who.by);
      }),
    sendBack: (id, who, why) =>
      inTransaction(db, async (session) =>
        requestOf(await decide(session, id, who, { state: 'sent back', why, isTheirs: false })),
      ),
    withdraw: (id, who) =>
      inTransaction(db, async (session) =>
        requestOf(await decide(session, id, who, { state: 'withdrawn', why: null, isTheirs: true })),
      ),
  };
}

function waitsAlready(): StoreProblem {
  return new StoreProblem(
    'refused',
    'Something of this flow waits for approval already.',
    'It is approved, sent back or withdrawn first.',
  );
}

function theirOwn(): StoreProblem {
  return new StoreProblem(
    'refused',
    'Nobody decides on what they asked for themselves.',
    'Let another person look at it, or withdraw it.',
  );
}

function notTheirs(): StoreProblem {
  return new StoreProblem('refused', 'Somebody else asked for this.', 'Send it back, and say why.');
}

function requestOf(doc: KnownDoc): PublishRequest {
  const { _id, flow, name, state, digest, hash, wants, draft, by, at, why, despite, hands, decided } = doc;
  return {
    id: _id,
    flow,
    name,
    state,
    digest,
    hash,
    wants,
    draft: draft ?? null,
    by,
    at: iso(at),
    why,
    despite,
    hands,
    decided: decided === undefined ? null : { ...decided, at: iso(decided.at) },
  };
}

function heldOf(doc: PublishRequestDoc): HeldPublish {
  const revision: Revision = JSON.parse(doc.canonical);
  const scenarios: Scenarios | null = doc.scenarios === undefined ? null : JSON.parse(doc.scenarios);
  const before: Scenarios = JSON.parse(doc.base.scenarios);
  return { ...requestOf(doc), revision, scenarios, base: { ...doc.base, scenarios: before } };
}
