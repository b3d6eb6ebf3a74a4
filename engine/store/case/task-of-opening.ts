import { nodeIn } from '../../../definitions/flow/drawn.ts';
import type { Revision } from '../../../definitions/flow/revision.ts';
import type { UserTask } from '../../../definitions/flow/user-task.ts';
import type { TaskOpening } from '../../../definitions/model/case.ts';
import type { Task } from '../../../definitions/model/task.ts';
import { instant, iso, knownInstant } from '../iso.ts';
import type { TaskDoc } from '../models/task.ts';

/** A task without a due time comes after every one that has one. */
const END_OF_TIME = new Date(8.64e15);

/** A task as it opens, with its form and words from the drawing that the run is pinned to. */
export function taskOf(caseId: string, opening: TaskOpening, revision: Revision): TaskDoc {
  const drawn = drawnTask(opening, revision);
  const dueAt = instant(opening.dueAt);
  return {
    _id: opening.taskId,
    caseId,
    version: opening.version,
    scope: opening.scope,
    flow: opening.flow,
    node: opening.node,
    name: drawn.name,
    instructions: drawn.instructions ?? null,
    guide: drawn.guide ?? null,
    form: drawn.form,
    suggested: opening.suggested,
    show: opening.show,
    status: 'open',
    persons: opening.persons,
    teams: opening.teams,
    roles: opening.roles,
    takenBy: null,
    openedAt: knownInstant(opening.openedAt),
    dueAt,
    dueSort: dueAt ?? END_OF_TIME,
    priority: opening.priority,
    closedAt: null,
    answeredBy: null,
    answers: null,
  };
}

/** A task as the rest of the house knows it. */
export function taskOfDoc(doc: TaskDoc): Task {
  const { _id, dueSort: _dueSort, openedAt, dueAt, closedAt, ...rest } = doc;
  return { id: _id, ...rest, openedAt: iso(openedAt), dueAt: iso(dueAt), closedAt: iso(closedAt) };
}

function drawnTask(opening: TaskOpening, revision: Revision): UserTask {
  const node = nodeIn(revision, opening);
  if (node?.kind !== 'userTask')
    throw new Error(`The revision draws no task '${opening.node}' in flow '${opening.flow}'.`);
  return node;
}
