import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { PartKind } from '../../../definitions/flow/part-kind.ts';
import type { PartRow, PartView } from '../../../definitions/model/views/part.ts';
import { ask } from '../../shell/api.ts';

export function useParts(): UseQueryResult<readonly PartRow[]> {
  return useQuery({
    queryKey: ['flows', 'parts'],
    queryFn: ({ signal }) => ask<readonly PartRow[]>('/parts', {}, signal),
  });
}

export function usePart(kind: PartKind, id: string): UseQueryResult<PartView> {
  return useQuery({
    queryKey: ['flows', 'parts', kind, id],
    queryFn: ({ signal }) => ask<PartView>(`/parts/${kind}/${encodeURIComponent(id)}`, {}, signal),
  });
}
