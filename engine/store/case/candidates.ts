import type { Case, CaseStatus } from '../../../definitions/model/case.ts';
import type { CaseCandidate } from '../cases.ts';
import type { Database } from '../database.ts';
import type { CaseDoc } from '../models/case.ts';
import { holdsWords, searchWords } from '../search-words.ts';
import { caseOf } from './case-of-doc.ts';

const GOING_ON: readonly CaseStatus[] = ['open', 'waiting', 'person', 'stuck'];
/** People, or customers, whose cases are looked at in one search. */
const MOST_NAMED = 50;

/** See CaseStore.candidates. */
export async function candidates(
  db: Database,
  caseId: string,
  search: string,
  limit: number,
): Promise<readonly CaseCandidate[]> {
  const typed = searchWords([search]);
  const found = typed.length === 0 ? await related(db, caseId, limit) : await searched(db, typed, limit);
  const byId = new Map<string, CaseCandidate>();
  for (const each of found)
    if (each.case.id !== caseId && !byId.has(each.case.id)) byId.set(each.case.id, each);
  return [...byId.values()].sort((a, b) => (a.case.changedAt < b.case.changedAt ? 1 : -1)).slice(0, limit);
}

/** Open cases of the same customer, or in which the same people speak. */
async function related(db: Database, caseId: string, limit: number): Promise<readonly CaseCandidate[]> {
  const { cases, mentions } = db.models;
  const own = await cases.findById(caseId).select({ customerId: 1 }).lean();
  const customerId = own?.customerId ?? null;
  const said = await mentions.find({ caseId, direction: 'inbound' }).select({ profileId: 1 }).lean();
  const [ofCustomer, ofPeople] = await Promise.all([
    customerId === null ? [] : openCases(db, { customerId: { $eq: customerId, $gt: '' } }, limit + 1),
    casesOfProfiles(db, [...new Set(said.map(({ profileId }) => profileId))], limit + 1),
  ]);
  return [...because(ofCustomer, 'same customer'), ...because(ofPeople, 'same person')];
}

async function searched(
  db: Database,
  typed: readonly string[],
  limit: number,
): Promise<readonly CaseCandidate[]> {
  const { profiles, customers } = db.models;
  const [people, known, titled] = await Promise.all([
    profiles.find(holdsWords('nameWords', typed)).select({ _id: 1 }).limit(MOST_NAMED).lean(),
    customers.find(holdsWords('nameWords', typed)).select({ _id: 1 }).limit(MOST_NAMED).lean(),
    openCases(db, holdsWords('titleWords', typed), limit + 1),
  ]);
  const [ofPeople, ofCustomers] = await Promise.all([
    casesOfProfiles(
      db,
      people.map(({ _id }) => _id),
      limit + 1,
    ),
    known.length === 0
      ? []
      : openCases(db, { customerId: { $in: known.map(({ _id }) => _id), $gt: '' } }, limit + 1),
  ]);
  return because([...titled, ...ofPeople, ...ofCustomers], 'search');
}

async function casesOfProfiles(
  db: Database,
  profileIds: readonly string[],
  limit: number,
): Promise<readonly Case[]> {
  if (profileIds.length === 0) return [];
  const said = await db.models.mentions
    .find({ profileId: { $in: [...profileIds] }, direction: 'inbound' })
    .sort({ occurredAt: -1 })
    .limit(MOST_NAMED * limit)
    .select({ caseId: 1 })
    .lean();
  const ids = [...new Set(said.flatMap(({ caseId }) => caseId ?? []))];
  return ids.length === 0 ? [] : openCases(db, { _id: { $in: ids } }, limit);
}

async function openCases(
  db: Database,
  which: Record<string, unknown>,
  limit: number,
): Promise<readonly Case[]> {
  const docs: readonly CaseDoc[] = await db.models.cases
    .find({ ...which, status: { $in: [...GOING_ON] } })
    .sort({ changedAt: -1 })
    .limit(limit)
    .lean();
  return docs.map(caseOf);
}

function because(found: readonly Case[], why: CaseCandidate['because']): readonly CaseCandidate[] {
  return found.map((each) => ({ case: each, because: why }));
}
