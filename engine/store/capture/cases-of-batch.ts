import { answeredWith } from '../case/answered-with.ts';
import type { ArrivalDoc } from '../models/arrival.ts';
import type { CaseDoc } from '../models/case.ts';
import type { MentionDoc } from '../models/mention.ts';
import type { ReplyDoc } from '../models/reply.ts';
import { countedAnew, heard, type TallyChange } from '../tally/tallies-of-case.ts';
import type { Known } from './known.ts';
import { newCase } from './new-case.ts';
import type { Circumstances } from './plan.ts';
import type { Change } from './writes.ts';

/** A conversation with what the batch adds to it, and what the company had said in it before there was a case. */
export interface CasePart {
  readonly conversationId: string;
  readonly caseId: string | null;
  readonly fresh: readonly MentionDoc[];
  readonly silent: readonly MentionDoc[];
}

type Place = Pick<MentionDoc, 'caseId' | 'arrivalCaseId' | 'seq'>;
type Entry = { readonly doc: MentionDoc; readonly isAdopted: boolean };

const DAY_MS = 24 * 60 * 60_000;

/**
 * The cases of a batch: which conversation belongs to which, what arrives in each and under which number. A
 * conversation gets a case with its first inbound mention. What the company said before the first inbound mention
 * is kept as a reply but arrives nowhere: there was nothing yet that it could have answered.
 */
export function plannedCases(parts: readonly CasePart[], known: Known, about: Circumstances) {
  const caseOf = new Map<string, string>();
  const entries = new Map<string, Entry[]>();
  for (const part of parts) {
    const opensOne = part.fresh.some((doc) => doc.direction === 'inbound');
    const caseId = part.caseId !== null ? goesOnIn(part.caseId, known) : opensOne ? about.newId() : undefined;
    if (caseId === undefined) continue;
    caseOf.set(part.conversationId, caseId);
    const adopted = part.silent.map((doc) => ({ doc, isAdopted: true }));
    const fresh = part.fresh.map((doc) => ({ doc, isAdopted: false }));
    entries.set(caseId, [...(entries.get(caseId) ?? []), ...adopted, ...fresh]);
  }
  const places = new Map<string, Place>();
  const out = {
    created: [] as CaseDoc[],
    changed: [] as Change<CaseDoc>[],
    adopted: [] as Change<MentionDoc>[],
  };
  const arrivals: ArrivalDoc[] = [];
  const replies: ReplyDoc[] = [];
  const tallyChanges: TallyChange[] = [];

  for (const [caseId, unsorted] of entries) {
    const before = known.cases.get(caseId);
    // Stable: mentions said at the same moment stay in the order of the batch.
    const sorted = [...unsorted].sort((a, b) => a.doc.occurredAt.getTime() - b.doc.occurredAt.getTime());
    const inbound = sorted.map((entry) => entry.doc).filter((doc) => doc.direction === 'inbound');
    const firstSaidAt = earliest([before?.firstSaidAt, inbound[0]?.occurredAt]);
    let seq = before?.lastSeq ?? 0;
    for (const { doc, isAdopted } of sorted) {
      const isInbound = doc.direction === 'inbound';
      const arrives = isInbound || doc.occurredAt >= firstSaidAt;
      const reply = isInbound ? null : replyOf(doc, caseId, about.newId());
      if (reply !== null) replies.push(reply);
      if (arrives) arrivals.push(arrivalOf(doc, caseId, ++seq, reply?._id ?? doc._id, about));
      const place = { caseId, arrivalCaseId: arrives ? caseId : null, seq: arrives ? seq : null };
      places.set(doc._id, place);
      if (isAdopted) out.adopted.push({ id: doc._id, set: place });
      if (isInbound) tallyChanges.push(heard(arrivalTime(doc, about), about.receivedAt));
    }
    const answers = sorted.filter(({ doc }) => doc.direction === 'outbound' && doc.occurredAt >= firstSaidAt);
    const lastSaidAt = latest([before?.lastSaidAt, ...inbound.map((doc) => doc.occurredAt)]) ?? firstSaidAt;
    const answered = answeredWith(
      [before?.answeredAt, ...answers.map(({ doc }) => doc.occurredAt)],
      lastSaidAt,
    );
    const isLive = inbound.some((doc) => !isHistory(doc, about));
    if (before === undefined) {
      const [first] = inbound;
      if (first === undefined) throw new Error('A case was begun without an inbound mention.');
      const brand = first.brand ?? sorted.find((entry) => entry.doc.brand !== null)?.doc.brand;
      const fresh = newCase(
        caseId,
        first,
        {
          brand: brand ?? null,
          at: arrivalTime(first, about),
          lastSeq: seq,
          history: !isLive,
          lastSaidAt,
          answered,
        },
        about,
      );
      const counted = countedAnew({}, fresh, about.receivedAt);
      out.created.push({ ...fresh, ...counted.set });
      tallyChanges.push(...counted.changes);
    } else {
      const counted = countedAnew(before, { ...before, ...answered }, about.receivedAt);
      const set: Partial<CaseDoc> = {
        firstSaidAt,
        lastSaidAt,
        ...answered,
        changedAt: about.receivedAt,
        history: before.history && !isLive,
        ...counted.set,
      };
      tallyChanges.push(...counted.changes);
      const told = {
        lastSeq: seq,
        undelivered: true,
        undeliveredSince: before.undeliveredSince ?? about.receivedAt,
      };
      out.changed.push({ id: caseId, set: seq > before.lastSeq ? { ...set, ...told } : set });
    }
  }
  return { caseOf, places, arrivals, replies, tallyChanges, ...out };
}

/** The case itself, or the one that it goes on in. */
function goesOnIn(caseId: string, known: Known): string {
  const found = known.cases.get(caseId);
  if (found === undefined) throw new Error('A conversation belongs to a case that is not there.');
  return found._id;
}

function isHistory(doc: MentionDoc, about: Circumstances): boolean {
  return about.receivedAt.getTime() - doc.occurredAt.getTime() > DAY_MS;
}

function arrivalTime(doc: MentionDoc, about: Circumstances): Date {
  return isHistory(doc, about) ? doc.occurredAt : about.receivedAt;
}

function arrivalOf(
  doc: MentionDoc,
  caseId: string,
  seq: number,
  ref: string,
  about: Circumstances,
): ArrivalDoc {
  return {
    _id: about.newId(),
    caseId,
    seq,
    kind: doc.direction === 'inbound' ? 'mention' : 'answered elsewhere',
    at: arrivalTime(doc, about),
    history: isHistory(doc, about),
    saidAt: doc.occurredAt,
    ref,
    name: null,
    facts: {},
  };
}

function replyOf(doc: MentionDoc, caseId: string, id: string): ReplyDoc {
  return {
    _id: id,
    key: `mention ${doc._id}`,
    caseId,
    conversationId: doc.conversationId,
    channel: doc.channel,
    text: doc.text,
    kind: 'elsewhere',
    own: false,
    status: 'sent',
    reason: null,
    by: null,
    externalId: doc.externalId,
    at: doc.occurredAt,
    erasedAt: null,
  };
}

function latest(instants: readonly (Date | null | undefined)[]): Date | undefined {
  const known = instants.flatMap((at) => at?.getTime() ?? []);
  return known.length === 0 ? undefined : new Date(Math.max(...known));
}

function earliest(instants: readonly (Date | undefined)[]): Date {
  return new Date(Math.min(...instants.flatMap((at) => at?.getTime() ?? [])));
}
