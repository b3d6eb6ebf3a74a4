import type { CaseRow } from '../../definitions/model/views/case.ts';

/** Whether a case has to be answered by some time still: not once it is over, and not while it waits for the customer. */
export function isDue<T extends Pick<CaseRow, 'dueAt' | 'status'>>(
  of: T,
): of is T & { readonly dueAt: string } {
  return of.dueAt !== null && !['waiting', 'closed', 'continued'].includes(of.status);
}
