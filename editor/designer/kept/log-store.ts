import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Edit } from '../../../definitions/edit/edit.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { place } from '../../shell/place.ts';
import type { Deed, KeptSession, SetAside } from '../session/state.ts';

/** Whose log it is, of which draft; `at` is when it was begun, ms since the epoch. */
export interface LogHead {
  readonly id: string;
  readonly born: string;
  readonly person: string;
  readonly at: number;
}

/** An item of one of a session's lists. */
export type Entry =
  | { readonly list: 'pending'; readonly entry: Edit }
  | { readonly list: 'done' | 'undone'; readonly entry: Deed }
  | { readonly list: 'aside'; readonly entry: SetAside };

/** The same as it is kept. Items keep their `order`, whatever comes and goes before them. */
export type EntryRow = Entry & { readonly log: string; readonly id: string; readonly order: number };

export interface LogSchema extends DBSchema {
  heads: { key: string; value: LogHead };
  bases: {
    key: string;
    value: { readonly log: string; readonly version: number; readonly confirmed: DraftContent };
  };
  entries: { key: [string, string, string]; value: EntryRow; indexes: { log: string } };
}
export type LogDatabase = IDBPDatabase<LogSchema>;

const ahead = new Map<string, Promise<LogDatabase>>();

/** Begins to open what this browser keeps of a flow's drafts, for the first who opens it: that takes a while. */
export function openLogsAhead(flowId: string): void {
  const opening = opened(flowId);
  // It is who opens it that is told of it.
  opening.catch(() => undefined);
  ahead.set(flowId, opening);
}

/** What this browser keeps of the drafts of a flow: a log for each page that they were open on. */
export function openLogs(flowId: string): Promise<LogDatabase> {
  const opening = ahead.get(flowId);
  ahead.delete(flowId);
  return opening ?? opened(flowId);
}

function opened(flowId: string): Promise<LogDatabase> {
  return openDB<LogSchema>(`earshot drafts${place}/${flowId}`, 1, {
    upgrade(db) {
      db.createObjectStore('heads', { keyPath: 'id' });
      db.createObjectStore('bases', { keyPath: 'log' });
      const entries = db.createObjectStore('entries', { keyPath: ['log', 'list', 'id'] });
      entries.createIndex('log', 'log');
    },
  });
}

/** A log as it was written last; null if nothing, or not all of it, is there. */
export async function readLog(db: LogDatabase, id: string): Promise<KeptSession | null> {
  const tx = db.transaction(['bases', 'entries']);
  const [base, rows] = await Promise.all([
    tx.objectStore('bases').get(id),
    tx.objectStore('entries').index('log').getAll(id),
  ]);
  if (base === undefined) return null;
  const inOrder = rows.toSorted((a, b) => a.order - b.order);
  return {
    version: base.version,
    confirmed: base.confirmed,
    pending: inOrder.flatMap((row) => (row.list === 'pending' ? [row.entry] : [])),
    done: inOrder.flatMap((row) => (row.list === 'done' ? [row.entry] : [])),
    undone: inOrder.flatMap((row) => (row.list === 'undone' ? [row.entry] : [])),
    aside: inOrder.flatMap((row) => (row.list === 'aside' ? [row.entry] : [])),
  };
}

/** Forgets a log and all that it holds. */
export async function dropLog(db: LogDatabase, id: string): Promise<void> {
  const tx = db.transaction(['heads', 'bases', 'entries'], 'readwrite');
  const keys = await tx.objectStore('entries').index('log').getAllKeys(id);
  await Promise.all([
    tx.objectStore('heads').delete(id),
    tx.objectStore('bases').delete(id),
    ...keys.map((key) => tx.objectStore('entries').delete(key)),
    tx.done,
  ]);
}
