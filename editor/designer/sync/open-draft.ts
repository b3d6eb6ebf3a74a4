import type { DraftContentView } from '../../../definitions/model/views/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { dropLog, openLogs, type LogDatabase } from '../kept/log-store.ts';
import { openLog, type HeldLog } from '../kept/open-log.ts';
import { adopted, overtaken, reread, taken } from '../session/news.ts';
import { begun, type Session } from '../session/state.ts';
import { batchOf, MOST_AT_ONCE } from './batch.ts';
import { draftCalls, type DraftCalls } from './draft-calls.ts';
import { DraftSync } from './draft-sync.ts';

/** A draft that is open on this page, and how it is closed. */
export interface OpenDraft {
  readonly sync: DraftSync;
  close(): void;
}

/** Opens a draft as it was read, with whatever this browser keeps of it that the server may not have. */
export async function openDraft(
  flowId: string,
  { born, version, content }: DraftContentView,
  who: { readonly person: string; readonly now: number; readonly onStuckUndo: (label: string) => void },
): Promise<OpenDraft> {
  const calls = draftCalls(flowId, born);
  const onStuckUndo = who.onStuckUndo;
  const db = await openLogs(flowId).catch(() => null);
  if (db === null) {
    const keep = (): Promise<void> => Promise.reject(new Error(drawingWords.session.notKept));
    const sync = new DraftSync(begun(version, content), { calls, keep, onStuckUndo });
    return { sync, close: () => void sync.close() };
  }
  const { writer, session, release, orphans } = await openLog(db, { born, person: who.person, now: who.now });
  let first = session ?? begun(version, content);
  // What is pending is asked for by sending it, which also tells what of it has arrived.
  if (first.pending.length === 0)
    first = reread(first, { version, content }, { base: first.version, known: [] }) ?? first;
  const over: HeldLog[] = [];
  for (const orphan of orphans) {
    const next = await takenOver(first, orphan, calls);
    if (next === null) orphan.release();
    else {
      first = next;
      over.push(orphan);
    }
  }
  if (over.length > 0) {
    // Kept here before it goes there.
    await writer.write(first);
    await forget(db, over);
  }
  const sync = new DraftSync(first, { calls, keep: (now) => writer.write(now), onStuckUndo });
  return {
    sync,
    close: () =>
      void sync.close().finally(() => {
        release();
        db.close();
      }),
  };
}

/** The session with what a page that is gone left unsent; null if it cannot be known now what of that has arrived. */
async function takenOver(
  session: Session,
  { session: left }: HeldLog,
  calls: DraftCalls,
): Promise<Session | null> {
  if (left === null) return null;
  let rest = left;
  try {
    while (rest.pending.length > 0) {
      const edits = batchOf(rest.pending, MOST_AT_ONCE);
      const answer = await calls.add(rest.version, edits);
      if (answer.taken) {
        const ids = new Set(edits.map(({ id }) => id));
        rest = taken(rest, rest.version, answer.version, ids);
        continue;
      }
      const next = answer.since === null ? null : overtaken(rest, answer.since, answer.known);
      const { known } = answer;
      rest = next ?? reread(rest, await calls.read(), { base: rest.version, known }) ?? rest;
      break;
    }
  } catch {
    return null;
  }
  return adopted(session, rest);
}

async function forget(db: LogDatabase, logs: readonly HeldLog[]): Promise<void> {
  for (const { head, release } of logs) {
    await dropLog(db, head.id);
    release();
  }
}
