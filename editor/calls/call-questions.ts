import { useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import type { CallChoices, CallReceipt, LoggedCall } from '../../definitions/model/views/logged-call.ts';
import { ask, tell } from '../shell/api.ts';

export function useCallChoices(): UseQueryResult<CallChoices> {
  return useQuery({
    queryKey: ['calls', 'choices'],
    queryFn: ({ signal }) => ask<CallChoices>('/calls/choices', {}, signal),
  });
}

/** Keeps a call; the same one again is the same case. */
export function useLogCall(): UseMutationResult<CallReceipt, Error, LoggedCall> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (call: LoggedCall) => tell<CallReceipt>('/calls', call),
    onSettled: () => client.invalidateQueries({ queryKey: ['cases'] }),
  });
}
