import { describe, expect, it } from 'vitest';
import type { ExclusiveGateway } from '../../definitions/flow/exclusive-gateway.ts';
import type { CaseStatus } from '../../definitions/model/case.ts';
import type { TrailView } from '../../definitions/model/views/case-detail.ts';
import { answerIn, answerOnLeaving, gotIn } from '../../editor/cases/decision.ts';
import { waysOut } from '../../editor/cases/step/gateway-ways.ts';
import { headline, headOfUnnamed } from '../../editor/cases/step/headline.ts';
import { occasionAt, occasionsOf, tookMs, type Occasion } from '../../editor/cases/step/occasion.ts';
import { tookWords } from '../../editor/shell/moment.ts';
import { id } from './fixture/people.ts';
import { decided, revision } from './fixture/story.ts';

const { flow } = revision;
const NAMES = new Map([[id('Kofi Mensah'), 'Kofi Mensah']]);
const nodeOf = (nodeId: string) => {
  const node = flow.nodes.find((one) => one.id === nodeId);
  if (node === undefined) throw new Error(`The shipped flow has no step ${nodeId}`);
  return node;
};

/** A trail of one step: what happened, a second apart. */
function trail(node: string, ...stops: readonly (Partial<TrailView> & Pick<TrailView, 'what'>)[]) {
  return stops.map((stop, index): TrailView => ({
    n: index + 1,
    at: new Date(Date.UTC(2026, 2, 12, 9, 0, index)).toISOString(),
    scope: '0',
    flow: flow.id,
    node,
    visit: 1,
    item: 0,
    name: nodeOf(node).name,
    by: null,
    ...stop,
  }));
}
const occasion = (node: string, ...stops: Parameters<typeof trail>[1][]): Occasion | undefined =>
  occasionAt(occasionsOf(trail(node, ...stops), flow.id, node), null);
function said(node: string, ...stops: Parameters<typeof trail>[1][]): string {
  const at = occasion(node, ...stops);
  if (at === undefined) throw new Error('The case never came there.');
  return headline(nodeOf(node), at, revision, '', 0, NAMES);
}

describe('the times a case came to a step', () => {
  it('are told apart, each from coming to leaving', () => {
    const both = trail(
      'answer',
      { what: 'entered' },
      { what: 'left', port: 'out' },
      { what: 'entered', visit: 2 },
    );
    const times = occasionsOf(both, flow.id, 'answer');
    expect(times.map((one) => [one.came.n, one.ended?.n ?? null, tookMs(one)])).toEqual([
      [1, 2, 1_000],
      [3, null, null],
    ]);
    expect(occasionAt(times, 2)).toBe(times[0]);
    expect(occasionAt(times, null)).toBe(times[1]);
    expect(occasionAt(times, 99)).toBe(times[1]);
  });

  it('do not end when a reminder goes off, nor when one turn of several is over', () => {
    const at = occasion(
      'answer',
      { what: 'entered' },
      { what: 'left', port: 'nobody-acts', detail: { 'goes on': true, time: 1 } },
      { what: 'left', detail: { turn: 1, value: 'x' } },
    );
    expect([at?.ended, at?.turns.length]).toEqual([null, 1]);
  });

  it('take as long as a colleague would say', () => {
    expect([0, 130, 3_000, 65_000, 7_200_000].map(tookWords)).toEqual([
      'at once',
      '0.2 s',
      '3.0 s',
      '1 min',
      '2 h',
    ]);
  });
});

describe('what came of a step', () => {
  it('is said in a few words', () => {
    expect(said('answer', { what: 'entered' })).toBe('waits for a person');
    const by = { 'answered by': id('Kofi Mensah') };
    expect(said('answer', { what: 'entered' }, { what: 'left', port: 'out', detail: by })).toBe(
      'Kofi Mensah answered this',
    );
    const elsewhere = { 'answered elsewhere': true };
    expect(said('answer', { what: 'entered' }, { what: 'left', port: 'out', detail: elsewhere })).toBe(
      'Answered outside Earshot',
    );
    expect(said('answer', { what: 'entered' }, { what: 'cancelled' })).toBe('No longer needed');
    expect(said('put-right', { what: 'entered' }, { what: 'left' })).toBe('ended: put right');
    const stuck = { kind: 'activity failed', code: 'timeout' };
    expect(said('give-owner', { what: 'entered' }, { what: 'stuck', detail: stuck })).toBe(
      '“Give it an owner” did not work',
    );
    const skipped = { skipped: true };
    expect(said('give-owner', { what: 'entered' }, { what: 'left', port: 'out', detail: skipped })).toBe(
      'Skipped by a person',
    );
  });

  it('names the row of a table, and the time limit that ran out', () => {
    const detail = decided('what-broke', { 'missed visit': true, step: 'none', topic: 'none' });
    expect(said('what-broke', { what: 'entered' }, { what: 'left', port: 'out', detail })).toBe(
      'Row 3 matched',
    );
    expect(said('answer', { what: 'entered' }, { what: 'left', port: 'nobody-acts' })).toBe('nobody acts');
  });

  it('is not reached while the case never came there, or not known while it is at work', () => {
    const step = nodeOf('who-is-it');
    const head = (owesReport: boolean, status: CaseStatus, isHere = false): string =>
      headOfUnnamed({ owesReport, status }, step, isHere);
    expect(head(false, 'waiting')).toBe('Not reached yet');
    expect(head(true, 'open')).toBe('Not known yet: the case is at work');
    expect(head(true, 'stuck')).toBe('Not known yet');
    expect(head(true, 'open', true)).toBe('is under way');
  });

  it('holds an answer without what the page tells otherwise', () => {
    const [entry] = trail('give-owner', {
      what: 'left',
      detail: {
        value: { level: 'team' },
        inputs: { skill: 'care' },
        by: 'x',
        skipped: true,
        outcome: 'done',
      },
    });
    expect(answerIn(entry)).toEqual({ level: 'team', outcome: 'done' });
  });

  it('holds no answer while it is under way, was given up or did not work', () => {
    const [left, failed, cancelled] = trail(
      'give-owner',
      { what: 'left', detail: { value: {} } },
      { what: 'left', port: 'error', detail: { code: 'timeout' } },
      { what: 'cancelled' },
    );
    expect([left, failed, cancelled, null].map((entry) => answerOnLeaving(entry ?? null))).toEqual([
      {},
      null,
      null,
      null,
    ]);
  });

  it('got what its entries keep of it, the case alone where nothing is mapped, and otherwise nobody knows', () => {
    const [came, again] = trail(
      'give-owner',
      { what: 'entered', detail: { inputs: { skill: 'care' } } },
      { what: 'resumed', detail: { inputs: { skill: 'billing' } } },
    );
    const kept = [came, again].filter((entry) => entry !== undefined);
    expect(gotIn(kept, { skill: 'skill' })).toEqual({ skill: 'billing' });
    expect(gotIn([], { skill: 'skill' })).toBeNull();
    expect(gotIn(kept, {})).toBe('the case');
  });
});

describe('the ways out of a branch', () => {
  const happy = nodeOf('happy');
  if (happy.kind !== 'exclusiveGateway') throw new Error('“happy” is no branch');
  const third = happy.branches[2]?.port ?? '';
  const ways = (node: ExclusiveGateway, at: Occasion | undefined) =>
    waysOut(node, flow, at).map(({ name, was, saw }) => [name, was, saw]);

  it('say which was taken, why those before it were not, and claim nothing of the rest', () => {
    const inputs = { happy: 'more', unhappy: 1 };
    const at = occasion('happy', { what: 'entered' }, { what: 'left', port: third, detail: { inputs } });
    const told = ways(happy, at);
    expect(told.slice(0, 3)).toEqual([
      [expect.any(String), 'not so', { happy: 'more' }],
      [expect.any(String), 'not so', { happy: 'more' }],
      [expect.any(String), 'taken', { happy: 'more', unhappy: 1 }],
    ]);
    expect(told.slice(3).map(([, was]) => was)).toEqual(['not asked']);
  });

  it('say all was not so where the case took the way for the others, or is stuck', () => {
    const inputs = { happy: 'no', unhappy: 3 };
    const { defaultPort = '' } = happy;
    const at = occasion(
      'happy',
      { what: 'entered' },
      { what: 'left', port: defaultPort, detail: { inputs } },
    );
    expect(ways(happy, at).map(([, was]) => was)).toEqual(['not so', 'not so', 'not so', 'taken']);
    const stuck = occasion('happy', { what: 'entered' }, { what: 'stuck', detail: { inputs } });
    expect(ways(happy, stuck).map(([, was]) => was)).toEqual(['not so', 'not so', 'not so', 'not asked']);
  });

  it('say nothing of conditions when a person chose the way, or nobody came by', () => {
    const skipped = occasion(
      'happy',
      { what: 'entered' },
      { what: 'left', port: third, detail: { skipped: true } },
    );
    expect(ways(happy, skipped).map(([, was]) => was)).toEqual([
      'not asked',
      'not asked',
      'taken',
      'not asked',
    ]);
    expect(ways(happy, undefined).every(([, was]) => was === 'not asked')).toBe(true);
  });

  it('names what was seen as one says it, and finds no name within another', () => {
    const node: ExclusiveGateway = {
      ...happy,
      branches: [
        { port: 'a', name: 'a', condition: 'unhappy > 2' },
        { port: 'b', name: 'b', condition: 'facts.legalThreat or happy = "no"' },
      ],
    };
    const inputs = { unhappy: 1, 'facts.legalThreat': true, happy: 'no' };
    const at = occasion('happy', { what: 'entered' }, { what: 'left', port: 'b', detail: { inputs } });
    expect(
      ways(node, at)
        .map(([, , saw]) => saw)
        .slice(0, 2),
    ).toEqual([{ unhappy: 1 }, { 'legal threat': true, happy: 'no' }]);
  });
});
