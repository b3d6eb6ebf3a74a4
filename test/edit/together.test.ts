import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applied } from '../../definitions/edit/applied.ts';
import type { Change } from '../../definitions/edit/change.ts';
import type { Conflict } from '../../definitions/edit/conflict.ts';
import { difference } from '../../definitions/edit/difference.ts';
import type { Edit } from '../../definitions/edit/edit.ts';
import { NetOfChanges } from '../../definitions/edit/net.ts';
import { rebase } from '../../definitions/edit/rebase.ts';
import { replayed } from '../../definitions/edit/replay.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { tidyContent } from './any-content.ts';
import { made } from './changes.ts';
import { anyAct, done, type Act } from './commands.ts';
import { unfulfilled } from './fulfilled.ts';

/** Puts edits in one order: whoever comes later is made on top of what came before, or learns why not. */
class Sequencer {
  content: DraftContent;
  readonly log: Edit[] = [];

  constructor(content: DraftContent) {
    this.content = content;
  }

  take(edit: Edit, seen: number): readonly Conflict[] | null {
    const theirs = this.log.slice(seen).flatMap(({ changes }) => changes);
    const result = rebase(edit, theirs);
    if ('conflicts' in result) return result.conflicts;
    const together = applied(this.content, result.edit.changes);
    if ('problem' in together) throw new Error(together.problem.message);
    const wanted = new NetOfChanges(edit.changes);
    expect(unfulfilled(together.content, wanted, new NetOfChanges(theirs))).toEqual([]);
    this.content = together.content;
    this.log.push({ ...edit, changes: together.made });
    return null;
  }
}

/** Somebody who edits a copy of their own, sends one edit at a time, and hears of others when they do. */
class Person {
  readonly #name: string;
  readonly #server: Sequencer;
  readonly refused: string[] = [];
  readonly edits: string[] = [];
  #pending: readonly Edit[] = [];
  #confirmed: DraftContent;
  #seen = 0;
  /** What this person sees. */
  content: DraftContent;

  constructor(name: string, server: Sequencer) {
    this.#name = name;
    this.#server = server;
    this.content = this.#confirmed = server.content;
  }

  act(act: Act): void {
    const id = `${this.#name} ${this.edits.length}`;
    const then = done(this.content, act, id);
    const changes: readonly Change[] = JSON.parse(JSON.stringify(difference(this.content, then)));
    if (changes.length === 0) return;
    this.edits.push(id);
    this.#pending = [...this.#pending, { id, label: '', changes }];
    this.content = made(this.content, changes);
  }

  send(): void {
    const [first] = this.#pending;
    if (first === undefined || this.#server.log.some(({ id }) => id === first.id)) return;
    if (this.#server.take(first, this.#seen) === null) return;
    this.refused.push(first.id);
    this.#again(this.#confirmed, this.#confirmed, this.#confirmed, this.#pending.slice(1), {
      dropped: first,
    });
  }

  hear(): void {
    const { log } = this.#server;
    // What was taken of one's own is answered together with all that came before it.
    const own = log.findIndex(({ id }) => id === this.#pending[0]?.id);
    const heard = log.slice(this.#seen, Math.max(own, this.#seen) + 1);
    if (heard.length === 0) return;
    this.#seen += heard.length;
    const now = made(
      this.#confirmed,
      heard.flatMap(({ changes }) => changes),
    );
    this.#again(this.#confirmed, now, now, this.#pending, { known: new Set(heard.map(({ id }) => id)) });
  }

  #again(
    before: DraftContent,
    now: DraftContent,
    confirmed: DraftContent,
    pending: readonly Edit[],
    { dropped, known }: { readonly dropped?: Edit; readonly known?: ReadonlySet<string> },
  ): void {
    const from = dropped === undefined ? before : made(before, dropped.changes);
    const replay = replayed(from, now, pending, known);
    this.#confirmed = confirmed;
    this.#pending = replay.edits;
    this.content = replay.content;
    for (const { edit, conflicts } of replay.refused) {
      expect(conflicts.length).toBeGreaterThan(0);
      this.refused.push(edit.id);
    }
  }
}

type Turn = { readonly who: 0 | 1; readonly what: 'act' | 'send' | 'hear'; readonly act: Act };
const anyTurn: fc.Arbitrary<Turn> = fc.record({
  who: fc.constantFrom(0, 1),
  what: fc.constantFrom('act', 'act', 'send', 'hear'),
  act: anyAct,
});

describe('two people on one draft', () => {
  it('see the same in the end, and each edit is in it or was reported', () => {
    const seen = { kept: 0, refused: 0 };
    fc.assert(
      fc.property(tidyContent, fc.array(anyTurn, { minLength: 8, maxLength: 40 }), (content, turns) => {
        const server = new Sequencer(content);
        const people = [new Person('ann', server), new Person('bea', server)] as const;
        for (const { who, what, act } of turns) {
          if (what === 'act') people[who].act(act);
          else people[who][what]();
        }
        for (let round = 0; round < turns.length * 2; round++) {
          for (const person of people) {
            person.send();
            person.hear();
          }
        }
        const inLog = server.log.map(({ id }) => id);
        for (const person of people) {
          expect(canonicalJson(person.content)).toBe(canonicalJson(server.content));
          const known = [...inLog, ...person.refused];
          expect(person.edits.filter((id) => known.filter((one) => one === id).length !== 1)).toEqual([]);
          seen.refused += person.refused.length;
        }
        seen.kept += inLog.length;
        // The log alone leads there, each change on what it says stood before.
        const again = made(
          content,
          server.log.flatMap(({ changes }) => changes),
        );
        expect(canonicalJson(again)).toBe(canonicalJson(server.content));
      }),
      { numRuns: 150 },
    );
    expect(seen.kept).toBeGreaterThan(200);
    expect(seen.refused).toBeGreaterThan(10);
  });
});
