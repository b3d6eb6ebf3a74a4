import type { Act } from '../../definitions/model/act.ts';
import type { Task } from '../../definitions/model/task.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import type { TaskCounts, TaskDetail, TaskRow } from '../../definitions/model/views/task.ts';
import { RunsProblem } from '../runs/runs.ts';
import type { TaskFilter } from '../store/tasks.ts';
import { ApiProblem, notFound } from './api-problem.ts';
import { meOr, requireRole } from './caller.ts';
import type { Caller } from './caller.ts';
import { readCaseNames } from './case-view.ts';
import type { Deps } from './deps.ts';
import { readDirectory } from './directory.ts';
import { pageRequest } from './page-request.ts';
import { pageOf } from './page.schema.ts';
import { replyLimitOf } from './reply-limit.ts';
import { defineRoute } from './route.ts';
import type { Route } from './route.ts';
import { answerTask, refuseUnlessAsked } from './task-answer.ts';
import {
  AnswerBodySchema,
  AnswerReceiptSchema,
  HandOverBodySchema,
  TakeBodySchema,
  TaskCountsSchema,
  TaskDetailSchema,
  TaskParams,
  TaskQuery,
  TaskRowSchema,
} from './task.schema.ts';
import { taskDetail, taskRow } from './task-view.ts';

export function taskRoutes(deps: Deps): readonly Route[] {
  const { store, runs, now } = deps;
  const find = async (id: string): Promise<Task> => {
    const task = await store.tasks.find(id);
    if (task === null) throw notFound('task');
    return task;
  };
  const detail = async (task: Task, caller: Caller): Promise<TaskDetail> => {
    const [directory, nameOf] = await Promise.all([
      readDirectory(store),
      readCaseNames(store, [task.caseId]),
    ]);
    const name = nameOf(task.caseId);
    const textLimit = await replyLimitOf(store, await store.mentions.byCase(task.caseId));
    return taskDetail(task, { name, textLimit, directory, actor: caller.actor, texts: store.texts });
  };
  return [
    defineRoute({
      id: 'listTasks',
      summary: 'Work waiting for people, most urgent first',
      method: 'get',
      path: '/api/tasks',
      access: 'signed in',
      query: TaskQuery,
      answer: pageOf(TaskRowSchema),
      async handle({ query, caller }): Promise<Page<TaskRow>> {
        const { limit, cursor, person, team, ...rest } = query;
        const filter: TaskFilter = {
          ...rest,
          ...(person === undefined ? {} : { person: meOr(person, caller) }),
          ...(team === undefined ? {} : { teams: [team === 'mine' ? caller.person.team : team] }),
        };
        const [page, directory] = await Promise.all([
          store.tasks.list(filter, pageRequest({ limit, cursor })),
          readDirectory(store),
        ]);
        const nameOf = await readCaseNames(
          store,
          page.items.map(({ caseId }) => caseId),
        );
        return {
          items: page.items.map((task) => taskRow(task, nameOf(task.caseId), directory)),
          next: page.next,
        };
      },
    }),
    defineRoute({
      id: 'countTasks',
      summary: 'How many tasks wait and for whom',
      method: 'get',
      path: '/api/tasks/counts',
      access: 'signed in',
      answer: TaskCountsSchema,
      handle: ({ caller }): Promise<TaskCounts> =>
        store.tasks.counts({ person: caller.person.id, teams: [caller.person.team], now: new Date(now()) }),
    }),
    defineRoute({
      id: 'readTask',
      summary: 'A task with its form',
      method: 'get',
      path: '/api/tasks/:id',
      access: 'signed in',
      params: TaskParams,
      answer: TaskDetailSchema,
      handle: async ({ params, caller }): Promise<TaskDetail> => detail(await find(params.id), caller),
    }),
    defineRoute({
      id: 'takeTask',
      summary: 'Takes a task, so that nobody else works on it',
      method: 'post',
      path: '/api/tasks/:id/take',
      access: 'signed in',
      params: TaskParams,
      body: TakeBodySchema,
      answer: TaskDetailSchema,
      async handle({ params, body, caller }): Promise<TaskDetail> {
        const asked = await find(params.id);
        const { caseId, name } = asked;
        refuseUnlessAsked(asked, caller);
        const task = await store.tasks.take(params.id, { version: body.version, by: caller.person.id });
        await store.audit.record({
          ...actOf(caller, 'took a task', params.id, caseId),
          detail: { task: name },
        });
        return detail(task, caller);
      },
    }),
    defineRoute({
      id: 'giveTaskBack',
      summary: 'Gives a task back, so that others may take it',
      method: 'post',
      path: '/api/tasks/:id/give-back',
      access: 'signed in',
      params: TaskParams,
      body: TakeBodySchema,
      answer: TaskDetailSchema,
      async handle({ params, body, caller }): Promise<TaskDetail> {
        const { caseId, name } = await find(params.id);
        const task = await store.tasks.giveBack(params.id, { version: body.version, by: caller.person.id });
        await store.audit.record({
          ...actOf(caller, 'gave a task back', params.id, caseId),
          detail: { task: name },
        });
        return detail(task, caller);
      },
    }),
    defineRoute({
      id: 'handTaskOver',
      summary: 'Hands a task over to another person or team',
      method: 'post',
      path: '/api/tasks/:id/hand-over',
      access: 'signed in',
      params: TaskParams,
      body: HandOverBodySchema,
      answer: TaskDetailSchema,
      async handle({ params, body, caller }): Promise<TaskDetail> {
        const asked = await find(params.id);
        const { caseId, name } = asked;
        refuseUnlessTheirsToGive(asked, caller);
        const to = await receiver(deps, body);
        const task = await store.tasks.handOver(params.id, {
          version: body.version,
          by: caller.person.id,
          to,
        });
        // Delivered by itself in a moment; by then somebody may have answered.
        await runs.deliver(caseId).catch(unlessDown);
        await store.audit.record({
          ...actOf(caller, 'handed a task over', params.id, caseId),
          detail: { task: name, ...to },
          why: body.why ?? null,
        });
        return detail(task, caller);
      },
    }),
    defineRoute({
      id: 'answerTask',
      summary: 'Answers a task; one that was answered before gives the recorded outcome',
      method: 'post',
      path: '/api/tasks/:id/answer',
      access: 'signed in',
      bodyLimit: 1024 * 1024,
      params: TaskParams,
      body: AnswerBodySchema,
      answer: AnswerReceiptSchema,
      handle: async ({ params, body, caller }) => answerTask(deps, await find(params.id), body, caller),
    }),
  ];
}

/** The hand-over stands in the store; a run that cannot be reached now is told later. */
function unlessDown(problem: unknown): void {
  if (!(problem instanceof RunsProblem)) throw problem;
}

function actOf(caller: Caller, act: Act, subject: string, caseId: string) {
  return { who: caller.person.id, act, caseId, subject };
}

/** Who was asked may hand it over, unless somebody has it: then that one, or a lead. */
function refuseUnlessTheirsToGive(task: Task, caller: Caller): void {
  refuseUnlessAsked(task, caller);
  if (task.takenBy !== null && task.takenBy !== caller.person.id) requireRole(caller, ['lead']);
}

async function receiver(
  { store }: Deps,
  { person, team }: { person?: string; team?: string },
): Promise<{ person: string } | { team: string }> {
  if (person !== undefined) {
    const found = await store.people.find(person);
    if (found?.active === true) return { person };
  } else if (team !== undefined && (await store.teams.find(team)) !== null) {
    return { team };
  }
  throw new ApiProblem(
    'invalid',
    'There is nobody of that name to hand it to.',
    'Choose an active person or a team.',
  );
}
