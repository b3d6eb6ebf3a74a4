import type { KeptSession } from '../session/state.ts';
import { entriesOf, type Entry, type LogDatabase, type LogHead } from './log-store.ts';

interface Written {
  readonly entry: Entry['entry'];
  readonly list: Entry['list'];
  readonly id: string;
  readonly order: number;
}

/** Writes a session into its log as it changes: only what has changed since, all of it or nothing. */
export class LogWriter {
  readonly #db: LogDatabase;
  readonly #head: LogHead;
  #confirmed: KeptSession['confirmed'] | null = null;
  #version = 0;
  #order = 0;
  #written: ReadonlyMap<string, Written> = new Map();
  #isWhole = false;

  constructor(db: LogDatabase, head: LogHead) {
    this.#db = db;
    this.#head = head;
  }

  /** Resolves once it is kept. Begins at once, so that what is asked for first is kept first. */
  async write(session: KeptSession): Promise<void> {
    const { id } = this.#head;
    const tx = this.#db.transaction(['heads', 'bases', 'entries'], 'readwrite');
    const entries = tx.objectStore('entries');
    const asked: Promise<unknown>[] = [];
    if (!this.#isWhole) {
      asked.push(tx.objectStore('heads').put(this.#head));
      asked.push(entries.delete(IDBKeyRange.bound([id], [id, []])));
      this.#written = new Map();
      this.#confirmed = null;
    }
    if (session.confirmed !== this.#confirmed || session.version !== this.#version) {
      const { version, confirmed } = session;
      asked.push(tx.objectStore('bases').put({ log: id, version, confirmed }));
      this.#confirmed = confirmed;
      this.#version = version;
    }
    const written = new Map<string, Written>();
    for (const one of entriesOf(session)) {
      const key = one.list === 'aside' ? one.entry.edit.id : one.entry.id;
      const known = this.#written.get(`${one.list} ${key}`);
      const order = known?.order ?? ++this.#order;
      written.set(`${one.list} ${key}`, { ...one, id: key, order });
      if (known?.entry !== one.entry) asked.push(entries.put({ ...one, log: id, id: key, order }));
    }
    for (const [key, { list, id: gone }] of this.#written)
      if (!written.has(key)) asked.push(entries.delete([id, list, gone]));
    this.#written = written;
    this.#isWhole = true;
    try {
      await Promise.all([...asked, tx.done]);
    } catch (error) {
      // Whatever is there now: the next time all of it is written.
      this.#isWhole = false;
      throw error;
    }
  }
}
