import { randomBytes } from 'node:crypto';
import type { IncomingMention } from '../../definitions/model/mention.ts';
import { openStore, type Store } from '../../engine/store/store.ts';

/** Address of the MongoDB that the tests run on; the runner of the tests sets it. */
export function mongoUri(): string {
  const uri = process.env['MONGODB_URI'];
  if (uri === undefined) throw new Error('Set MONGODB_URI to the MongoDB that the tests may use.');
  return uri;
}

export function freshName(): string {
  return `test-store-${randomBytes(6).toString('hex')}`;
}

/** A store on a data set of its own, and how to take it away. The clock stands still until it is set. */
export async function freshStore(uri = mongoUri()): Promise<Fresh> {
  const database = freshName();
  const clock = { now: new Date('2026-03-02T10:00:00.000Z') };
  const store = await openStore({ uri, database, now: () => clock.now });
  return {
    store,
    database,
    clock,
    async dispose() {
      await store.dropDatabase();
      await store.close();
    },
  };
}
export interface Fresh {
  readonly store: Store;
  readonly database: string;
  readonly clock: { now: Date };
  dispose(): Promise<void>;
}

/** A mention said at ten o'clock, the moment at which the clock of a fresh store stands. */
export function said(externalId: string, more: Partial<IncomingMention> = {}): IncomingMention {
  return {
    channel: 'tweet',
    externalId,
    direction: 'inbound',
    author: { externalId: `author of ${externalId}` },
    text: `The technician never came (${externalId})`,
    occurredAt: '2026-03-02T10:00:00Z',
    ...more,
  };
}

/** Case id of a verdict that says captured or duplicate; fails the test otherwise. */
export function caseIdOf(
  verdict: { readonly status: string; readonly caseId?: string | null } | undefined,
): string {
  if (verdict?.caseId === undefined || verdict.caseId === null)
    throw new Error(`No case: ${JSON.stringify(verdict)}`);
  return verdict.caseId;
}
