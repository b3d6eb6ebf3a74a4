import type { ClientSession } from 'mongoose';
import type { RetentionKind } from '../../../definitions/model/retention.ts';
import type { Database } from '../database.ts';
import { keysetPage } from '../keyset.ts';
import type { RetentionRunDoc } from '../models/retention.ts';
import { inTransaction, untilWritten } from '../transaction.ts';
import { OLD_CASES, type OldCases, type OldPart } from './by-age.ts';
import { idsOf } from './documents-of.ts';
import { emptyDocuments } from './empty.ts';
import { takeCustomersAway } from './old-customers.ts';
import { NOBODY } from './scope.ts';

/** One batch. */
export interface TakenAway {
  readonly taken: number;
  /** Where the next batch begins; null: there is none. */
  readonly next: string | null;
}

const CASES_AT_ONCE = 50;
const DAY_MS = 86_400_000;
const SOURCES = ['closed', 'continued', 'caseless'] as const;
type Source = (typeof SOURCES)[number];

/** See RetentionStore.takeAway. What has no rule stays. */
export async function takeAway(
  db: Database,
  run: RetentionRunDoc,
  kind: RetentionKind,
  place: string | null,
): Promise<TakenAway> {
  const { retentionRules } = db.models;
  const rule = await retentionRules.findById(kind).lean();
  if (rule === null || rule.days === null) return { taken: 0, next: null };
  const until = new Date(run.at.getTime() - rule.days * DAY_MS);
  const count = (taken: number, session: ClientSession) =>
    db.models.retentionRuns.updateOne({ _id: run._id }, { $inc: { [`taken.${kind}`]: taken } }, { session });
  if (kind === 'customer-records') return takeCustomersAway(db, until, place, count);

  const since = rule.doneTo ?? new Date(0);
  const { source, cursor } = placeOf(place);
  const page = await oldOnes(db, source, { since, until, cursor }, OLD_CASES[kind]);
  const taken = await inTransaction(db, async (session) => {
    const sum = await emptyOld(db, OLD_CASES[kind], source, page.ids, session);
    if (sum > 0) await count(sum, session);
    return sum;
  });
  const next = page.next === null ? beginningAfter(source) : `${source} ${page.next}`;
  // Cases that change again come after this, wherever they stood: the next time begins here.
  if (next === null)
    await untilWritten(() => retentionRules.updateOne({ _id: kind }, { $max: { doneTo: until } }));
  return { taken, next };
}

/** Cases that changed last in that time and are over, or what was said outside of any. */
async function oldOnes(
  db: Database,
  source: Source,
  at: { readonly since: Date; readonly until: Date; readonly cursor: string | null },
  { outcome, caseless }: OldCases,
): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> {
  const { cases, mentions } = db.models;
  const request = { limit: CASES_AT_ONCE, ...(at.cursor !== null && { cursor: at.cursor }) };
  const within = { $gte: at.since, $lt: at.until };
  if (source === 'caseless') {
    if (caseless !== true) return { ids: [], next: null };
    const found = await keysetPage(oldestFirst('occurredAt'), request, (after, by, limit) =>
      mentions
        .find({ caseId: null, occurredAt: within, ...after })
        .sort(by)
        .limit(limit)
        .lean(),
    );
    return { ids: found.items.map(({ _id }) => _id), next: found.next };
  }
  const found = await keysetPage(oldestFirst('changedAt'), request, (after, by, limit) =>
    cases
      .find({ status: source, changedAt: within, ...after })
      .sort(by)
      .limit(limit)
      .select({ changedAt: 1, outcome: 1 })
      .lean(),
  );
  const wanted = found.items.filter((doc) => outcome === undefined || doc.outcome === outcome);
  return { ids: wanted.map(({ _id }) => _id), next: found.next };
}

/** Empties what is old of these cases, or of these mentions outside of any. */
async function emptyOld(
  db: Database,
  { parts }: OldCases,
  source: Source,
  ids: readonly string[],
  session: ClientSession,
): Promise<number> {
  let sum = 0;
  const what = source === 'caseless' ? parts.filter(({ collection }) => collection === 'mentions') : parts;
  for (const part of what) {
    const field = source === 'caseless' ? '_id' : part.of;
    const theirs = await idsOf(db, part.collection, [{ field, ids: keysOf(part, ids) }]);
    const how = { standing: part, erasing: { scope: NOBODY, words: new Set<string>() }, at: db.now() };
    sum += await emptyDocuments(db, part.collection, theirs, how, session);
  }
  return sum;
}

function keysOf({ of }: OldPart, ids: readonly string[]): readonly string[] {
  return of === 'workflowId' ? ids.map((id) => `case/${id}`) : ids;
}

function oldestFirst(field: string) {
  return [
    [field, 1],
    ['_id', 1],
  ] as const;
}

function placeOf(place: string | null): { readonly source: Source; readonly cursor: string | null } {
  const [name = '', cursor = null] = (place ?? SOURCES[0]).split(' ');
  return { source: SOURCES.find((source) => source === name) ?? SOURCES[0], cursor };
}

function beginningAfter(source: Source): string | null {
  return SOURCES[SOURCES.indexOf(source) + 1] ?? null;
}
