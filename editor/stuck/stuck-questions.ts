import {
  useMutation,
  useQuery,
  useQueryClient,
  type UseMutationResult,
  type UseQueryResult,
} from '@tanstack/react-query';
import type {
  IncidentRow,
  ResolveAnswer,
  ResolveIncidents,
  StuckGroup,
} from '../../definitions/model/views/incident.ts';
import type { Page } from '../../definitions/model/views/page.ts';
import { ask, tell } from '../shell/api.ts';

const AT_ONCE = 200;

export function useStuckGroups(): UseQueryResult<readonly StuckGroup[]> {
  return useQuery({
    queryKey: ['stuck', 'groups'],
    queryFn: ({ signal }) => ask<readonly StuckGroup[]>('/incidents/groups', {}, signal),
  });
}

/** The first cases of a group, at most as many as can be led on at once. */
export function useStuckCases(group: StuckGroup): UseQueryResult<Page<IncidentRow>> {
  const { kind, code, flow, node } = group;
  return useQuery({
    queryKey: ['stuck', 'of', kind, code, flow, node],
    queryFn: ({ signal }) =>
      ask<Page<IncidentRow>>('/incidents', { kind, code, flow, node, limit: AT_ONCE }, signal),
  });
}

/** Leads stuck cases on; everything that shows them is asked again afterwards. */
export function useResolve(): UseMutationResult<ResolveAnswer, Error, ResolveIncidents> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: ResolveIncidents) => tell<ResolveAnswer>('/incidents/resolve', act),
    onSettled: () =>
      Promise.all(
        ['stuck', 'case', 'cases'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ).then(() => undefined),
  });
}
