/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/audit | ?caseId= &who= &act= + limit, cursor | Page<AuditRow> |
 */
import type { JsonObject } from '../../flow/json.ts';
import type { Named } from './page.ts';

export interface AuditRow {
  readonly id: string;
  readonly at: string;
  readonly who: Named;
  /** What was done, in plain words: 'answered a task', 'released a revision'. */
  readonly act: string;
  readonly case: Named | null;
  readonly subject: string | null;
  readonly detail: JsonObject;
  readonly why: string | null;
}
