import type { CaseStatus } from '../../../definitions/model/case.ts';
import type { CaseCounts } from '../cases.ts';
import type { TallySheet } from '../tallies.ts';

/** Of cases that are not over. */
export const GOING_ON: readonly CaseStatus[] = ['open', 'waiting', 'person', 'stuck'];

/** See CaseStore.counts. */
export function countsOf(standing: TallySheet['standing']): CaseCounts {
  const byStatus: { [status in CaseStatus]: number } = {
    open: 0,
    waiting: 0,
    person: 0,
    stuck: 0,
    closed: 0,
    continued: 0,
  };
  const byNode = new Map<string, CaseCounts['byNode'][number]>();
  for (const { status, steps, count } of standing) {
    byStatus[status] += count;
    for (const { flow, node } of steps) {
      const key = JSON.stringify([flow, node]);
      byNode.set(key, { flow, node, count: (byNode.get(key)?.count ?? 0) + count });
    }
  }
  return { byStatus, byNode: [...byNode.values()].sort((a, b) => b.count - a.count) };
}
