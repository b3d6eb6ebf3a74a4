import type { Task } from '../../../definitions/model/task.ts';
import type { Told } from './told.ts';

/**
 * Since when whoever stands `rung` steps up the ladder is asked: since the task was opened, or since the case was
 * moved up so often after that. Null: it was not moved up so far.
 */
export async function askedSince({ store }: Told, task: Task, rung: number): Promise<number | null> {
  if (rung === 0) return Date.parse(task.openedAt);
  const { items } = await store.audit.list({ act: 'owner moved up', caseId: task.caseId });
  const moves = items.map(({ at }) => at).filter((at) => at > task.openedAt);
  const move = moves.sort()[rung - 1];
  return move === undefined ? null : Date.parse(move);
}
