import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { JsonObject } from '../../definitions/flow/json.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import type { AnswerReceipt, TaskCounts, TaskDetail, TaskRow } from '../../definitions/model/views/task.ts';
import { ask, tell } from '../shell/api.ts';

/** Whose work an inbox shows. */
export type Whose = 'mine' | 'team' | 'all';

const FILTERS: Record<Whose, { readonly [name: string]: string }> = {
  mine: { person: 'me' },
  team: { team: 'mine' },
  all: {},
};

/** Open tasks, the most urgent first. */
export function useTasks(whose: Whose): UseInfiniteQueryResult<InfiniteData<Page<TaskRow>>> {
  return useInfiniteQuery({
    queryKey: ['tasks', 'list', whose],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<TaskRow>>(
        '/tasks',
        { status: ['open'], ...FILTERS[whose], ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

export function useTaskCounts(): UseQueryResult<TaskCounts> {
  return useQuery({
    queryKey: ['tasks', 'counts'],
    queryFn: ({ signal }) => ask<TaskCounts>('/tasks/counts', {}, signal),
  });
}

export function useTask(taskId: string | null): UseQueryResult<TaskDetail> {
  return useQuery({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => ask<TaskDetail>(`/tasks/${encodeURIComponent(taskId ?? '')}`, {}, signal),
    enabled: taskId !== null,
  });
}

/** What can be done with a task beside answering it; `version` is the task as it stood when somebody did so. */
export type TaskAct = { readonly version: number } & (
  | { readonly act: 'take' | 'give-back' }
  | { readonly act: 'hand-over'; readonly person?: string; readonly team?: string; readonly why?: string }
);

/** Takes a task, gives it back or hands it over; afterwards all that shows it is asked again. */
export function useTaskAct(task: TaskDetail): UseMutationResult<TaskDetail, Error, TaskAct> {
  const client = useQueryClient();
  const refresh = useRefreshTask(task);
  return useMutation({
    // One after the other, in the order in which somebody did them.
    scope: { id: `task ${task.id}` },
    mutationFn: ({ act, ...rest }: TaskAct) =>
      tell<TaskDetail>(`/tasks/${encodeURIComponent(task.id)}/${act}`, rest),
    // Shown at once, so that the next act is on the task as it is now; what was asked before would show it as it was.
    onSuccess: async (now) => {
      await client.cancelQueries({ queryKey: ['task', task.id] });
      client.setQueryData(['task', task.id], now);
    },
    onSettled: () => void refresh(),
  });
}

/** Answers a task. The receipt says when somebody had answered before. */
export function useAnswer(task: TaskDetail): UseMutationResult<AnswerReceipt, Error, JsonObject> {
  const refresh = useRefreshTask(task);
  return useMutation({
    mutationFn: (answers: JsonObject) =>
      tell<AnswerReceipt>(`/tasks/${encodeURIComponent(task.id)}/answer`, { version: task.version, answers }),
    onSettled: refresh,
  });
}

function useRefreshTask(task: TaskDetail): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['task', task.id] }),
      client.invalidateQueries({ queryKey: ['tasks'] }),
      client.invalidateQueries({ queryKey: ['case', task.case.id] }),
    ]);
  };
}
