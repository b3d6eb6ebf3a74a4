import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../engine/interpreter/event.ts';
import { link } from '../../engine/interpreter/link.ts';
import { newRun } from '../../engine/interpreter/new-run.ts';
import type { RunState } from '../../engine/interpreter/state.ts';
import { step, type StepResult } from '../../engine/interpreter/step.ts';
import { expectAnchored } from './anchored.ts';
import { block } from './block.ts';
import { drawingOf, type BlockDrawing } from './block-drawing.ts';
import { frozen } from './frozen.ts';
import { Host, openIn, standing } from './host.ts';

const choices = fc.array(fc.tuple(fc.nat(100), fc.nat(9)), { maxLength: 40 });
const RUNS = { numRuns: 300 };

/** Runs a drawing under a host that chooses as told; `look` sees each step, and may end the run by false. */
function run(
  drawing: BlockDrawing,
  chosen: readonly (readonly [number, number])[],
  look: (before: RunState, event: RunEvent, result: StepResult, host: Host) => void,
): { state: RunState; host: Host; send: (event: RunEvent) => StepResult } {
  const program = link(drawing.revision);
  const host = new Host();
  let state = newRun();
  const send = (event: RunEvent): StepResult => {
    const before = frozen(state);
    const result = step(program, before, event);
    host.obey(result.commands);
    look(before, event, result, host);
    state = result.state;
    return result;
  };
  send({ type: 'started', at: 0, variables: {} });
  for (const [pick, kind] of chosen) {
    const event = state.status === 'running' ? host.choose(state, pick, kind) : null;
    if (event !== null) send(event);
  }
  return {
    get state() {
      return state;
    },
    host,
    send,
  };
}

/** Answers everything, oldest first, until nothing is open. */
function finish(runner: ReturnType<typeof run>): void {
  for (let n = 0; runner.state.status === 'running'; n += 1) {
    const [id] = runner.host.open.keys();
    if (id === undefined || n > 5_000)
      throw new Error(`It stands still at ${JSON.stringify(runner.state.tokens)}.`);
    runner.send(runner.host.answer(runner.state, id, 5));
  }
}

describe('any flow, under any host', () => {
  it('gives the same state and commands for the same events, before and after the state is written as JSON', () => {
    fc.assert(
      fc.property(block, choices, (shape, chosen) => {
        const drawing = drawingOf(shape);
        const again = link(drawing.revision);
        run(drawing, chosen, (before, event, result) => {
          const read: RunState = JSON.parse(JSON.stringify(before));
          expect(step(again, read, event)).toEqual(result);
          expect(JSON.parse(JSON.stringify(result.state))).toEqual(result.state);
        });
      }),
      RUNS,
    );
  });

  it('loses no token and doubles none: each stands at a wait, a join or an incident, and every run ends', () => {
    fc.assert(
      fc.property(block, choices, (shape, chosen) => {
        let told: Set<string> = new Set();
        const runner = run(drawingOf(shape), chosen, (_before, _event, { state, trace }, host) => {
          expect(new Map(host.open)).toEqual(openIn(state));
          expectAnchored(state);
          told = trace.reduce<Set<string>>(standing, told);
          const stands = Object.values(state.tokens).map(({ scope, node, visit }) =>
            JSON.stringify([scope, state.scopes[scope]?.flow, node, visit]),
          );
          expect([...told].sort()).toEqual(stands.sort());
        });
        finish(runner);
        expect(runner.state).toMatchObject({ tokens: {}, waits: {}, incidents: {}, splits: {} });
      }),
      RUNS,
    );
  });

  it('fires no join while a token of its branches can still come to it', () => {
    fc.assert(
      fc.property(block, choices, (shape, chosen) => {
        const drawing = drawingOf(shape);
        let told: Set<string> = new Set();
        const entered = new Map<string, number>();
        const runner = run(drawing, chosen, (_before, _event, { trace }) => {
          for (const entry of trace) {
            told = standing(told, entry);
            const { scope, flow, node } = entry.place;
            const count = `${scope} ${entry.what} ${node}`;
            if (entry.what === 'entered' || entry.port !== undefined)
              entered.set(count, (entered.get(count) ?? 0) + 1);
            const branches = drawing.branchesOf.get(`${flow} ${node}`);
            if (entry.what !== 'left' || entry.port === undefined || branches === undefined) continue;
            const occasions =
              (entered.get(`${scope} entered ${branches.split}`) ?? 0) - (entered.get(count) ?? 0);
            // Another occasion of the same split under way has tokens of its own in the branches.
            if (occasions > 0) continue;
            const late = [...told].map((key): string[] => JSON.parse(key));
            expect(late.filter(([where, , id]) => where === scope && branches.nodes.has(id ?? ''))).toEqual(
              [],
            );
          }
        });
        finish(runner);
      }),
      RUNS,
    );
  });

  it('leaves no wait, timer, task or activity behind when it is cancelled at any moment', () => {
    fc.assert(
      fc.property(block, choices, (shape, chosen) => {
        const runner = run(drawingOf(shape), chosen, () => undefined);
        if (runner.state.status !== 'running') return;
        runner.send({ type: 'cancelled', at: runner.host.at, reason: 'test' });
        expect([...runner.host.open]).toEqual([]);
        expect(runner.state).toMatchObject({
          status: 'cancelled',
          tokens: {},
          waits: {},
          incidents: {},
          splits: {},
        });
        expect(Object.keys(runner.state.scopes)).toEqual(['0']);
      }),
      RUNS,
    );
  });

  it('is not changed by an event that comes too late', () => {
    fc.assert(
      fc.property(block, choices, (shape, chosen) => {
        const drawing = drawingOf(shape);
        const program = link(drawing.revision);
        const { state, host } = run(drawing, chosen, () => undefined);
        for (const id of [...host.closed, 'none', 'constructor']) {
          for (const event of lateEvents(id)) {
            const result = step(program, state, event);
            expect(result.state).toBe(state);
            expect(result.commands).toEqual([]);
          }
        }
      }),
      RUNS,
    );
  });

  it('throws for no event, legal or not', () => {
    const id = fc.oneof(fc.nat(60).map(String), fc.string());
    const json = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.parse(JSON.stringify(value)));
    const way = fc.oneof(
      fc.constant({ way: 'retry' as const }),
      fc.record({
        way: fc.constant('skip' as const),
        value: json,
        port: fc.constantFrom('out', 'late', 'wrote', 'yes', 'nowhere'),
      }),
      fc.record({ way: fc.constant('skip' as const), value: fc.constant(null) }),
      fc.record({ way: fc.constant('correct' as const), variables: json }),
    );
    const at = fc.integer();
    const failure = fc.record({ code: fc.string() });
    const event: fc.Arbitrary<RunEvent> = fc.oneof(
      fc.record({ type: fc.constant('started' as const), at, variables: json }),
      fc.record({ type: fc.constant('activityCompleted' as const), at, id, output: json }),
      fc.record({ type: fc.constant('activityFailed' as const), at, id, failure }),
      fc.record({ type: fc.constant('timerFired' as const), at, id }),
      fc.record({ type: fc.constant('taskCompleted' as const), at, id, answers: json, by: fc.string() }),
      fc.record({
        type: fc.constant('message' as const),
        at,
        name: fc.constantFrom('mention', 'elsewhere', '__proto__', 'toString'),
        facts: json,
      }),
      fc.record({ type: fc.constant('factsChanged' as const), at, variables: json }),
      fc.record({ type: fc.constant('stuck' as const), at, id, failure }),
      fc.record({ type: fc.constant('incidentResolved' as const), at, id, resolution: way, by: fc.string() }),
    );
    fc.assert(
      fc.property(block, fc.array(event, { maxLength: 80 }), (shape, events) => {
        const program = link(drawingOf(shape).revision);
        let { state } = step(program, newRun(), { type: 'started', at: 0, variables: {} });
        for (const each of events) {
          ({ state } = step(program, frozen(state), each));
          expectAnchored(state);
        }
      }),
      RUNS,
    );
  });
});

function lateEvents(id: string): RunEvent[] {
  const at = 1e12;
  return [
    { type: 'activityCompleted', at, id, output: null },
    { type: 'activityFailed', at, id, failure: { code: 'late' } },
    { type: 'timerFired', at, id },
    { type: 'taskCompleted', at, id, answers: {}, by: 'ann' },
    { type: 'stuck', at, id, failure: { code: 'late' } },
    { type: 'incidentResolved', at, id, resolution: { way: 'retry' }, by: 'ann' },
  ];
}
