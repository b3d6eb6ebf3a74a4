import { describe, expect, it } from 'vitest';
import type { Environment } from '../../definitions/check/environment.ts';
import type { Variable } from '../../definitions/flow/flow.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import {
  arrows,
  at,
  contract,
  end,
  flowOf,
  found,
  issuesOf,
  line,
  node,
  NOTE,
  start,
  task,
  NUMBER,
  STRING,
  variable,
} from './drawing.ts';

describe('activities', () => {
  const send = contract('send', {
    input: {
      type: 'object',
      properties: {
        to: { type: 'string' },
        times: { anyOf: [{ type: 'integer' }, { type: 'null' }] },
        how: { type: 'string', enum: ['mail', 'chat'] },
        at: { type: 'string', format: 'date-time' },
      },
      required: ['to'],
    },
    output: { type: 'object', properties: { sent: { type: 'boolean' } } },
    errors: ['refused'],
  });
  const environment: Environment = { ...NOTE, activities: { send } };
  const sends = (input: Readonly<Record<string, string>>, variables: readonly Variable[] = []) =>
    found(line([task('t', { activity: 'send', input })], variables), environment);

  it('must exist', () => {
    const [issue] = issuesOf(line([task('t', { activity: 'sned' })]), environment);
    expect(issue).toMatchObject({ code: 'unknown activity', fix: { changes: [{ value: 'send' }] } });
    expect(at('unknown activity', line([task('t', { activity: 'constructor' })]), environment)).toEqual([
      't',
    ]);
  });

  it('want their required input, and propose the variable of that name', () => {
    expect(sends({})).toEqual(['missing input @ t /input/to']);
    const [issue] = issuesOf(line([task('t', { activity: 'send' })], [variable('to', STRING)]), environment);
    expect(issue).toMatchObject({
      fix: { changes: [{ do: 'set', node: 't', field: '/input/to', value: 'to' }] },
    });
  });

  it('want it of its type, null apart', () => {
    expect(sends({ to: '"x"', times: '3', how: '"mail"', at: 'now()' })).toEqual([]);
    expect(sends({ to: '7' })).toEqual(['type mismatch @ t /input/to']);
    expect(sends({ to: '"x"', times: '"3"' })).toEqual(['type mismatch @ t /input/times']);
    expect(sends({ to: '"x"', at: '@"P1D"' })).toEqual(['type mismatch @ t /input/at']);
  });

  it('want one of the values they know', () => {
    const how = (...allowed: string[]) => [variable('way', { type: 'string', allowed })];
    expect(sends({ to: '"x"', how: 'way' }, how('mail'))).toEqual([]);
    expect(sends({ to: '"x"', how: 'way' }, how('pigeon'))).toEqual(['type mismatch @ t /input/how']);
    const [partly] = issuesOf(
      line([task('t', { activity: 'send', input: { to: '"x"', how: 'way' } })], how('mail', 'pigeon')),
      environment,
    );
    expect(partly).toMatchObject({ code: 'type mismatch', severity: 'warning' });
  });

  it('are told of input that they do not take', () => {
    expect(sends({ to: '"x"', tiems: '3' })).toEqual(['unknown input @ t /input/tiems']);
  });

  it('give a result that its variable can hold', () => {
    const result = (type: ValueType) =>
      found(
        line([task('t', { activity: 'send', input: { to: '"x"' }, result: 'r' })], [variable('r', type)]),
        environment,
      );
    expect(result({ type: 'context', fields: { sent: { type: 'boolean' } } })).toEqual([]);
    expect(result({ type: 'any' })).toEqual([]);
    expect(result({ type: 'context', fields: { sent: NUMBER } })).toEqual(['type mismatch @ t /result']);
    expect(result(STRING)).toEqual(['type mismatch @ t /result']);
  });

  it('give a result into a variable that exists', () => {
    const [issue] = issuesOf(
      line([task('t', { activity: 'send', input: { to: '"x"' }, result: 'r' })]),
      environment,
    );
    expect(issue).toMatchObject({
      code: 'unknown variable',
      fix: { changes: [{ do: 'add variable', variable: { name: 'r', type: { type: 'context' } } }] },
    });
  });

  it('fail with codes that their contract names, or that any may fail with', () => {
    const catching = (code: string) => {
      const catches = task('t', {
        activity: 'send',
        input: { to: '"x"' },
        boundary: [{ id: 'f', name: '', kind: 'error', code }],
      });
      return found(flowOf([start, catches, end], arrows('start > t > end', 't.f > end')), environment);
    };
    expect(catching('refused')).toEqual([]);
    expect(catching('timeout')).toEqual([]);
    expect(catching('refusd')).toEqual(['unknown error code @ t /boundary/0/code']);
  });
});

describe('called flows', () => {
  const called = line(
    [],
    [
      variable('who', STRING, { input: true }),
      variable('done', { type: 'boolean' }, { output: true }),
      variable('inner', NUMBER),
    ],
    'inner',
  );
  const calls = (
    input: Readonly<Record<string, string>>,
    output: Readonly<Record<string, string>>,
    flow = 'inner',
  ) =>
    found(
      line(
        [node('callActivity', 'call', { flow, input, output })],
        [variable('ok', { type: 'boolean' }), variable('how', STRING)],
      ),
      { ...NOTE, flows: { inner: called } },
    );

  it('are given their input and give their output and outcome', () => {
    expect(calls({ who: '"x"' }, { ok: 'done', how: 'outcome' })).toEqual([]);
  });

  it('must exist', () => {
    expect(calls({}, {}, 'iner')).toEqual(['unknown flow @ call /flow']);
  });

  it('are given input of its type, all of it, and nothing else', () => {
    expect(calls({ who: '7' }, {})).toEqual(['type mismatch @ call /input/who']);
    expect(calls({}, {})).toEqual(['missing input @ call /input/who']);
    expect(calls({ who: '"x"', inner: '1' }, {})).toEqual(['unknown input @ call /input/inner']);
  });

  it('show no more than their output variables', () => {
    expect(calls({ who: '"x"' }, { ok: 'inner > 1' })).toEqual(['unknown variable @ call /output/ok']);
  });

  it('give output into variables that can hold it', () => {
    expect(calls({ who: '"x"' }, { how: 'done' })).toEqual(['type mismatch @ call /output/how']);
    expect(calls({ who: '"x"' }, { gone: 'done' })).toEqual(['unknown variable @ call /output/gone']);
  });
});
