import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Flow } from '../../definitions/flow/flow.ts';
import { FLOW_SCHEMA } from '../../definitions/flow/flow.ts';
import { readFlow } from '../../definitions/flow/read-flow.ts';
import { anyFlow } from './any-flow.ts';

const flow: Flow = {
  schema: FLOW_SCHEMA,
  id: 'care',
  name: 'Care',
  variables: [],
  lanes: [],
  nodes: [{ id: 'start', kind: 'startEvent', name: 'Start', position: { x: 0, y: 0 } }],
  edges: [],
};

function issuesOf(json: unknown) {
  const reading = readFlow(json);
  return 'issues' in reading ? reading.issues : [];
}

describe('reading a flow', () => {
  it('gives back every well-formed flow just as it was written', () => {
    fc.assert(
      fc.property(anyFlow, (written) => {
        const json: unknown = JSON.parse(JSON.stringify(written));
        expect(readFlow(json)).toEqual({ flow: json });
      }),
    );
  });

  it('answers anything at all with issues, and throws nothing', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }), (value) => {
        expect(issuesOf(value).length).toBeGreaterThan(0);
      }),
    );
  });

  it('answers a flow with anything in the place of one of its members', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('id', 'name', 'variables', 'lanes', 'nodes', 'edges'),
        fc.jsonValue(),
        (member, value) => {
          readFlow({ ...flow, [member]: value });
        },
      ),
    );
  });

  it('names the step and the field that are ill-formed', () => {
    const wait = {
      id: 'rest',
      kind: 'intermediateCatchEvent',
      name: '',
      position: { x: 0, y: 0 },
      wait: { kind: 'duration' },
    };
    expect(issuesOf({ ...flow, nodes: [...flow.nodes, wait] })).toMatchObject([
      { code: 'ill-formed', severity: 'error', place: { flow: 'care', node: 'rest', field: '/wait/for' } },
    ]);
  });

  it('refuses a member that it does not know, by name', () => {
    const [issue] = issuesOf({ ...flow, nodes: [{ ...flow.nodes[0], colour: 'red' }] });
    expect(issue).toMatchObject({ code: 'ill-formed', place: { node: 'start' } });
    expect(issue?.message).toContain('“colour”');
  });

  it.each([
    ['a name of 501 characters', { ...flow, name: 'x'.repeat(501) }],
    [
      'more than 5,000 steps',
      { ...flow, nodes: Array.from({ length: 5001 }, (_, n) => ({ ...flow.nodes[0], id: `n${n}` })) },
    ],
    ['a step without an id', { ...flow, nodes: [{ ...flow.nodes[0], id: '' }] }],
    ['a place that is no number', { ...flow, nodes: [{ ...flow.nodes[0], position: { x: 0, y: null } }] }],
  ])('refuses %s', (_, json) => {
    expect(issuesOf(json)).toMatchObject([{ code: 'ill-formed' }]);
  });

  it('refuses nesting without end before it can do harm', () => {
    let deep: unknown = 0;
    for (let level = 0; level < 50_000; level++) deep = [deep];
    const variable = { name: 'x', type: { type: 'any' }, initial: deep };
    expect(issuesOf({ ...flow, variables: [variable] })).toMatchObject([{ code: 'ill-formed' }]);
  });
});

describe('reading a flow of another schema', () => {
  it('refuses a newer one and says its number', () => {
    const [issue] = issuesOf({ ...flow, schema: 7 });
    expect(issue).toMatchObject({ code: 'newer schema', severity: 'error' });
    expect(issue?.message).toContain('schema 7');
  });

  it.each([[undefined], ['1'], [1.5], [null]])('says that %j is no schema number', (schema) => {
    expect(issuesOf({ ...flow, schema })).toMatchObject([{ code: 'not a flow' }]);
  });

  it('leads an older one through every migration on its way', () => {
    const older = { ...flow, schema: -1, name: undefined, title: 'Care' };
    const reading = readFlow(older, {
      [-1]: ({ title, ...rest }) => ({ ...rest, schema: 0, name: `${String(title)} one` }),
      [0]: (before) => ({ ...before, schema: 1, name: `${String(before['name'])} two` }),
    });
    expect(reading).toMatchObject({ flow: { schema: 1, name: 'Care one two' } });
  });

  it('refuses an older one that no migration leads up from', () => {
    expect(issuesOf({ ...flow, schema: 0 })).toMatchObject([{ code: 'unknown schema' }]);
  });

  it('does not go round with a migration that does not count up', () => {
    const reading = readFlow({ ...flow, schema: 0 }, { [0]: (before) => before });
    expect(reading).toMatchObject({ issues: [{ code: 'unknown schema' }] });
  });

  it('checks what a migration made', () => {
    const reading = readFlow(
      { ...flow, schema: 0 },
      { [0]: (before) => ({ ...before, schema: 1, nodes: 'none' }) },
    );
    expect(reading).toMatchObject({ issues: [{ code: 'ill-formed', place: { field: '/nodes' } }] });
  });
});
