import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { LogPlace } from '../../definitions/model/views/incident.ts';
import type { StuckRun } from '../store/incidents.ts';
import { hasRole, type Caller } from './caller.ts';
import type { Deps } from './deps.ts';

/** Failures that Temporal told of, not the activity itself: of these no worker writes anything. */
const UNSAID: ReadonlySet<string> = new Set(['timeout', 'failed', 'NotFoundError']);

/**
 * Where a log of this machine tells more of what is stuck; null for who is no engineer, when nothing is logged of its
 * sort, or when the logs are kept elsewhere. A worker logs what an activity threw, the API what it saw not move.
 * `caseId` is absent for a whole group, `at` the time at which the one that is looked for got stuck.
 */
export function logPlace(
  { logs, sampleDay }: Pick<Deps, 'logs' | 'sampleDay'>,
  stuck: Pick<StuckRun, 'kind' | 'code' | 'node' | 'at' | 'fromOutside'> & { readonly caseId?: string },
  caller: Caller,
): LogPlace | null {
  if (logs === null || !hasRole(caller, ['engineer'])) return null;
  const isLogged = stuck.fromOutside || (stuck.kind === 'activity failed' && !UNSAID.has(stuck.code));
  if (!isLogged) return null;
  const file = join(logs, stuck.fromOutside ? 'api.log' : 'worker.log');
  if (!existsSync(file)) return null;
  const isStory = sampleDay?.isHere === true;
  return {
    file,
    contains: stuck.caseId ?? (stuck.fromOutside ? stuck.code : stuck.node),
    // A story has a time of its own; logs have not.
    at: isStory ? null : stuck.at,
  };
}
