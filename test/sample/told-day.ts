import type { Case } from '../../definitions/model/case.ts';
import type { Mention } from '../../definitions/model/mention.ts';
import type { Reply } from '../../definitions/model/reply.ts';
import type { Task } from '../../definitions/model/task.ts';
import type { AuditEntry } from '../../engine/store/audit.ts';
import type { StuckRun } from '../../engine/store/incidents.ts';
import type { Page, PageRequest } from '../../engine/store/page.ts';
import type { Store } from '../../engine/store/store.ts';

/** All that is known of one case of the day. */
export interface ToldCase {
  readonly it: Case;
  readonly mentions: readonly Mention[];
  readonly replies: readonly Reply[];
  readonly tasks: readonly Task[];
  readonly stuck: readonly StuckRun[];
  readonly acts: readonly AuditEntry[];
}

/** The whole day as the store has it. */
export async function readDay(store: Store): Promise<readonly ToldCase[]> {
  const cases = await all((page) => store.cases.list({}, { ...page, sort: 'opened' }));
  const told: ToldCase[] = [];
  for (const it of cases) {
    const caseId = it.id;
    told.push({
      it,
      mentions: await store.mentions.byCase(caseId),
      replies: await store.replies.byCase(caseId),
      tasks: await store.tasks.byCase(caseId),
      stuck: await store.incidents.byCase(caseId),
      acts: await all((page) => store.audit.list({ caseId }, page)),
    });
  }
  return told;
}

/** What is still open, for whoever wonders why the day does not end. */
export function stillOpen(day: readonly ToldCase[]): string {
  const open = day.filter(({ it }) => it.status !== 'closed' && it.status !== 'continued');
  const lines = open.map(({ it, mentions, tasks, stuck }) => {
    const at = it.positions.map(({ flow, node, since }) => `${flow}/${node} since ${since}`).join(', ');
    const asked = tasks
      .filter(({ status }) => status === 'open')
      .map(({ name, openedAt }) => `${name} ${openedAt}`);
    const held = stuck.filter(({ status }) => status === 'open').map(({ code }) => code);
    const says = mentions.map(({ externalId }) => externalId).join(' ');
    return `${says}: ${it.status} at ${at || 'nothing'}; tasks: ${asked.join(', ')}; stuck: ${held.join(', ')}`;
  });
  return `${open.length} of ${day.length} cases are open\n${lines.join('\n')}`;
}

async function all<T>(list: (page: PageRequest) => Promise<Page<T>>): Promise<readonly T[]> {
  const items: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await list({ limit: 500, ...(cursor !== null && { cursor }) });
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
