import { describe, expect, it } from 'vitest';
import type { Environment } from '../../definitions/check/environment.ts';
import type { Flow, Variable } from '../../definitions/flow/flow.ts';
import {
  arrows,
  at,
  branch,
  contract,
  end,
  flowOf,
  found,
  issuesOf,
  line,
  node,
  NOTE,
  NUMBER,
  start,
  STRING,
  task,
  variable,
  wait,
} from './drawing.ts';
import { putRight } from './put-right.ts';

const CODE = 'way back without a bound';
const BACK = [`${CODE} @ rest`];
const asks: Environment = {
  ...NOTE,
  activities: {
    note: contract('note'),
    ask: contract('ask', { output: { type: 'object', properties: { up: { type: 'boolean' } } } }),
  },
};
const status = variable('status', { type: 'context', fields: { up: { type: 'boolean' } } });
const look = task('look', { activity: 'ask', result: 'status' });
const decide = (id: string, expression: string, result: string) =>
  node('businessRuleTask', id, { decision: { expression }, result });

/** start → rest → … → ask; out of `ask` by its condition, otherwise back to `rest`. */
function round(condition: string, between: readonly Flow['nodes'][number][], variables: readonly Variable[]) {
  const way = ['start', 'rest', ...between.map(({ id }) => id), 'ask'].join(' > ');
  return flowOf(
    [start, wait('rest'), ...between, branch('ask', condition), end],
    arrows(way, 'ask.b1 > end', 'ask.else > rest'),
    variables,
  );
}

describe('a way back', () => {
  it('is told of where only what an activity answers can end it', () => {
    const [issue, ...others] = issuesOf(round('status.up', [look], [status]), asks);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: CODE, severity: 'warning', place: { node: 'rest' } });
    expect(issue?.message).toContain('“rest”, “look” and “ask” for ever');
  });

  it('may be ended by what is counted on it', () => {
    const rounds = variable('rounds', NUMBER, { initial: 0 });
    const count = decide('count', 'rounds + 1', 'rounds');
    expect(found(round('status.up or rounds > 5', [look, count], [status, rounds]), asks)).toEqual([]);
    expect(found(round('rounds > 5', [look], [status, rounds]), asks)).toEqual(BACK);
  });

  it('may be ended by what is made of a count', () => {
    const variables = [variable('rounds', NUMBER, { initial: 0 }), variable('enough', { type: 'boolean' })];
    const count = decide('count', 'rounds + 1', 'rounds');
    const judge = decide('judge', 'rounds > 5', 'enough');
    expect(found(round('enough', [count, judge], variables), asks)).toEqual([]);
    expect(found(round('enough', [decide('judge', '1 > rounds', 'enough')], variables), asks)).toEqual(BACK);
  });

  it('may be ended by the time', () => {
    const until = variable('until', { type: 'date and time' });
    expect(found(round('now() > until', [look], [status, until]), asks)).toEqual([]);
  });

  it('may be ended by a count that a table reads', () => {
    const variables = [variable('rounds', NUMBER, { initial: 0 }), variable('enough', { type: 'boolean' })];
    const table = {
      id: 'limit',
      name: 'Enough?',
      hitPolicy: 'first' as const,
      inputs: [{ id: 'i', name: 'rounds', type: NUMBER }],
      outputs: [{ id: 'o', name: 'enough', type: { type: 'boolean' } as const }],
      rows: [
        { id: 'r1', when: ['> 5'], then: ['true'] },
        { id: 'r2', when: ['-'], then: ['false'] },
      ],
    };
    const judge = node('businessRuleTask', 'judge', { decision: { table: 'limit' }, result: 'enough' });
    const environment = { ...asks, tables: { limit: table } };
    const count = decide('count', 'rounds + 1', 'rounds');
    expect(found(round('enough', [count, judge], variables), environment)).toEqual([]);
    expect(found(round('enough', [judge], variables), environment)).toEqual(BACK);
  });

  it('is not told of where a person answers, or somebody writes, in each round', () => {
    const person = node('userTask', 'person', {
      form: [],
      assignment: {},
      boundary: [
        {
          ...{ id: 'late', name: '', kind: 'timer', interrupting: true },
          wait: { kind: 'duration', for: '@"P1D"' },
        },
      ],
    });
    const ring = (late: string): Flow =>
      flowOf(
        [start, person, branch('enough', 'up'), wait('rest'), end],
        arrows(
          'start > person > enough',
          'enough.b1 > end',
          'enough.else > person',
          `person.late > ${late}`,
          'rest > person',
        ),
        [variable('up', { type: 'boolean' })],
      );
    expect(at(CODE, ring('end'))).toEqual([]);
    // A reminder that brings the same task again goes on for ever if nobody ever answers.
    expect(at(CODE, ring('rest'))).toEqual(['person']);
    const reply = node('eventBasedGateway', 'reply', {
      arms: [
        { port: 'wrote', name: '', on: 'message', message: 'mention' },
        { port: 'silent', name: '', on: 'time', wait: { kind: 'duration', for: '@"P3D"' } },
      ],
    });
    const heard = (wrote: string, silent: string): Flow =>
      flowOf(
        [start, reply, task('t'), end],
        arrows('start > reply', 't > reply', `reply.wrote > ${wrote}`, `reply.silent > ${silent}`),
      );
    expect(at(CODE, heard('t', 'end'))).toEqual([]);
    expect(at(CODE, heard('end', 't'))).toEqual(['reply']);
  });

  it('looks into the flows that are called', () => {
    const person = node('userTask', 'person', { form: [], assignment: {} });
    const called = (inner: Flow['nodes']) => ({ ...asks, flows: { inner: line(inner, [], 'inner') } });
    const call = node('callActivity', 'call', { flow: 'inner', input: {}, output: {} });
    const ring = round('status.up', [look, call], [status]);
    expect(found(ring, called([person]))).toEqual([]);
    expect(found(ring, called([wait('w')]))).toEqual(BACK);
  });

  it('of a flow that is called may be ended by each of its callers', () => {
    const inner = { ...round('status.up', [look], [status]), id: 'inner' };
    const call = (id: string, interrupting: boolean) =>
      node('callActivity', id, {
        ...{ flow: 'inner', input: {}, output: {} },
        boundary: [
          { id: 'late', name: '', kind: 'timer', wait: { kind: 'duration', for: '@"P9D"' }, interrupting },
        ],
      });
    const called = (...calls: readonly ReturnType<typeof call>[]): readonly string[] =>
      at(CODE, inner, { ...asks, flows: { inner, outer: line(calls, [], 'outer') } });
    expect(called(call('one', true))).toEqual([]);
    expect(called(call('one', true), call('other', false))).toEqual(['rest']);
  });

  it('inside another is ended by its own count, and the other by its own', () => {
    const variables = [status, variable('rounds', NUMBER, { initial: 0 })];
    const nested = (outer: string) =>
      flowOf(
        [
          start,
          wait('rest'),
          look,
          branch('up', 'status.up'),
          decide('count', 'rounds + 1', 'rounds'),
          branch('ask', outer),
          end,
        ],
        arrows(
          'start > rest > look > up',
          'up.b1 > end',
          'up.else > count > ask',
          'ask.b1 > end',
          'ask.else > rest',
        ),
        variables,
      );
    expect(found(nested('rounds > 5'), asks)).toEqual([]);
    expect(found(nested('status.up = false'), asks)).toEqual(BACK);
  });

  it('is ended after some rounds by its fix, and nothing else is wrong then', () => {
    const flow = round('status.up', [look], [status, variable('Rounds', STRING)]);
    const [issue] = issuesOf(flow, asks);
    expect(issue?.fix?.title).toBe('End it after 10 rounds');
    const after = putRight(flow, issue);
    expect(found(after, asks)).toEqual([]);
    expect(after.variables.at(-1)).toMatchObject({ name: 'rounds 2', initial: 0 });
    expect(after.edges.filter(({ to }) => to === 'rest').map(({ from }) => from)).toEqual([
      { node: 'start', port: 'out' },
      { node: 'enough', port: 'no' },
    ]);
  });

  it('is ended once where several come back to one step, and by no button where they come back to several', () => {
    const stuck = branch('stuck', 'not(status.up)');
    const drawn = (later: string): Flow =>
      flowOf(
        [start, wait('rest'), look, stuck, wait('pause'), branch('ask', 'status.up'), end],
        arrows(
          'start > rest > look > stuck',
          'stuck.b1 > rest',
          'stuck.else > pause > ask',
          'ask.b1 > end',
          `ask.else > ${later}`,
        ),
        [status],
      );
    const [issue, ...others] = issuesOf(drawn('rest'), asks);
    expect(others).toEqual([]);
    expect(found(putRight(drawn('rest'), issue), asks)).toEqual([]);
    const title = 'End it after 10 rounds';
    expect(issuesOf(drawn('pause'), asks)).toMatchObject([{ fix: { title } }, { fix: { title } }]);
    const [both] = issuesOf(drawn('look'), asks);
    expect(both?.code).toBe(CODE);
    expect(both?.fix).toBeUndefined();
  });

  it('that never waits is told of as that alone', () => {
    const flow = flowOf(
      [start, look, branch('ask', 'status.up'), end],
      arrows('start > look > ask', 'ask.b1 > end', 'ask.else > look'),
      [status],
    );
    expect(found(flow, asks)).toEqual(['cycle without a wait @ look']);
  });
});
