import type { Progress, TaskOpening } from '../../definitions/model/case.ts';

/** A report of a run, with nothing in it but what is given. */
export function report(caseId: string, version: number, more: Partial<Progress> = {}): Progress {
  return {
    caseId,
    runId: 'run 1',
    life: 'life',
    version,
    revision: 'no revision',
    at: '2026-03-02T10:00:05.000Z',
    status: 'open',
    outcome: null,
    seenSeq: 1,
    wakesAt: null,
    positions: [],
    facts: {},
    tasksOpened: [],
    tasksClosed: [],
    incidentsRaised: [],
    incidentsCleared: [],
    trail: [],
    ...more,
  };
}

/** A task as it opens at the step 'ask' of the small revision. */
export function opening(caseId: string, id: string, more: Partial<TaskOpening> = {}): TaskOpening {
  return {
    taskId: `${caseId}.${id}`,
    version: 1,
    scope: '0',
    flow: 'small',
    node: 'ask',
    visit: 1,
    item: 0,
    openedAt: '2026-03-02T10:00:05.000Z',
    dueAt: null,
    priority: null,
    persons: [],
    teams: [],
    roles: [],
    suggested: {},
    show: {},
    ...more,
  };
}

/** An incident as a run raises it. */
export function incident(caseId: string, id: string, code = 'timeout') {
  return {
    id: `${caseId}.${id}`,
    scope: '0',
    flow: 'small',
    node: 'ask',
    kind: 'activity failed',
    code,
    message: 'It took too long.',
    at: '2026-03-02T10:00:05.000Z',
  };
}

/** One step of a trail. */
export function step(n: number) {
  return {
    n,
    at: '2026-03-02T10:00:05.000Z',
    scope: '0',
    flow: 'small',
    node: 'ask',
    visit: 1,
    item: 0,
    what: 'entered' as const,
  };
}
