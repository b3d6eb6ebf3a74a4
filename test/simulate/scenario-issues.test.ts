import { describe, expect, it } from 'vitest';
import type { Expectation, Scenario } from '../../definitions/scenario/scenario.ts';
import { link } from '../../engine/interpreter/link.ts';
import { notRun, scenarioIssues } from '../../engine/simulate/scenario-issues.ts';
import { simulate } from '../../engine/simulate/simulate.ts';
import { activity, edges, end, flow, revision, start, wait } from '../interpreter/drawing.ts';

const drawn = revision(
  flow(
    'care',
    { look: 'any' },
    [
      start(),
      activity('look', { name: 'Look it up', result: 'look' }),
      { ...wait('wait', 'P1D'), name: 'Wait a day' },
      end('done', 'put right'),
    ],
    edges('start > look > wait > done'),
  ),
);
const program = link(drawn);

function told(expected: Expectation, rest: Partial<Scenario> = {}): readonly string[] {
  const scenario: Scenario = {
    name: 'A day',
    start: '2026-03-02T09:00:00Z',
    variables: {},
    activities: { look: [{ output: { found: 1 } }] },
    ...rest,
    expect: expected,
  };
  const issues = scenarioIssues(drawn, 'day', scenario, simulate(program, scenario));
  for (const { place } of issues) expect(place).toMatchObject({ flow: 'care', scenario: 'day' });
  return issues.map(({ message }) => message);
}

describe('what differs from what a scenario expects', () => {
  it('is nothing where it comes out', () => {
    const path = ['look', 'wait', 'done'];
    expect(told({ status: 'ended', outcome: 'put right', pathIncludes: path, virtualTime: 'P1D' })).toEqual(
      [],
    );
  });

  it('is said in sentences that name steps as they are drawn', () => {
    expect(told({ outcome: null })).toEqual([
      '“A day”: it should end without a result and ends with “put right”.',
    ]);
    expect(told({ pathIncludes: ['wait', 'look'] })).toEqual([
      '“A day”: after “Wait a day” it should come to “Look it up” and does not.',
    ]);
    expect(told({ pathExcludes: ['look'] })).toEqual([
      '“A day”: it should never come to “Look it up” and does.',
    ]);
    expect(told({ virtualTime: 'PT2H' })).toEqual(['“A day”: it should take 2 h and takes 1 d.']);
    expect(told({ variables: { look: { found: 2 } } })).toEqual([
      '“A day”: “look” should be {"found":2} in the end and is {"found":1}.',
    ]);
    expect(told({ status: 'ended' }, { until: 'PT1H' })).toEqual([
      '“A day”: it should have ended and has not ended in the time that is watched; the last step it came to is “Wait a day”.',
    ]);
  });

  it('is what the scenario leaves open, too', () => {
    const [status, finding, ...others] = told({ status: 'ended' }, { activities: {} });
    expect(status).toContain('lacks an answer; the last step it came to is “Look it up”.');
    expect(finding).toBe('“A day”: it does not say what comes of “Look it up”.');
    expect(others).toEqual([]);
  });

  it('is also that there was no time left', () => {
    const scenario: Scenario = { name: 'A day', start: '2026-03-02T09:00:00Z', variables: {} };
    expect(notRun(drawn, 'day', scenario, 10_000)).toMatchObject({
      code: 'scenario not run',
      message: '“A day” was not run to its end: all scenarios together had 10 s.',
      place: { flow: 'care', scenario: 'day' },
    });
  });
});
