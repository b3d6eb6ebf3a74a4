import type { UseMutationResult } from '@tanstack/react-query';

/**
 * Does an act, and then what follows it: also when that which asked for it has left the page by then, as the form of
 * a task does when an answer makes the task go.
 */
export function carryOut<R, V>(
  act: Pick<UseMutationResult<R, Error, V>, 'mutateAsync'>,
  what: V,
  {
    onSuccess,
    onError,
  }: { readonly onSuccess: (result: R) => void; readonly onError?: (error: Error) => void },
): void {
  act.mutateAsync(what).then(onSuccess, onError ?? (() => undefined));
}
