import type { mongo } from 'mongoose';
import type { Database } from './database.ts';

/**
 * Something changed; ask again about it. 'everything': changes may have been missed (the connection was away too
 * long), ask again about all that is shown.
 */
export type Change =
  | {
      readonly kind: 'case' | 'task' | 'incident' | 'mention' | 'reply';
      readonly id: string;
      readonly caseId: string | null;
    }
  /** Of a flow: its draft, a revision, a release, its stories, what waits
   * for approval, or (id 'flows') how flows stand among each other. */
  | { readonly kind: 'flow'; readonly id: string; readonly caseId: null }
  /** A question who somebody is was put, put anew, or answered. */
  | { readonly kind: 'who'; readonly id: string; readonly caseId: null }
  | { readonly kind: 'everything' };

export interface Watching {
  /** Resolves once changes from now on will be told. */
  readonly ready: Promise<void>;
  close(): Promise<void>;
}

export interface ChangeStore {
  /** Tells of changes as they are committed, by whatever process; takes itself up again after a lost connection. */
  watch(onChange: (change: Change) => void): Watching;
}

/** Collections that are told of, by what a change of them is called. */
const TOLD: ReadonlyMap<string, Exclude<Change['kind'], 'everything'>> = new Map([
  ['cases', 'case'],
  ['tasks', 'task'],
  ['incidents', 'incident'],
  ['mentions', 'mention'],
  ['replies', 'reply'],
  ['drafts', 'flow'],
  ['releases', 'flow'],
  ['storyChanges', 'flow'],
  ['publishRequests', 'flow'],
  ['flowStandings', 'flow'],
  ['revisions', 'flow'],
  ['linkQuestions', 'who'],
]);
/** A draft that is thrown away is told, and a question that is answered; a revision never changes, whatever is kept beside it later. */
const IS_TOLD = {
  $or: [
    {
      'ns.coll': { $in: [...TOLD.keys()].filter((name) => name !== 'revisions') },
      operationType: { $in: ['insert', 'update', 'replace'] },
    },
    { 'ns.coll': { $in: ['drafts', 'linkQuestions'] }, operationType: 'delete' },
    { 'ns.coll': 'revisions', operationType: 'insert' },
  ],
};
const PAUSE_MS = 500;

export function changeStore(db: Database): ChangeStore {
  return {
    watch(onChange) {
      let stream: mongo.ChangeStream | undefined;
      let isClosed = false;
      let wasReady = false;
      let announce: () => void = () => undefined;
      const ready = new Promise<void>((resolve) => (announce = resolve));

      /** Follows one stream until it breaks. The driver takes up a stream again by itself after a short break. */
      async function follow(db: mongo.Db): Promise<void> {
        stream = db.watch([{ $match: IS_TOLD }]);
        // The stream begins with its first question to the server.
        const first = stream.tryNext();
        if (wasReady) onChange({ kind: 'everything' });
        for (let event = await first; !isClosed; event = await stream.next()) {
          if (!wasReady) {
            wasReady = true;
            announce();
          }
          if (event !== null) tell(event, onChange);
        }
      }
      async function run(): Promise<void> {
        while (!isClosed) {
          try {
            const { db: database } = db.connection;
            if (database !== undefined) await follow(database);
          } catch {
            // Whatever ended it: the next stream begins with 'everything', so nothing is missed for good.
          }
          await stream?.close().catch(() => undefined);
          if (!isClosed) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
        }
      }
      const running = run();
      return {
        ready,
        async close() {
          isClosed = true;
          await stream?.close().catch(() => undefined);
          await running;
        },
      };
    },
  };
}

function tell(event: mongo.ChangeStreamDocument, onChange: (change: Change) => void): void {
  if (
    event.operationType !== 'insert' &&
    event.operationType !== 'update' &&
    event.operationType !== 'replace' &&
    event.operationType !== 'delete'
  )
    return;
  const kind = TOLD.get(event.ns.coll);
  if (kind === undefined) return;
  const id = String(event.documentKey._id);
  const document = 'fullDocument' in event ? event.fullDocument : undefined;
  if (kind === 'who') {
    onChange({ kind, id, caseId: null });
    return;
  }
  if (kind === 'flow') {
    const flow: unknown = document?.['flow'];
    onChange({ kind, id: typeof flow === 'string' ? flow : id, caseId: null });
    return;
  }
  const named: unknown = document?.['caseId'];
  onChange({ kind, id, caseId: typeof named === 'string' ? named : caseOfId(kind, id) });
}

/** A case by its own id; tasks and incidents bear it before the dot. */
function caseOfId(kind: Change['kind'], id: string): string | null {
  if (kind === 'case') return id;
  return kind === 'task' || kind === 'incident' ? (id.split('.')[0] ?? null) : null;
}
