import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { PersonView, TeamView } from '../../definitions/model/views/people.ts';
import { ask } from '../shell/api.ts';
import type { Names } from '../shell/plain-value.ts';

const RARELY_MS = 5 * 60_000;

export function usePeople(): UseQueryResult<readonly PersonView[]> {
  return useQuery({
    queryKey: ['people'],
    queryFn: ({ signal }) => ask<readonly PersonView[]>('/people', {}, signal),
    staleTime: RARELY_MS,
  });
}

export function useTeams(): UseQueryResult<readonly TeamView[]> {
  return useQuery({
    queryKey: ['teams'],
    queryFn: ({ signal }) => ask<readonly TeamView[]>('/teams', {}, signal),
    staleTime: RARELY_MS,
  });
}

/** Names of all people and teams by id: facts name them by id, pages never do. */
export function useNames(): Names {
  const people = usePeople().data;
  const teams = useTeams().data;
  return useMemo(
    () => new Map([...(people ?? []), ...(teams ?? [])].map(({ id, name }) => [id, name])),
    [people, teams],
  );
}
