import { nanoid } from 'nanoid';
import { place } from '../../shell/place.ts';
import { restored, type Session } from '../session/state.ts';
import { claim, type Release } from './claim.ts';
import { dropLog, readLog, type LogDatabase, type LogHead } from './log-store.ts';
import { LogWriter } from './log-writer.ts';

/** A log that this page holds, with what stood in it. */
export interface HeldLog {
  readonly head: LogHead;
  readonly session: Session | null;
  readonly release: Release;
}

export interface OpenedLog {
  readonly writer: LogWriter;
  /** What the page did that had this log before, if any. */
  readonly session: Session | null;
  readonly release: Release;
  /** Logs of pages that are gone, whose edits are to be taken over. */
  readonly orphans: readonly HeldLog[];
}

/**
 * Opens the log of this page: the one that it had before it was loaded anew, or else the newest that a page left which
 * is gone, or a new one. A log that another page of this browser has open is left alone.
 */
export async function openLog(
  db: LogDatabase,
  { born, person, now }: { readonly born: string; readonly person: string; readonly now: number },
): Promise<OpenedLog> {
  const own = sessionStorage.getItem(ownKey(born));
  const heads = (await db.getAll('heads'))
    .filter((head) => head.born === born && head.person === person)
    .toSorted((a, b) => Number(b.id === own) - Number(a.id === own) || b.at - a.at);
  const held: HeldLog[] = [];
  for (const head of heads) {
    const log = await hold(db, head, head.id === own);
    if (log !== null) held.push(log);
  }
  const [first, ...orphans] = held;
  const head = first?.head ?? { id: nanoid(12), born, person, at: now };
  const release = first?.release ?? (await claim(lockName(head.id)));
  sessionStorage.setItem(ownKey(born), head.id);
  return {
    writer: new LogWriter(db, head),
    session: first?.session ?? null,
    release: release ?? (() => undefined),
    orphans,
  };
}

/** Logs of drafts that are not there any more, with something in them that never came to the server. */
export async function leftLogs(
  db: LogDatabase,
  { born, person }: { readonly born: string | null; readonly person: string },
): Promise<readonly HeldLog[]> {
  const left: HeldLog[] = [];
  for (const head of await db.getAll('heads')) {
    if (head.born === born || head.person !== person) continue;
    // The page that had it may just be going.
    const log = await hold(db, head, true);
    if (log === null) continue;
    log.release();
    if (log.session !== null && log.session.pending.length + log.session.aside.length > 0) left.push(log);
    else await dropLog(db, head.id);
  }
  return left;
}

async function hold(db: LogDatabase, head: LogHead, patient: boolean): Promise<HeldLog | null> {
  const release = await claim(lockName(head.id), patient);
  if (release === null) return null;
  const kept = await readLog(db, head.id);
  return { head, session: kept === null ? null : restored(kept), release };
}

function lockName(log: string): string {
  return `earshot log ${log}`;
}

function ownKey(born: string): string {
  return `earshot log${place} ${born}`;
}
