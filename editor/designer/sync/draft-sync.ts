import { nanoid } from 'nanoid';
import type { AddedEditsView } from '../../../definitions/model/views/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Command } from '../commands/in-flow.ts';
import type { Desk } from '../desk.ts';
import { did, redone, undone, type Turned } from '../session/acts.ts';
import { chosen } from '../session/choice.ts';
import { overtaken, refusedEdit, reread, taken } from '../session/news.ts';
import type { Session } from '../session/state.ts';
import { batchOf, MOST_AT_ONCE } from './batch.ts';
import type { DraftCalls } from './draft-calls.ts';
import { failureOf, type Standing } from './standing.ts';

/** So long acts are gathered before they are sent. */
const GATHER_MS = 300;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 15_000;

/** Keeps a session in this browser; rejects when it cannot. */
export type Keep = (session: Session) => Promise<void>;

/**
 * A desk on which nothing is lost: what is done there is kept in this browser at once, sent soon and again until it is
 * taken, and put on top of what others do meanwhile.
 */
export class DraftSync implements Desk {
  #session: Session;
  #standing: Standing = { is: 'saved' };
  readonly #calls: DraftCalls;
  readonly #keep: Keep;
  readonly #onStuckUndo: (label: string) => void;
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pauseMs = FIRST_PAUSE_MS;
  #most = MOST_AT_ONCE;
  #underWay: Promise<void> | null = null;
  #mustHear = false;
  #isClosed = false;
  /** Writes that have not come to rest in this browser yet. */
  #writing = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(
    session: Session,
    deps: {
      readonly calls: DraftCalls;
      readonly keep: Keep;
      /** An act was to be taken back, and cannot be. */
      readonly onStuckUndo: (label: string) => void;
    },
  ) {
    this.#session = session;
    this.#calls = deps.calls;
    this.#keep = deps.keep;
    this.#onStuckUndo = deps.onStuckUndo;
    this.#take(session);
    this.#soon(0);
  }

  readonly state = (): Session => this.#session;
  readonly standing = (): Standing => this.#standing;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  do(label: string, command: Command): void {
    const after = command(this.#session.content);
    this.#act(did(this.#session, { id: nanoid(), label, after }));
  }
  undo(): void {
    this.#turn(undone(this.#session, nanoid(), drawingWords.designer.undoOf));
  }
  redo(): void {
    this.#turn(redone(this.#session, nanoid(), drawingWords.designer.redoOf));
  }
  /** What becomes of an edit that was set aside. */
  choose(id: string, choice: 'mine' | 'theirs'): void {
    this.#act(chosen(this.#session, id, choice, nanoid()));
  }
  /** Asks what others did; resolves once it is known here, or cannot be asked. */
  async hear(): Promise<void> {
    this.#mustHear = true;
    await this.#run();
  }
  /** Sends what is left at once: somebody may be leaving the page. */
  sendNow(): void {
    if (this.#session.pending.length === 0) return;
    const { version, pending } = this.#session;
    const edits = batchOf(pending, this.#most);
    // Whatever comes of it is known when the edits are sent again: twice is once.
    this.#calls
      .addLeaving(version, edits)
      .then((answer) =>
        this.#answered(
          version,
          edits.map(({ id }) => id),
          answer,
        ),
      )
      .then(() => this.#rest())
      .catch(() => undefined);
  }
  /** Tries again what was held up or away. */
  tryAgain(): void {
    if (this.#standing.is === 'held' && this.#standing.isGone) return;
    this.#pauseMs = FIRST_PAUSE_MS;
    this.#soon(0);
  }
  /** Sends what is left, and stops; resolves once all of it is kept in this browser. */
  close(): Promise<void> {
    this.sendNow();
    this.#isClosed = true;
    clearTimeout(this.#timer);
    return this.#last;
  }

  #turn({ session, refused }: Turned): void {
    this.#act(session);
    if (refused !== undefined) this.#onStuckUndo(refused.label);
  }
  #act(session: Session): void {
    if (session === this.#session) return;
    this.#take(session);
    if (this.#standing.is === 'saved' || this.#standing.is === 'saving') this.#soon(GATHER_MS);
    if (this.#standing.is === 'held') this.tryAgain();
  }

  /** From now on the session is this one: it is shown, and kept. */
  #take(session: Session): void {
    this.#session = session;
    this.#writing++;
    this.#last = this.#keep(session).then(
      () => this.#written(),
      () => {
        this.#writing--;
        // The browser keeps nothing, as in some private windows: what is not at the server is not safe.
        this.#stand({ is: 'held', sentence: drawingWords.session.notKept, whatToDo: '', isGone: false });
      },
    );
    if (this.#standing.is === 'saved' && session.pending.length > 0) this.#standing = { is: 'saving' };
    this.#tell();
  }
  #written(): void {
    this.#writing--;
    this.#rest();
  }
  /** Says that all is saved once nothing is on its way, neither to the server nor into this browser. */
  #rest(): void {
    if (this.#session.pending.length === 0 && this.#writing === 0 && this.#standing.is === 'saving')
      this.#stand({ is: 'saved' });
  }
  #stand(standing: Standing): void {
    this.#standing = standing;
    this.#tell();
  }
  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #soon(ms: number): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#run(), ms);
  }

  /** One at a time; who comes meanwhile waits for it, and it looks again at the end whether there is more. */
  async #run(): Promise<void> {
    if (this.#underWay !== null) return this.#underWay;
    this.#underWay = this.#work();
    try {
      await this.#underWay;
    } finally {
      this.#underWay = null;
      // Asked for while the last answer came in.
      if (this.#mustHear && this.#standing.is !== 'held' && this.#standing.is !== 'offline') this.#soon(0);
    }
  }

  async #work(): Promise<void> {
    while (!this.#isClosed && (this.#mustHear || this.#session.pending.length > 0)) {
      const { version, pending } = this.#session;
      const edits = batchOf(pending, this.#most);
      try {
        if (edits.length > 0) {
          const ids = edits.map(({ id }) => id);
          await this.#answered(version, ids, await this.#calls.add(version, edits));
          // An answer that leads nowhere, as of a server that went back to an older day, is no reason to hurry.
          if (this.#session.version === version && this.#session.pending === pending)
            return this.#failed({ is: 'away' });
          this.#most = MOST_AT_ONCE;
        } else await this.#heard(version);
        this.#well();
      } catch (error) {
        const failure = failureOf(error);
        if (failure.is === 'edit' && edits.length > 0)
          this.#refused(
            edits.map(({ id }) => id),
            failure.sentence,
          );
        else return this.#failed(failure);
      }
    }
  }

  async #heard(version: number): Promise<void> {
    this.#mustHear = false;
    const { since } = await this.#calls.since(version);
    if (since !== null) return this.#news(overtaken(this.#session, since));
    const draft = await this.#calls.read();
    if (this.#session.pending.length === 0)
      this.#news(reread(this.#session, draft, { base: version, known: [] }));
  }

  async #answered(base: number, ids: readonly string[], answer: AddedEditsView): Promise<void> {
    if (answer.taken) return this.#news(taken(this.#session, base, answer.version, new Set(ids)));
    const { known, since } = answer;
    const next = since === null ? null : overtaken(this.#session, since, known);
    if (next !== null) return this.#news(next);
    // Only who asked for all that may have been sent knows which of it stands in what is read.
    const sent = batchOf(this.#session.pending, MOST_AT_ONCE);
    if (sent.every(({ id }) => ids.includes(id)))
      this.#news(reread(this.#session, await this.#calls.read(), { base, known }));
    else this.#most = MOST_AT_ONCE;
  }

  #news(session: Session | null): void {
    if (session !== null && session !== this.#session) this.#take(session);
  }

  /** Edits are sent one by one until it is known which of them is not taken; that one is set aside. */
  #refused(ids: readonly string[], sentence: string): void {
    const [only] = ids;
    if (ids.length > 1 || only === undefined) this.#most = Math.ceil(ids.length / 2);
    else this.#take(refusedEdit(this.#session, only, sentence));
  }

  #well(): void {
    this.#pauseMs = FIRST_PAUSE_MS;
    if (this.#standing.is !== 'saved') this.#standing = { is: 'saving' };
    this.#rest();
    this.#tell();
  }

  #failed(failure: ReturnType<typeof failureOf>): void {
    this.#stand(failure.is === 'held' ? failure.standing : { is: 'offline' });
    if (this.#standing.is === 'held' && this.#standing.isGone) return;
    this.#mustHear = true;
    this.#soon(this.#pauseMs);
    this.#pauseMs = Math.min(2 * this.#pauseMs, LONGEST_PAUSE_MS);
  }
}
