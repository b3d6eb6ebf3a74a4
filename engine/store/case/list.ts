import type { Case } from '../../../definitions/model/case.ts';
import type { CaseFilter, CaseSort } from '../cases.ts';
import type { Database } from '../database.ts';
import { instant } from '../iso.ts';
import { keysetPage, type Order } from '../keyset.ts';
import type { Page, PageRequest } from '../page.ts';
import { caseOf } from './case-of-doc.ts';
import { between, latestOf } from './latest-of.ts';
import { nodeKey } from './node-keys.ts';

const ORDERS: { readonly [sort in CaseSort]: Order } = {
  changed: [
    ['changedAt', -1],
    ['_id', -1],
  ],
  opened: [
    ['openedAt', -1],
    ['_id', -1],
  ],
  due: [
    ['dueAt', 1],
    ['_id', 1],
  ],
};

/** See CaseStore.list. */
export async function listCases(
  db: Database,
  { ofFlow, ...filter }: CaseFilter,
  page: PageRequest & { readonly sort?: CaseSort },
): Promise<Page<Case>> {
  const sort = page.sort ?? 'changed';
  const conditions = {
    ...conditionsOf(filter, sort),
    ...(ofFlow !== undefined && { $and: [{ revision: { $in: await revisionsOf(db, ofFlow) } }] }),
  };
  const [[field, direction] = ['_id', 1]] = ORDERS[sort];
  const found = await keysetPage(ORDERS[sort], page, (after, by, limit, from) => {
    const find = (window: Record<string, unknown>) =>
      db.models.cases
        .find({ ...conditions, ...window, ...after })
        .sort(by)
        .limit(limit)
        .lean();
    if (direction === 1 || field in conditions) return find({});
    const latest = from instanceof Date ? from : db.now();
    return latestOf(limit, latest, (since) => find(between(field, since, from)));
  });
  return { items: found.items.map(caseOf), next: found.next };
}

/** Hashes of all revisions of a flow. */
function revisionsOf(db: Database, flow: string): Promise<string[]> {
  return db.models.revisions.distinct('_id', { flow });
}

/** The filter as a condition on the documents, but for the flow that a case is of. A partial index serves only who asks for what it holds: see `due`. */
export function conditionsOf(filter: Omit<CaseFilter, 'ofFlow'>, sort: CaseSort): Record<string, unknown> {
  const { status, node, flow, begun, dueBefore, worth, answered, wroteAgain, openedSince, ...equal } = filter;
  const dueAt = {
    ...(sort === 'due' && { $gt: new Date(0) }),
    ...(dueBefore !== undefined && { $gt: new Date(0), $lt: instant(dueBefore) ?? new Date(0) }),
  };
  return {
    ...equal,
    ...(status !== undefined && { status: { $in: [...status] } }),
    ...(node !== undefined && { nodes: flow === undefined ? node : nodeKey(flow, node) }),
    ...(begun !== undefined && { progressVersion: begun ? { $gt: 0 } : 0 }),
    ...(worth !== undefined && { worth, primaryCaseId: null }),
    ...(answered !== undefined && { answeredAt: answered ? { $gt: new Date(0) } : null }),
    ...(wroteAgain !== undefined && { wroteAgain }),
    ...(openedSince !== undefined && { openedAt: { $gte: instant(openedSince) ?? new Date(0) } }),
    ...(Object.keys(dueAt).length > 0 && { dueAt }),
  };
}
