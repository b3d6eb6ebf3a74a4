import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Edit } from '../../definitions/edit/edit.ts';
import { canonicalJson } from '../../definitions/flow/canonical.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { did, redone, undone } from '../../editor/designer/session/acts.ts';
import { chosen } from '../../editor/designer/session/choice.ts';
import type { Since } from '../../editor/designer/session/authors.ts';
import { adopted, overtaken, refusedEdit, reread, taken } from '../../editor/designer/session/news.ts';
import { begun, restored, type KeptSession, type Session } from '../../editor/designer/session/state.ts';
import { tidyContent } from '../edit/any-content.ts';
import { anyAct, done, type Act } from '../edit/commands.ts';
import { FUZZ_TIME, fuzzRuns } from '../setup/fuzz.ts';
import { DraftServer, type Answer } from './session-server.ts';

interface Sent {
  readonly base: number;
  readonly edits: readonly Edit[];
}

/** Somebody at a draft, whose thirteenth edit the server does not take, whose requests are repeated and whose answers are late or lost. */
class Person {
  readonly #name: string;
  readonly #server: DraftServer;
  readonly #told: number;
  session: Session;
  #made = 0;
  readonly #sent: Sent[] = [];
  readonly #answers: (readonly [Sent, Answer])[] = [];
  /** Every edit that was ever pending, and those that were set aside or let go. */
  readonly edits = new Set<string>();
  readonly aside = new Set<string>();

  constructor(name: string, server: DraftServer, told: number) {
    this.#name = name;
    this.#server = server;
    this.#told = told;
    this.session = begun(server.version, server.content);
  }

  #id(): string {
    return `${this.#name} ${++this.#made}`;
  }
  #turn(session: Session | null): void {
    if (session === null) return;
    this.session = session;
    for (const { id } of session.pending) this.edits.add(id);
    for (const { edit } of session.aside) this.aside.add(edit.id);
    // What is seen is what is kept, whatever happened.
    const again = restored(kept(session));
    if (again === null) throw new Error('What is kept does not fit together.');
    expect(canonicalJson(again.content)).toBe(canonicalJson(session.content));
  }

  act(act: Act): void {
    const id = this.#id();
    this.#turn(did(this.session, { id, label: id, after: done(this.session.content, act, id) }));
  }
  undo(): void {
    this.#turn(undone(this.session, this.#id(), (of) => of).session);
  }
  redo(): void {
    this.#turn(redone(this.session, this.#id(), (of) => of).session);
  }
  send(some: number): void {
    const edits = this.session.pending.slice(0, 1 + some);
    if (edits.length > 0) this.#request({ base: this.session.version, edits });
  }
  /** A request that was thought lost arrives again. */
  sendAgain(which: number): void {
    const sent = this.#sent[which % Math.max(1, this.#sent.length)];
    if (sent !== undefined) this.#request(sent);
  }
  #request(sent: Sent): void {
    const wrong = sent.edits.find(({ id }) => id.endsWith('13'));
    if (wrong !== undefined) return this.#turn(refusedEdit(this.session, wrong.id, 'Not this one.'));
    this.#sent.push(sent);
    this.#answers.push([sent, this.#server.add(sent.base, sent.edits, this.#told)]);
  }
  lose(): void {
    this.#answers.shift();
  }
  /** Any of the answers that are under way comes in. */
  receive(which: number): void {
    const [sent, answer] = this.#answers.splice(which % Math.max(1, this.#answers.length), 1)[0] ?? [];
    if (sent === undefined || answer === undefined) return;
    if (answer.taken)
      this.#turn(taken(this.session, sent.base, answer.version, new Set(sent.edits.map(({ id }) => id))));
    else if (answer.since !== null) this.#turn(overtaken(this.session, answer.since, answer.known));
    else if (this.session.pending.every(({ id }) => sent.edits.some((edit) => edit.id === id)))
      this.#turn(reread(this.session, this.#server, { base: sent.base, known: answer.known }));
  }
  hear(): void {
    const since = this.#server.since(this.session.version, this.#told);
    if (since !== null) this.#turn(overtaken(this.session, since));
    else if (this.session.pending.length === 0)
      this.#turn(reread(this.session, this.#server, { base: this.session.version, known: [] }));
  }
  /** The page is gone, with all that was under way; what was kept is opened again. */
  reload(): void {
    this.#answers.length = 0;
    this.#turn(restored(kept(this.session)));
  }
  /** The page is gone, and another one that knows the draft as it is takes up what it left. */
  takeUp(): void {
    this.#answers.length = 0;
    const left = this.session;
    // It asks first what of that has arrived.
    const known = left.pending
      .map(({ id }) => id)
      .filter((id) => this.#server.log.some((one) => one.id === id));
    const asked = reread(left, this.#server, { base: left.version, known });
    if (asked !== null) this.#turn(adopted(begun(this.#server.version, this.#server.content), kept(asked)));
  }
  choose(which: number, choice: 'mine' | 'theirs'): void {
    const one = this.session.aside[which % Math.max(1, this.session.aside.length)];
    if (one !== undefined) this.#turn(chosen(this.session, one.edit.id, choice, this.#id()));
  }
}

function kept({ version, confirmed, pending, done: acts, undone: back, aside }: KeptSession): KeptSession {
  return JSON.parse(JSON.stringify({ version, confirmed, pending, done: acts, undone: back, aside }));
}

const WHAT = [
  ...['act', 'act', 'act', 'act', 'undo', 'redo', 'send', 'send', 'receive', 'receive', 'receive'],
  ...['hear', 'hear', 'lose', 'sendAgain', 'reload', 'takeUp', 'mine', 'theirs'],
] as const;
/** Names and places of the first things of the flow alone: what two people do there often meets. */
const anyActThatMeets = anyAct.map((act) => ({
  ...act,
  command: 8 * (act.command % 3),
  part: 0,
  at: act.at % 2,
}));
const anyTurn = fc.record({
  who: fc.nat(2),
  what: fc.constantFrom(...WHAT),
  which: fc.nat(5),
  act: fc.oneof(anyAct, anyActThatMeets),
});
type Turn = typeof anyTurn extends fc.Arbitrary<infer T> ? T : never;

function take(person: Person, { what, which, act }: Turn): void {
  switch (what) {
    case 'act':
      return person.act(act);
    case 'undo':
      return person.undo();
    case 'redo':
      return person.redo();
    case 'send':
      return person.send(which);
    case 'receive':
      return person.receive(which);
    case 'hear':
      return person.hear();
    case 'lose':
      return person.lose();
    case 'sendAgain':
      return person.sendAgain(which);
    case 'reload':
      return person.reload();
    case 'takeUp':
      return person.takeUp();
    case 'mine':
    case 'theirs':
      return person.choose(which, what);
  }
}

function settle(people: readonly Person[], server: DraftServer): void {
  for (let round = 0; round < 60; round++) {
    for (const person of people) {
      person.hear();
      person.send(99);
      for (let i = 0; i < 30; i++) person.receive(0);
    }
    const isQuiet = people.every(
      ({ session }) => session.pending.length === 0 && session.version === server.version,
    );
    if (isQuiet) return;
  }
  throw new Error('They do not come to rest.');
}

describe('people at one draft, whatever is lost, late, repeated or killed', () => {
  it('see the same in the end, and each edit is in it or was shown to its author', FUZZ_TIME, () => {
    const seen = { taken: 0, aside: 0 };
    fc.assert(
      fc.property(
        tidyContent,
        fc.integer({ min: 1, max: 3 }),
        fc.constantFrom(2, 500),
        fc.array(anyTurn, { minLength: 20, maxLength: 80 }),
        (content, count, told, turns) => {
          const server = new DraftServer(content);
          const people = ['ann', 'bea', 'cy'].slice(0, count).map((who) => new Person(who, server, told));
          for (const turn of turns) {
            const person = people[turn.who % count];
            if (person !== undefined) take(person, turn);
          }
          settle(people, server);
          const log = server.log.map(({ id }) => id);
          expect(new Set(log).size).toBe(log.length);
          for (const { session, edits, aside } of people) {
            expect(canonicalJson(session.content)).toBe(canonicalJson(server.content));
            expect([...edits].filter((id) => log.includes(id) === aside.has(id))).toEqual([]);
            seen.aside += aside.size;
          }
          seen.taken += log.length;
        },
      ),
      { numRuns: fuzzRuns(100) },
    );
    expect(seen.taken).toBeGreaterThan(300);
    expect(seen.aside).toBeGreaterThan(10);
  });
});

/** Many acts of one person, with reloads in between; `turn` numbers them. */
function acts(
  content: DraftContent,
  some: readonly Act[],
  each: (session: Session, turn: number) => Session,
): Session {
  return some.reduce(
    (session, act, turn) =>
      each(did(session, { id: `a${turn}`, label: '', after: done(session.content, act, `a${turn}`) }), turn),
    begun(1, content),
  );
}

describe('somebody alone', () => {
  const reloaded = (session: Session): Session => restored(kept(session)) ?? session;

  it('undoes everything to where it began, byte for byte, and redoes it to where it was', FUZZ_TIME, () => {
    fc.assert(
      fc.property(tidyContent, fc.array(anyAct, { minLength: 1, maxLength: 30 }), (content, some) => {
        const end = acts(content, some, (session, turn) => (turn % 7 === 6 ? reloaded(session) : session));
        let session = end;
        for (let i = 0; session.done.length > 0; i++) session = undone(session, `u${i}`, (of) => of).session;
        expect(canonicalJson(session.content)).toBe(canonicalJson(content));
        expect(session.undone).toHaveLength(end.done.length);
        session = reloaded(session);
        for (let i = 0; session.undone.length > 0; i++)
          session = redone(session, `r${i}`, (of) => of).session;
        expect(canonicalJson(session.content)).toBe(canonicalJson(end.content));
        expect(session.done).toHaveLength(end.done.length);
      }),
      { numRuns: fuzzRuns(60) },
    );
  });

  it('undoes a thousand acts', () => {
    const [content] = fc.sample(tidyContent, { seed: 7, numRuns: 1 });
    if (content === undefined) throw new Error('There is no content.');
    let session = acts(content, fc.sample(anyAct, { seed: 8, numRuns: 3_500 }), (one) => one);
    expect(session.done.length).toBeGreaterThan(1_000);
    for (let i = 0; session.done.length > 0; i++) session = undone(session, `u${i}`, (of) => of).session;
    expect(canonicalJson(session.content)).toBe(canonicalJson(content));
    expect(canonicalJson(restored(kept(session))?.content)).toBe(canonicalJson(content));
  });

  it.each([
    ['more than ten thousand acts', 10_000, 10_010, (at: number) => `Name ${at}`],
    ['acts that are large', 19, 30, (at: number) => `${at}`.repeat(1_000_000).slice(0, 1_000_000)],
  ])(
    'forgets the oldest where there are %s, and takes the others back one by one',
    (_, most, count, nameOf) => {
      const named = (at: number): DraftContent => ({ ...EMPTY, flow: { ...EMPTY.flow, name: nameOf(at) } });
      let session = begun(1, named(0));
      for (let at = 1; at <= count; at++)
        session = { ...did(session, { id: `d${at}`, label: '', after: named(at) }), pending: [] };
      expect(session.done).toHaveLength(most);
      for (let turn = 0; session.done.length > 0; turn++)
        session = { ...undone(session, `u${turn}`, (of) => of).session, pending: [] };
      expect(session.content.flow.name).toBe(nameOf(count - most));
      while (session.undone.length > 0)
        session = { ...redone(session, `r${session.undone.length}`, (of) => of).session, pending: [] };
      expect(session.content.flow.name).toBe(nameOf(count));
    },
  );
});

/** A flow with nothing in it. */
const EMPTY: DraftContent = {
  flow: { schema: 1, id: 'f', name: '', variables: [], lanes: [], nodes: [], edges: [] },
  called: {},
  tables: {},
  wordLists: {},
  calendars: {},
  scenarios: {},
};

describe('an edit that does not go together with what others did', () => {
  const named = (name: string, lanes: readonly string[]): DraftContent => ({
    ...EMPTY,
    flow: { ...EMPTY.flow, name, lanes: lanes.map((id) => ({ id, name: id })) },
  });
  const by = (id: string, before: DraftContent, after: DraftContent, version: number): Since => ({
    id: `of ${id} ${version}`,
    label: '',
    changes: did(begun(1, before), { id: 'x', label: '', after }).pending[0]?.changes ?? [],
    version,
    by: { id, name: id.toUpperCase() },
  });

  it('is set aside with the names of those who changed the same, and of nobody else', () => {
    const [at, lanes, name] = [named('F', ['a']), named('F', ['a', 'b']), named('H', ['a', 'b'])];
    const mine = did(begun(1, at), { id: '1', label: 'one', after: named('G', ['a']) });
    const next = overtaken(mine, [by('al', at, lanes, 2), by('eve', lanes, name, 3)]);
    expect(next?.aside).toMatchObject([{ why: 'conflict', by: [{ id: 'eve', name: 'EVE' }] }]);
    const later = next && overtaken(next, [by('al', name, named('I', ['a', 'b']), 4)]);
    expect(later?.aside).toMatchObject([{ by: [{ id: 'eve' }] }]);
  });
});

describe('an act that is taken back after others did something', () => {
  const lane = (id: string) => ({ id, name: id });
  const drawn = (name: string, ids: readonly string[]): DraftContent => ({
    flow: { schema: 1, id: 'f', name, variables: [], lanes: ids.map(lane), nodes: [], edges: [] },
    called: {},
    tables: {},
    wordLists: {},
    calendars: {},
    scenarios: {},
  });
  const heard = (session: Session, after: DraftContent): Session => {
    const changes = did(begun(1, session.content), { id: 'b', label: '', after }).pending[0]?.changes ?? [];
    const all = session.pending.map((edit, i) => ({ ...edit, version: session.version + i + 1 }));
    const next = overtaken(session, [
      ...all,
      { id: 'b', label: '', changes, version: session.version + all.length + 1 },
    ]);
    if (next === null) throw new Error('What was heard does not lead on.');
    return next;
  };
  const back = (session: Session, id: string) => undone(session, id, (of) => of);

  it('stands where there is room for it, and leaves what they did', () => {
    let session = begun(1, drawn('F', ['a', 'b', 'c']));
    session = did(session, { id: '1', label: 'one', after: drawn('F', ['a', 'b']) });
    session = did(session, { id: '2', label: 'two', after: drawn('G', ['a', 'b']) });
    session = heard(session, drawn('G', ['a']));
    const first = back(session, '3');
    expect(first.session.content).toEqual(drawn('F', ['a']));
    const second = back(restored(kept(first.session)) ?? session, '4');
    expect(second).not.toHaveProperty('refused');
    expect(second.session.content).toEqual(drawn('F', ['a', 'c']));
    const again = redone(second.session, '5', (of) => of).session;
    expect(again.content).toEqual(drawn('F', ['a']));
    expect(redone(again, '6', (of) => of).session.content).toEqual(drawn('G', ['a']));
  });

  it('is refused where they changed the same, and the one before it can still be taken back', () => {
    let session = begun(1, drawn('F', ['a', 'b']));
    session = did(session, { id: '1', label: 'one', after: drawn('F', ['a']) });
    session = did(session, { id: '2', label: 'two', after: drawn('G', ['a']) });
    session = heard(session, drawn('H', ['a']));
    const refused = back(session, '3');
    expect(refused.refused?.label).toBe('two');
    expect(refused.session.content).toEqual(drawn('H', ['a']));
    expect(back(refused.session, '4').session.content).toEqual(drawn('H', ['a', 'b']));
  });
});
