import type { CaseStatus } from '../../../definitions/model/case.ts';
import type { CaseCounts } from '../cases.ts';
import type { Database } from '../database.ts';

/** Of cases that are not over. */
export const GOING_ON: readonly CaseStatus[] = ['open', 'waiting', 'person', 'stuck'];

/** See CaseStore.counts. Each number is counted on an index; the cases that are over are never read. */
export async function countCases(db: Database): Promise<CaseCounts> {
  const count = (status: CaseStatus) => db.models.cases.countDocuments({ status });
  const byStatus = {
    open: await count('open'),
    waiting: await count('waiting'),
    person: await count('person'),
    stuck: await count('stuck'),
    closed: await count('closed'),
    continued: await count('continued'),
  };
  const groups = await db.models.cases.aggregate<{ _id: { flow: string; node: string }; count: number }>([
    { $match: { status: { $in: [...GOING_ON] } } },
    { $unwind: '$positions' },
    { $group: { _id: { flow: '$positions.flow', node: '$positions.node' }, count: { $sum: 1 } } },
    { $sort: { count: -1 } },
  ]);
  return {
    byStatus,
    byNode: groups.map(({ _id, count: n }) => ({ flow: _id.flow, node: _id.node, count: n })),
  };
}
