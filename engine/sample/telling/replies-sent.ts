import type { Reply } from '../../../definitions/model/reply.ts';
import type { Store } from '../../store/store.ts';

/** Replies that may have been sent since the last look without being among the newest. */
const LATEST = 60;

/** What was sent to customers, by case and in order; each look asks only for the newest. */
export interface RepliesSent {
  look(): Promise<void>;
  ofCase(caseId: string): readonly Reply[];
}

export function repliesSent({ replies }: Store): RepliesSent {
  const known = new Map<string, Reply>();
  let lookedBefore = false;
  return {
    async look() {
      let cursor: string | undefined;
      do {
        const page = await replies.outbox(
          { status: 'sent' },
          { limit: LATEST, ...(cursor !== undefined && { cursor }) },
        );
        for (const reply of page.items) known.set(reply.id, reply);
        cursor = page.next ?? undefined;
      } while (cursor !== undefined && !lookedBefore);
      lookedBefore = true;
    },
    ofCase: (caseId) =>
      [...known.values()].filter((reply) => reply.caseId === caseId).sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}
