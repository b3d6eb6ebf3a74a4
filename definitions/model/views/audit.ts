/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/audit | AuditFilter + limit, cursor | Page<AuditRow> |
 */
import type { JsonObject } from '../../flow/json.ts';
import type { Act } from '../act.ts';
import type { Named } from './page.ts';

/** All of these may be absent; what is named must all fit. */
export interface AuditFilter {
  /** An id, 'me', or 'earshot' for what no person did. */
  readonly who?: string;
  readonly act?: Act;
  readonly caseId?: string;
}

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly who: Named;
  readonly act: Act;
  readonly case: Named | null;
  /** What was acted on: a task, a step, a revision, a person, the other case; its name is '' where it has none. */
  readonly subject: Named;
  readonly detail: JsonObject;
  readonly why: string | null;
}
