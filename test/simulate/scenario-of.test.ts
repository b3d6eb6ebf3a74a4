import { describe, expect, it } from 'vitest';
import type { RunEvent } from '../../engine/interpreter/event.ts';
import { link } from '../../engine/interpreter/link.ts';
import { scenarioOf } from '../../engine/simulate/scenario-of.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import { StandIns } from '../../engine/simulate/stand-ins.ts';
import { ask, edges, end, flow, node, revision, start } from '../interpreter/drawing.ts';
import { published, scenarios } from '../library/published.ts';

const { revision: care } = published();
const program = link(care);

describe('a scenario taken from what a case was told', () => {
  it.each(scenarios())('passes the steps that the case passed: $file', ({ scenario }) => {
    const went = simulate(program, scenario);
    const taken = scenarioOf([{ program, events: went.events }], 'Taken');
    expect(taken).toMatchObject({ isSameWay: true, leftOut: [] });
    if (taken === null) return;
    expect(simulate(program, taken.scenario).path).toEqual(went.path);
    expect(taken.scenario.expect).toEqual(
      went.status === 'ended'
        ? { status: 'ended', outcome: went.outcome, pathIncludes: went.path }
        : undefined,
    );
  });

  it('begins with the latest beginning of several, and with what was known by then', () => {
    const [{ scenario } = { scenario: null }] = scenarios();
    if (scenario === null) throw new Error('no scenario ships');
    const { events } = simulate(program, scenario);
    const later = Date.parse('2026-06-01T09:00:00Z');
    const again: readonly RunEvent[] = [
      ...events,
      { type: 'started', at: later, variables: { reopened: true } },
    ];
    const taken = scenarioOf([{ program, events: again }], 'Taken');
    expect(taken?.scenario.start).toBe('2026-06-01T09:00:00.000Z');
    expect(taken?.scenario.variables).toMatchObject({ reopened: true, brand: 'cableco' });
    expect(taken?.scenario.until).toBe('PT0S');
  });

  it('is none where no beginning was kept', () => {
    expect(scenarioOf([], 'None')).toBeNull();
    const late: RunEvent = { type: 'message', at: 1, name: 'mention', facts: {} };
    expect(scenarioOf([{ program, events: [late] }], 'None')).toBeNull();
  });

  it('says what no scenario can tell', () => {
    const taken = scenarioOf(
      [
        {
          program,
          events: [
            { type: 'started', at: 0, variables: {} },
            { type: 'cancelled', at: 5, reason: 'text-7' },
          ],
        },
      ],
      'Cancelled',
    );
    expect(taken?.leftOut).toEqual(['cancelled']);
    expect(taken?.scenario.expect).toBeUndefined();
  });

  it('leaves a task unanswered that was, between others that were not', () => {
    const loop = link(
      revision(
        flow(
          'loop',
          {},
          [
            start(),
            ask('ask', {
              boundary: [
                {
                  id: 'late',
                  name: 'late',
                  kind: 'timer',
                  interrupting: true,
                  wait: { kind: 'duration', for: 'duration("PT1H")' },
                },
              ],
            }),
            ask('then'),
            node('endEvent', 'done', {}),
            end('other'),
          ],
          edges('start > ask > then > ask', 'ask:late > done'),
        ),
      ),
    );
    const went = simulate(loop, {
      name: 'Twice, then nobody',
      start: '2026-03-02T09:00:00Z',
      variables: {},
      tasks: {
        ask: [
          { answers: {}, after: 'PT1M', by: 'ann' },
          { answers: {}, after: 'P3D', by: 'ann' },
        ],
        then: [{ answers: {}, after: 'PT2M', by: 'bob' }],
      },
    });
    expect(went.path).toEqual(['start', 'ask', 'then', 'ask', 'done']);
    expect(scenarioOf([{ program: loop, events: went.events }], 'Taken')).toMatchObject({ isSameWay: true });
  });
});

describe('stand-ins', () => {
  const words = new StandIns(care);
  const string = { type: 'string' } as const;

  it('stand for texts, names, addresses, links and numbers, and are the same for the same', () => {
    expect(words.of('Ann Miller', string)).toBe('words 1');
    expect(words.of('ann.miller@mail.example', string)).toBe('somebody-1@example.com');
    expect(words.of('https://social.example/ann', string)).toBe('https://example.com/1');
    expect(words.of('8491-2234', string)).toBe('00000001');
    expect(words.of('m3Xk_9', { type: 'text' })).toBe('text 1');
    expect(words.of({ who: ['Ann Miller', 'Bo'] })).toEqual({ who: ['words 1', 'words 2'] });
    expect(words.of('ann.miller@mail.example')).toBe('somebody-1@example.com');
  });

  it('leave what the type says is nobody’s, and what the drawing itself writes', () => {
    expect(words.of(12, { type: 'number' })).toBe(12);
    expect(words.of(null, string)).toBeNull();
    expect(words.of('2026-03-02', { type: 'date' })).toBe('2026-03-02');
    expect(words.of('2026-03-02', string)).not.toBe('2026-03-02');
    expect(words.of('calm', { type: 'string', allowed: ['calm', 'angry'] })).toBe('calm');
    expect(words.of('unlisted', { type: 'string', allowed: ['calm', 'angry'] })).toMatch(/^words \d+$/);
    expect(words.of('missed visit', string)).toBe('missed visit');
    const fields = { type: 'context', fields: { mood: { type: 'string', allowed: ['good'] } } } as const;
    expect(words.of({ mood: 'good', said: 'Oh no' }, fields)).toMatchObject({ mood: 'good' });
    expect(JSON.stringify(words.of({ mood: 'good', said: 'Oh no' }, fields))).not.toContain('Oh no');
  });
});
