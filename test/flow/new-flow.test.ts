import { describe, expect, it } from 'vitest';
import { asAnotherFlow, contentOf, renamed } from '../../definitions/flow/draft.ts';
import { flowIdFor, isSameName } from '../../definitions/flow/flow-names.ts';
import { newFlow } from '../../definitions/flow/new-flow.ts';
import { assembleRevision } from '../../definitions/flow/publish.ts';
import { FlowSchema } from '../../definitions/flow/flow.schema.ts';
import { mentionCare } from '../../definitions/library/mention-care.ts';
import type { Scenario } from '../../definitions/scenario/scenario.ts';
import { beginningBy } from '../../engine/workflows/beginning.ts';

const NOTHING = { flows: {}, tables: {}, wordLists: {}, calendars: {}, activities: {} };

describe('a new flow', () => {
  const { flow } = newFlow('a-new-one', 'A new one');

  it('is the smallest in which nothing is wrong', () => {
    expect(FlowSchema.parse(flow)).toEqual(flow);
    expect(assembleRevision(flow, NOTHING, 1)).toMatchObject({ warnings: [] });
    expect(flow.nodes.map(({ kind }) => kind)).toEqual(['startEvent', 'endEvent']);
  });

  it('knows all that its trigger tells, as the flow that ships does', () => {
    const told = beginningBy(
      {
        seq: 1,
        kind: 'mention',
        at: '2026-03-02T10:00:00Z',
        history: false,
        saidAt: '2026-03-02T09:20:00Z',
        ref: 'm',
        facts: {},
      },
      { caseId: 'c', channel: 'tweet', brand: 'cableco', isNew: true },
      flow,
    );
    expect(Object.keys(told ?? {})).toEqual(flow.variables.map(({ name }) => name));
    expect(told).toMatchObject({ 'said at': '2026-03-02T09:20:00Z' });
    const asked = mentionCare().flow.variables.flatMap(({ name, input }) => (input === true ? [name] : []));
    expect(flow.variables.map(({ name }) => name)).toEqual(asked);
  });
});

describe('a copy of a flow', () => {
  it('has an id and a name of its own, and all that the flow calls', () => {
    const { flow, flows, scenarios, ...parts } = mentionCare();
    const called = Object.fromEntries(Object.entries(flows).filter(([id]) => id !== flow.id));
    const whole = { schema: 1, semantics: 1, flow, called, ...parts, activities: {} } as const;
    const copy = asAnotherFlow(contentOf(whole, scenarios), { id: 'copy', name: 'A copy' });
    expect(copy).toEqual({ flow: { ...flow, id: 'copy', name: 'A copy' }, called, ...parts, scenarios });
    expect(renamed(copy, 'Other').flow).toEqual({ ...flow, id: 'copy', name: 'Other' });
  });
});

describe('a copy of a flow with scenarios', () => {
  it('has them for its own steps, known by its own id', () => {
    const told: Scenario = {
      name: 'One',
      start: '2026-03-02T09:00:00Z',
      variables: {},
      activities: { 'old/hear': [{ output: 1 }], 'older/hear': [{ output: 2 }], hear: [{ output: 3 }] },
      tasks: { 'old/ask': 'nobody', ask: 'nobody' },
    };
    const content = { ...newFlow('old', 'Old'), scenarios: { one: told } };
    expect(asAnotherFlow(content, { id: 'new', name: 'New' }).scenarios).toEqual({
      one: {
        ...told,
        activities: { 'new/hear': [{ output: 1 }], 'older/hear': [{ output: 2 }], hear: [{ output: 3 }] },
        tasks: { 'new/ask': 'nobody', ask: 'nobody' },
      },
    });
  });
});

describe('names of flows', () => {
  it('become ids that none of the others has', () => {
    const taken = new Set(['complaints', 'complaints-2', 'flow']);
    expect(flowIdFor('Störung  melden!', taken)).toBe('storung-melden');
    expect(flowIdFor('Complaints', taken)).toBe('complaints-3');
    expect(flowIdFor('苦情', taken)).toBe('flow-2');
    expect(flowIdFor('x'.repeat(400), taken)).toHaveLength(60);
  });

  it('are the same when they differ by case and blanks alone', () => {
    expect(isSameName(' Mention  Care', 'mention care ')).toBe(true);
    expect(isSameName('Mention care', 'Mention-care')).toBe(false);
  });
});
