import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../definitions/flow/json.ts';
import { link } from '../../engine/interpreter/link.ts';
import { newRun } from '../../engine/interpreter/new-run.ts';
import type { RunState } from '../../engine/interpreter/state.ts';
import { step } from '../../engine/interpreter/step.ts';
import { checkScenario } from '../../engine/simulate/check-scenario.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import { readScenario } from '../../definitions/scenario/scenario.schema.ts';
import type { Telling } from '../../engine/simulate/result.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import {
  activity,
  ask,
  branch,
  edges,
  end,
  flow,
  node,
  revision,
  start,
  wait,
} from '../interpreter/drawing.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Looks, asks a person (reminding every hour), then waits for the customer or three days. */
const care = link(
  revision(
    flow(
      'care',
      { look: 'any', answer: 'any' },
      [
        start(),
        activity('look', { result: 'look' }),
        ask('answer', {
          result: 'answer',
          boundary: [
            {
              id: 'late',
              name: 'late',
              kind: 'timer',
              interrupting: false,
              wait: { kind: 'duration', for: 'duration("PT1H")' },
              again: { atMost: 100 },
            },
          ],
        }),
        activity('remind'),
        node('eventBasedGateway', 'first', {
          arms: [
            { port: 'wrote', name: 'wrote', on: 'message', message: 'mention' },
            {
              port: 'silent',
              name: 'silent',
              on: 'time',
              wait: { kind: 'duration', for: 'duration("P3D")' },
            },
          ],
        }),
        end('quiet', 'silent'),
        end('reminded'),
      ],
      edges(
        'start > look > answer > first',
        'first:wrote > answer',
        'first:silent > quiet',
        'answer:late > remind > reminded',
      ),
    ),
  ),
);

/** Leaves by 'late' when it took so long. */
const late = (after: string) =>
  ({
    id: 'late',
    name: 'late',
    kind: 'timer',
    interrupting: true,
    wait: { kind: 'duration', for: `duration("${after}")` },
  }) as const;

const story = (rest: Partial<Scenario> = {}): Scenario => ({
  name: 'A story',
  start: '2026-03-02T09:00:00Z',
  variables: {},
  activities: { look: [{ output: { found: true } }] },
  tasks: { answer: [{ answers: { ours: true }, after: 'PT90M', by: 'ann' }] },
  ...rest,
});

describe('a simulation', () => {
  it('tells the path, the outcome and the virtual time', () => {
    const result = simulate(care, story());
    expect(result).toMatchObject({
      status: 'ended',
      outcome: 'silent',
      virtualMs: 3 * DAY + 1.5 * HOUR,
      at: '2026-03-05T10:30:00.000Z',
      path: ['start', 'look', 'answer', 'remind', 'reminded', 'first', 'quiet'],
      findings: [],
    });
    expect(result.variables['look']).toEqual({ found: true });
    expect(result.tasks).toMatchObject([{ place: { node: 'answer' }, at: Date.UTC(2026, 2, 2, 9) }]);
  });

  it('passes three days of reminders in under 50 ms', () => {
    const busy = story({ tasks: { answer: [{ answers: {}, after: 'P3D', by: 'ann' }] } });
    simulate(care, busy);
    const begun = process.cpuUsage();
    const result = simulate(care, busy);
    const { user, system } = process.cpuUsage(begun);
    expect(result.path.filter((id) => id === 'remind').length).toBeGreaterThan(70);
    expect((user + system) / 1000).toBeLessThan(50);
  });

  it('gives answers in order and the last one again and again, a message in between', () => {
    const result = simulate(
      care,
      story({
        tasks: {
          answer: [
            { answers: { n: 1 }, after: 'PT10M', by: 'ann' },
            { answers: { n: 2 }, after: 'PT10M', by: 'bob' },
          ],
        },
        messages: [
          { name: 'mention', after: 'P1D', facts: {} },
          { name: 'mention', after: 'P2D', facts: {} },
        ],
      }),
    );
    expect(result.path.filter((id) => id === 'answer')).toHaveLength(3);
    expect(result.variables['answer']).toMatchObject({ n: 2, 'answered by': 'bob' });
    expect(result.virtualMs).toBe(5 * DAY + 10 * 60_000);
  });

  it('stops and says which activity the scenario has no answer for', () => {
    const result = simulate(care, story({ activities: {} }));
    expect(result.status).toBe('unanswered');
    expect(result.findings).toMatchObject([{ code: 'no activity answer', place: { node: 'look' } }]);
    expect(result.findings[0]?.message).toContain('look');
  });

  it('waits for nobody, and stands there', () => {
    const alone = link(revision(flow('f', {}, [start(), ask('a'), end()], edges('start > a > end'))));
    expect(simulate(alone, story({ tasks: { a: 'nobody' } })).status).toBe('waiting');
    expect(simulate(alone, story({ tasks: {} })).findings[0]?.code).toBe('no task answer');
  });

  it('waits for nobody once, and for somebody the next time', () => {
    const twice = link(
      revision(
        flow(
          'f',
          {},
          [start(), ask('a', { boundary: [late('PT1H')] }), end()],
          edges('start > a > end', 'a:late > a'),
        ),
      ),
    );
    const result = simulate(
      twice,
      story({ tasks: { a: ['nobody', 'nobody', { answers: {}, after: 'PT10M', by: 'ann' }] } }),
    );
    expect(result).toMatchObject({ status: 'ended', virtualMs: 2 * HOUR + 600_000 });
    expect(result.tasks.map(({ key, index }) => [key, index])).toEqual([
      ['a', 0],
      ['a', 1],
      ['a', 2],
    ]);
  });

  it('is stuck where the run is, and says why', () => {
    const result = simulate(
      care,
      story({ activities: { look: [{ failure: { code: 'not found' }, afterMs: 500 }] } }),
    );
    expect(result.status).toBe('stuck');
    expect(result.incidents).toMatchObject([
      { incident: { failure: { code: 'not found' } }, place: { node: 'look' } },
    ]);
  });

  it('ends its watch when it is told to, and gives up on what has no end', () => {
    expect(simulate(care, story({ until: 'P1D' })).status).toBe('unfinished');
    const endless = link(revision(flow('f', {}, [start(), wait('w', 'PT1S')], edges('start > w > w'))));
    expect(simulate(endless, story()).findings[0]?.code).toBe('too many events');
  });

  it('gives events that lead to the same state', () => {
    const result = simulate(care, story());
    const again = result.events.reduce<RunState>((state, event) => step(care, state, event).state, newRun());
    expect(again).toEqual(result.state);
  });
});

describe('a simulation that is told as it goes', () => {
  const telling = (rest: Partial<Telling> = {}): Telling => ({
    givenOnce: new Set(),
    passedMs: 0,
    goesOn: true,
    ...rest,
  });
  const left = story({ tasks: {} });

  it('leaves a task open, and goes on for as long as time is let pass', () => {
    const still = simulate(care, left, telling());
    expect(still).toMatchObject({ status: 'unanswered', virtualMs: 0, next: Date.UTC(2026, 2, 2, 10) });
    expect(still.tasks).toMatchObject([{ isAnswered: false, key: 'care/answer', index: 0 }]);
    const later = simulate(care, left, telling({ passedMs: 2.5 * HOUR }));
    expect(later.path.filter((id) => id === 'remind')).toHaveLength(2);
    expect(later).toMatchObject({ status: 'unanswered', virtualMs: 2 * HOUR });
  });

  it('says nothing more of what was open once and is over by itself', () => {
    const waits = link(
      revision(
        flow(
          'f',
          {},
          [start(), ask('a', { boundary: [late('PT1H')] }), wait('w', 'P1D'), end()],
          edges('start > a > end', 'a:late > w > end'),
        ),
      ),
    );
    const result = simulate(waits, left, telling({ passedMs: HOUR }));
    expect(result).toMatchObject({ status: 'unfinished', findings: [] });
  });

  it('lets nothing happen before an activity has answered', () => {
    const result = simulate(care, story({ activities: {} }), telling({ passedMs: DAY }));
    expect(result).toMatchObject({ status: 'unanswered', virtualMs: 0, path: ['start', 'look'] });
  });

  it('asks anew for what is given once, and stands still where nothing is said of time', () => {
    const once = story({
      tasks: { answer: [{ answers: {}, after: 'PT0S', by: 'ann' }] },
      messages: [{ name: 'mention', after: 'P1D', facts: {} }],
    });
    const asked = simulate(care, once, telling({ givenOnce: new Set(['answer']) }));
    expect(asked).toMatchObject({ status: 'unanswered', virtualMs: DAY });
    expect(asked.tasks.map(({ isAnswered }) => isAnswered)).toEqual([true, false]);
    const still = simulate(care, once, telling({ goesOn: false }));
    expect(still).toMatchObject({ status: 'unfinished', virtualMs: 0, next: Date.UTC(2026, 2, 3, 9) });
  });
});

describe('checking a scenario', () => {
  const expecting = (expect: Scenario['expect'], variables: JsonObject = {}) =>
    checkScenario(care, story({ variables, ...(expect === undefined ? {} : { expect }) })).differences;

  it('finds no difference when all came as expected', () => {
    expect(
      expecting({
        status: 'ended',
        outcome: 'silent',
        pathIncludes: ['look', 'first'],
        pathExcludes: ['nowhere'],
        virtualTime: 'P3DT1H30M',
        variables: { look: { found: true } },
      }),
    ).toEqual([]);
  });

  it('says each thing that came otherwise', () => {
    const found = expecting({
      outcome: 'happy',
      pathIncludes: ['first', 'look'],
      pathExcludes: ['remind'],
      virtualTime: 'P3D',
      variables: { look: null },
    });
    expect(found.map(({ what, name }) => [what, name])).toEqual([
      ['outcome', undefined],
      ['virtual time', undefined],
      ['path', 'look'],
      ['path', 'remind'],
      ['variable', 'look'],
    ]);
  });

  it('counts what the scenario leaves open, unless it says so', () => {
    const open = (status: 'unanswered' | 'ended') =>
      checkScenario(care, story({ activities: {}, expect: { status } })).differences.map(({ what }) => what);
    expect(open('unanswered')).toEqual([]);
    expect(open('ended')).toEqual(['status', 'finding']);
  });
});

describe('reading a scenario', () => {
  it('accepts what a scenario may say', () => {
    const scenario = story({
      tasks: { answer: ['nobody', { answers: {}, after: 'PT1H', by: 'ann' }], other: 'nobody' },
      messages: [{ name: 'mention', after: 'P1D', facts: {} }],
      until: 'P9D',
      expect: { outcome: null },
    });
    expect(readScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ scenario });
  });
  it('says by field what is wrong', () => {
    const read = readScenario({ ...story(), start: 'yesterday', until: 'soon', surprise: 1 });
    const fields = 'issues' in read ? read.issues.map(({ field }) => field) : [];
    expect(fields.sort()).toEqual(['', 'start', 'until']);
  });
});

describe('a branch that loops without a wait', () => {
  it('is stuck by its step budget in a simulation too', () => {
    const hasty = link(
      revision(flow('f', {}, [start(), branch('b', { again: 'true' })], edges('start > b', 'b:again > b'))),
    );
    expect(simulate(hasty, story()).incidents[0]?.incident.kind).toBe('step budget');
  });
});
