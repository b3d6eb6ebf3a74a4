import { describe, expect, it } from 'vitest';
import type { Environment } from '../../definitions/check/environment.ts';
import type { EffectKind } from '../../definitions/activity/contract.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { BoundaryEvent } from '../../definitions/flow/task.ts';
import {
  arrows,
  at,
  contract,
  end,
  flowOf,
  found,
  issuesOf,
  node,
  NOTE,
  start,
  task,
  wait,
} from './drawing.ts';
import { putRight } from './put-right.ts';

const CODE = 'done again in doubt';
const offers = (effect: EffectKind, errors: readonly string[] = []): Environment => ({
  ...NOTE,
  activities: {
    ...NOTE.activities,
    post: contract('post', {
      effect,
      errors,
      retry: { maximumAttempts: 1, initialIntervalMs: 1, backoffCoefficient: 1, maximumIntervalMs: 1 },
    }),
  },
});
const once = offers('once', ['refused']);
const event = (code?: string): BoundaryEvent => ({
  id: 'f',
  name: 'failed',
  kind: 'error',
  ...(code === undefined ? {} : { code }),
});

/** start → post → end; `post.f` goes through the steps between and back to it. */
function again(boundary: BoundaryEvent, between: Flow['nodes'] = [wait('rest')]): Flow {
  const post = task('post', { activity: 'post', boundary: [boundary] });
  return flowOf(
    [start, post, ...between, end],
    arrows('start > post > end', ['post.f', ...between.map(({ id }) => id), 'post'].join(' > ')),
  );
}

describe('what nobody can look up', () => {
  it('must not be done again by a way of the drawing', () => {
    for (const code of [undefined, 'unknown effect', 'timeout'])
      expect(at(CODE, again(event(code)), once)).toEqual(['post']);
    const late: BoundaryEvent = {
      id: 'f',
      name: '',
      kind: 'timer',
      wait: { kind: 'duration', for: '@"PT1H"' },
      interrupting: true,
    };
    expect(at(CODE, again(late), once)).toEqual(['post']);
  });

  it('may be done again when it has not happened, or can be looked up', () => {
    expect(at(CODE, again(event('refused')), once)).toEqual([]);
    expect(at(CODE, again(event()), offers('searchable'))).toEqual([]);
    expect(at(CODE, again(event()), offers('keyed'))).toEqual([]);
  });

  it('may be done again once a person has looked, and not before', () => {
    const late: BoundaryEvent = {
      id: 'late',
      name: '',
      kind: 'timer',
      wait: { kind: 'duration', for: '@"P1D"' },
      interrupting: true,
    };
    const person = node('userTask', 'person', { form: [], assignment: {}, boundary: [late] });
    const asked = again(event(), [person]);
    const onwards = (to: string): Flow => ({
      ...asked,
      edges: [...asked.edges, ...arrows(`person.late > ${to}`).map((edge) => ({ ...edge, id: 'l' }))],
    });
    expect(at(CODE, onwards('end'), once)).toEqual([]);
    expect(at(CODE, onwards('post'), once)).toEqual(['post']);
  });

  it('is not doubted where the way leads elsewhere', () => {
    const post = task('post', { activity: 'post', boundary: [event()] });
    expect(found(flowOf([start, post, end], arrows('start > post > end', 'post.f > end')), once)).toEqual([]);
  });

  it('is left to a person by its fix, with what only that way came to', () => {
    const flow = again(event('timeout'));
    const issue = issuesOf(flow, once).find(({ code }) => code === CODE);
    const after = putRight(flow, issue);
    expect(found(after, once)).toEqual([]);
    expect(after.nodes.map(({ id }) => id)).toEqual(['start', 'post', 'end']);
  });

  it('keeps a way for any failure for the one that the activity knows', () => {
    const flow = again(event());
    const issue = issuesOf(flow, once).find(({ code }) => code === CODE);
    expect(issue?.fix?.changes).toEqual([
      { do: 'set', node: 'post', field: '/boundary/0/code', value: 'refused' },
    ]);
    expect(at(CODE, putRight(flow, issue), once)).toEqual([]);
    const many = issuesOf(flow, offers('once', ['refused', 'full'])).find(({ code }) => code === CODE);
    expect(many).toBeDefined();
    expect(many?.fix).toBeUndefined();
  });
});
