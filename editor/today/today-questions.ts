import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Page } from '../../definitions/model/views/page.ts';
import type { TaskRow } from '../../definitions/model/views/task.ts';
import type { Today } from '../../definitions/model/views/today.ts';
import { ask } from '../shell/api.ts';

/** A release, or a day that ends, is no change of a case: asked again now and then for these. */
const ANYHOW_MS = 30_000;

/** How it goes since then (ISO 8601); asked again when something changes (shell/changes.ts). */
export function useToday(since: string | undefined): UseQueryResult<Today> {
  return useQuery({
    queryKey: ['today', since ?? 'everything'],
    queryFn: ({ signal }) => ask<Today>('/today', { since }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ANYHOW_MS,
  });
}

/** The most urgent of my open tasks. */
export function useMyFirstTasks(count: number): UseQueryResult<Page<TaskRow>> {
  return useQuery({
    queryKey: ['tasks', 'first', count],
    queryFn: ({ signal }) =>
      ask<Page<TaskRow>>('/tasks', { status: ['open'], person: 'me', limit: count }, signal),
  });
}
