import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type InfiniteData,
  type QueryClient,
  type UseInfiniteQueryResult,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type { StuckCause } from '../../definitions/model/stuck.ts';
import type {
  GroupAct,
  IncidentRow,
  ResolveAnswer,
  ResolveGroup,
  ResolveIncidents,
  StuckGroup,
} from '../../definitions/model/views/incident.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { ask, tell } from '../shell/api.ts';

const A_PAGE = 25;
const WATCH_MS = 2_000;

export function useStuckGroups(): UseQueryResult<readonly StuckGroup[]> {
  return useQuery({
    queryKey: ['stuck', 'groups'],
    queryFn: ({ signal }) => ask<readonly StuckGroup[]>('/incidents/groups', {}, signal),
  });
}

/** The cases of a group, the longest stuck first. */
export function useStuckCases(cause: StuckCause): UseInfiniteQueryResult<InfiniteData<Page<IncidentRow>>> {
  const { kind, code, flow, node } = cause;
  return useInfiniteQuery({
    queryKey: ['stuck', 'of', kind, code, flow, node],
    queryFn: ({ pageParam, signal }) =>
      ask<Page<IncidentRow>>(
        '/incidents',
        { kind, code, flow, node, limit: A_PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
}

/** What is done for whole groups; watched while something is under way. */
export function useGroupActs(): UseQueryResult<readonly GroupAct[]> {
  return useQuery({
    queryKey: ['stuck', 'acts'],
    queryFn: ({ signal }) => ask<readonly GroupAct[]>('/incidents/acts', {}, signal),
    refetchInterval: ({ state }) => (state.data?.some(isUnderWay) === true ? WATCH_MS : false),
  });
}

export function isUnderWay({ status }: GroupAct): boolean {
  return status === 'working' || status === 'stopping';
}

/** Leads single stuck cases on; everything that shows them is asked again afterwards. */
export function useResolve(): UseMutationResult<ResolveAnswer, Error, ResolveIncidents> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: ResolveIncidents) => tell<ResolveAnswer>('/incidents/resolve', act),
    onSettled: () => refresh(client, ['stuck', 'case', 'cases']),
  });
}

/** Begins to lead a whole group on. */
export function useResolveGroup(): UseMutationResult<GroupAct, Error, ResolveGroup> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: ResolveGroup) => tell<GroupAct>('/incidents/groups/resolve', act),
    onSettled: () => refresh(client, ['stuck']),
  });
}

export function useStopAct(): UseMutationResult<GroupAct, Error, string> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (actId: string) => tell<GroupAct>(`/incidents/acts/${encodeURIComponent(actId)}/stop`, {}),
    onSettled: () => refresh(client, ['stuck']),
  });
}

function refresh(client: QueryClient, keys: readonly string[]): Promise<void> {
  return Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] }))).then(() => undefined);
}
