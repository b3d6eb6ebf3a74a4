import { describe, expect, it } from 'vitest';
import type { Environment } from '../../definitions/check/environment.ts';
import type { Flow, Variable } from '../../definitions/flow/flow.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import {
  at,
  branch,
  contract,
  end,
  flowOf,
  arrows,
  issuesOf,
  line,
  node,
  NOTE,
  start,
  STRING,
  task,
  TEXT,
  variable,
} from './drawing.ts';
import { putRight } from './put-right.ts';

const CODE = 'typed into history';
const answer = (type: ValueType, more: Partial<Variable> = {}) =>
  variable('answer', { type: 'context', fields: { note: type } }, more);
const ask = (type: ValueType, form: readonly { readonly name: string }[] = []) =>
  node('userTask', 'ask', {
    form: [
      { name: 'note', label: 'A note', type },
      ...form.map(({ name }) => ({ name, label: name, type: TEXT })),
    ],
    assignment: {},
    result: 'answer',
  });
const alone = (type: ValueType) => line([ask(type)], [answer(type)]);

describe('what a person types', () => {
  it('need not stand in the record for ever if nothing goes by it', () => {
    const issue = issuesOf(alone(STRING)).find(({ code }) => code === CODE);
    expect(issue).toMatchObject({ severity: 'warning', place: { node: 'ask', field: '/form/0/type' } });
    expect(issue?.message).toContain('under “A note” at “ask”');
  });

  it('may be one of some values, or a text', () => {
    expect(at(CODE, alone({ type: 'string', allowed: ['yes', 'no'] }))).toEqual([]);
    expect(at(CODE, alone(TEXT))).toEqual([]);
    expect(at(CODE, alone({ type: 'number' }))).toEqual([]);
  });

  it('may be a value where a rule, a table or an activity goes by it', () => {
    const rule = flowOf(
      [start, ask(STRING), branch('b', 'answer.note = "yes"'), end],
      arrows('start > ask > b', 'b.b1 > end', 'b.else > end'),
      [answer(STRING)],
    );
    expect(at(CODE, rule)).toEqual([]);
    const whole = (input: Record<string, string>) =>
      line([ask(STRING), task('t', { input })], [answer(STRING)]);
    const activities = { note: contract('note', { input: { type: 'object' } }) };
    expect(at(CODE, whole({ what: 'answer.note' }), { ...NOTE, activities })).toEqual([]);
    expect(at(CODE, whole({ what: 'answer' }), { ...NOTE, activities })).toEqual([]);
    const table = {
      id: 't',
      name: 't',
      hitPolicy: 'first' as const,
      inputs: [{ id: 'i', name: 'said', expression: 'answer.note', type: STRING }],
      outputs: [{ id: 'o', name: 'o', type: STRING }],
      rows: [],
    };
    const decide = node('businessRuleTask', 'd', { decision: { table: 't' }, result: 'x' });
    const decided = line([ask(STRING), decide], [answer(STRING), variable('x', STRING)]);
    expect(at(CODE, decided, { ...NOTE, tables: { t: table } })).toEqual([]);
    expect(at(CODE, line([ask(STRING)], [answer(STRING, { output: true })]))).toEqual([]);
  });

  it('is looked for in the flows that are given all answers', () => {
    const given = node('callActivity', 'call', { flow: 'inner', input: { said: 'answer' }, output: {} });
    const said = variable('said', { type: 'context', fields: { note: STRING } }, { input: true });
    const calls = (inner: Flow): Environment => ({ ...NOTE, flows: { inner } });
    const flow = line([ask(STRING), given], [answer(STRING)]);
    expect(at(CODE, flow, calls(line([], [said], 'inner')))).toEqual(['ask']);
    const reads = flowOf(
      [start, branch('b', 'said.note = "x"'), end],
      arrows('start > b', 'b.b1 > end', 'b.else > end'),
      [said],
      'inner',
    );
    expect(at(CODE, flow, calls(reads))).toEqual([]);
  });

  it('is kept as a text by its fix, with what its value holds', () => {
    const flow = line([ask(STRING, [{ name: 'reply' }])], [answer(STRING)]);
    const issue = issuesOf(flow).find(({ code }) => code === CODE);
    const after = putRight(flow, issue);
    expect(issuesOf(after).map(({ code }) => code)).toEqual(['unanswered for ever']);
    expect(after.variables).toEqual([answer(TEXT)]);
    expect(after.nodes[1]).toMatchObject({
      form: [{ type: TEXT, channelLength: false }, { name: 'reply' }],
    });
  });
});
