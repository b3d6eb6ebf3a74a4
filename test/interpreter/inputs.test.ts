import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import type { TraceEntry } from '../../engine/interpreter/command.ts';
import { activity, branch, decide, edges, end, flow, node, revision, start } from './drawing.ts';
import { Driver } from './driver.ts';

const FACTS: ValueType = {
  type: 'context',
  fields: { topic: { type: 'string' }, late: { type: 'boolean' }, words: { type: 'text' } },
};
const VARIABLES = {
  n: 'number',
  text: 'text',
  many: { type: { type: 'list', of: { type: 'number' } } },
  facts: { type: FACTS },
  x: { type: { type: 'any' } },
} as const;
const GIVEN = {
  n: 7,
  text: 'text-1',
  many: Array.from({ length: 30 }, (_, i) => i),
  facts: { topic: 'billing', late: true, words: 'text-2' },
};

/** What the trace keeps of one step, by what happened there. */
function kept(step: FlowNode, what: TraceEntry['what'], rest = {}, ways = [`start > ${step.id} > end`]) {
  const drawn = flow('f', VARIABLES, [start(), step, end()], edges(...ways));
  const { allTrace } = new Driver(revision(drawn, rest)).begin(GIVEN);
  return allTrace.find((entry) => entry.place.node === step.id && entry.what === what)?.detail?.['inputs'];
}

const TABLE: DecisionTable = {
  id: 't',
  name: 'T',
  hitPolicy: 'first',
  inputs: [
    { id: 'i1', name: 'n', type: { type: 'number' } },
    { id: 'i2', name: 'topic', type: { type: 'string' } },
    { id: 'i3', name: 'doubled', expression: 'n * 2', type: { type: 'number' } },
    { id: 'i4', name: 'gone', type: { type: 'boolean' } },
    { id: 'i5', name: 'text', type: { type: 'text' } },
    { id: 'i6', name: 'many', type: { type: 'list', of: { type: 'number' } } },
  ],
  outputs: [{ id: 'o', name: 'x', type: { type: 'string' } }],
  rows: [{ id: 'r', when: ['> 5', '"billing"', '-', '-', '-', '-'], then: ['"yes"'] }],
};

describe('what a step looked at', () => {
  it('is kept of a table by the names of its inputs, as the table saw them, small and without texts', () => {
    const input = { topic: 'facts.topic', gone: 'facts.late and null' };
    const step = node('businessRuleTask', 'd', { decision: { table: 't', input }, result: 'x' });
    expect(kept(step, 'left', { tables: { t: TABLE } })).toEqual({
      n: 7,
      topic: 'billing',
      doubled: 14,
      gone: null,
      many: { entries: 30 },
    });
  });

  it('is kept of a rule by what it names, no more of a context than that, and no text', () => {
    expect(kept(decide('d', 'if facts.late then n + count(many) else 0', 'x'), 'left')).toEqual({
      'facts.late': true,
      n: 7,
      many: { entries: 30 },
    });
    expect(kept(decide('d', 'facts.words', 'x'), 'left')).toBeUndefined();
    expect(kept(decide('d', '1 + 1', 'x'), 'left')).toBeUndefined();
  });

  it('is kept of a branch for the conditions that were asked', () => {
    const step = branch('b', { late: 'n > 9', billing: 'facts.topic = "billing"', other: 'facts.late' });
    const ways = ['start > b', 'b:late > end', 'b:billing > end', 'b:other > end'];
    expect(kept(step, 'left', {}, ways)).toEqual({ n: 7, 'facts.topic': 'billing' });
  });

  it('is kept of a branch that fits nowhere, where it is stuck', () => {
    const step = branch('b', { late: 'n > 9', other: 'not(facts.late)' });
    const ways = ['start > b', 'b:late > end', 'b:other > end'];
    expect(kept(step, 'stuck', {}, ways)).toEqual({ n: 7, 'facts.late': true });
  });

  it('is kept of an activity when it begins, and of a called flow', () => {
    const input = { of: 'n + 1', words: 'text', inside: 'facts' };
    expect(kept(activity('a', { input }), 'entered')).toEqual({ of: 8 });
    const inner = flow('inner', { of: 'number' }, [start(), end()], edges('start > end'));
    const call = node('callActivity', 'c', { flow: 'inner', input: { of: 'n' }, output: {} });
    expect(kept(call, 'entered', { called: { inner } })).toEqual({ of: 7 });
  });

  it('is told again when a stuck activity is led on, with the value that was corrected', () => {
    const step = activity('a', { input: { of: 'n' } });
    const drawn = flow('f', VARIABLES, [start(), step, end()], edges('start > a > end'));
    const run = new Driver(revision(drawn)).begin(GIVEN).fail('a', { code: 'no' });
    run.resolve({ way: 'correct', variables: { n: 8 } });
    expect(run.trace).toMatchObject([{ what: 'resumed', detail: { way: 'correct', inputs: { of: 8 } } }]);
  });
});
