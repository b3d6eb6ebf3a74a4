/**
 * | method, path | query or body | answer |
 * |---|---|---|
 * | GET  /api/outbox | limit, cursor | Page<OutboxRow> |
 */
import type { Reply } from '../reply.ts';
import type { Named } from './page.ts';

/** A reply that the outbox channel keeps. */
export interface OutboxRow {
  readonly id: string;
  readonly case: Named;
  readonly channel: string;
  readonly kind: Reply['kind'];
  readonly status: Reply['status'];
  readonly text: string | null;
  readonly by: Named | null;
  readonly at: string;
}
