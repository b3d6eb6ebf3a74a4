import { EARSHOT } from '../../../definitions/model/act.ts';
import type { Task } from '../../../definitions/model/task.ts';
import { FIRST_PERSON } from '../../local/first-people.ts';
import type { Told } from './told.ts';

/** The owner leaves a task to the visitor, as any colleague hands one over: it waits under what is theirs. */
export async function handToVisitor({ store }: Told, task: Task, owner: string | null): Promise<void> {
  const by = owner ?? EARSHOT;
  await store.tasks.handOver(task.id, { version: task.version, by, to: { person: FIRST_PERSON.id } });
  await store.audit.record({
    who: by,
    act: 'handed a task over',
    caseId: task.caseId,
    subject: task.id,
    detail: { task: task.name, person: FIRST_PERSON.id },
  });
}
