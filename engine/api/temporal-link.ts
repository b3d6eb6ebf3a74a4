import type { Case } from '../../definitions/model/case.ts';
import { workflowIdOf } from '../runs/start-request.ts';
import { hasRole, type Caller } from './caller.ts';

/** Temporal's own pages, and the namespace in which the cases run. */
export interface TemporalUi {
  /** `https://…`, with or without a path. */
  readonly address: string;
  readonly namespace: string;
}

/** Where Temporal's pages show the run of a case; null for who is no engineer, without a run, or when nobody knows. */
export function temporalLink(
  ui: TemporalUi | null,
  { id, runId }: Pick<Case, 'id' | 'runId'>,
  caller: Caller,
): string | null {
  if (ui === null || runId === null || !hasRole(caller, ['engineer'])) return null;
  const base = ui.address.replace(/\/+$/, '');
  const path = ['namespaces', ui.namespace, 'workflows', workflowIdOf(id), runId, 'history'];
  return `${base}/${path.map(encodeURIComponent).join('/')}`;
}
