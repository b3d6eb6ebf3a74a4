import type { Edit } from '../../../definitions/edit/edit.ts';
import type { KeptSession } from '../session/state.ts';
import { listChanges, type Written } from './list-changes.ts';
import type { Entry, LogDatabase, LogHead } from './log-store.ts';

const NOTHING: { readonly [list in Entry['list']]: readonly Written[] } = {
  pending: [],
  done: [],
  undone: [],
  aside: [],
};

/** Writes a session into its log as it changes: only what has changed since, all of it or nothing. */
export class LogWriter {
  readonly #db: LogDatabase;
  readonly #head: LogHead;
  #confirmed: KeptSession['confirmed'] | null = null;
  #version = 0;
  #order = 0;
  #written = NOTHING;
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
      this.#written = NOTHING;
      this.#confirmed = null;
    }
    if (session.confirmed !== this.#confirmed || session.version !== this.#version) {
      const { version, confirmed } = session;
      asked.push(tx.objectStore('bases').put({ log: id, version, confirmed }));
      this.#confirmed = confirmed;
      this.#version = version;
    }
    const newOrder = (): number => ++this.#order;
    /** Asks for what became of one list; answers how it is written then. */
    const keep = <E>(
      list: Entry['list'],
      now: readonly E[],
      idOf: (entry: E) => string,
      as: (entry: E) => Entry,
    ): readonly Written[] => {
      const { written, put, gone } = listChanges(this.#written[list], now, { idOf, newOrder });
      for (const { entry, id: key, order } of put)
        asked.push(entries.put({ ...as(entry), log: id, id: key, order }));
      for (const key of gone) asked.push(entries.delete([id, list, key]));
      return written;
    };
    const idOf = (edit: Edit): string => edit.id;
    const { pending, done, undone, aside } = session;
    this.#written = {
      pending: keep('pending', pending, idOf, (entry) => ({ list: 'pending', entry })),
      done: keep('done', done, idOf, (entry) => ({ list: 'done', entry })),
      undone: keep('undone', undone, idOf, (entry) => ({ list: 'undone', entry })),
      aside: keep(
        'aside',
        aside,
        ({ edit }) => edit.id,
        (entry) => ({ list: 'aside', entry }),
      ),
    };
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
