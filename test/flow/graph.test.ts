import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexGraph } from '../../definitions/flow/graph-index.ts';
import { pointer, pointerSteps } from '../../definitions/flow/json-pointer.ts';
import { portsOf } from '../../definitions/flow/ports.ts';
import { anyFlow } from './any-flow.ts';

const at = { name: 'Step', position: { x: 0, y: 0 } };

describe('the ports of a node', () => {
  it('are those of its kind, then those of its boundary events', () => {
    const wait = { kind: 'duration', for: 'duration("P1D")' } as const;
    const ports = portsOf({
      ...at,
      id: 'ask',
      kind: 'userTask',
      form: [],
      assignment: {},
      boundary: [
        { id: 'late', name: 'A day', kind: 'timer', wait, interrupting: false },
        { id: 'failed', name: 'Failed', kind: 'error' },
      ],
    });
    expect(ports.map(({ port, what }) => [port, what])).toEqual([
      ['out', 'out'],
      ['late', 'timer'],
      ['failed', 'error'],
    ]);
  });

  it('of a branch are its branches in drawn order, and the default if it is none of them', () => {
    const branches = [
      { port: 'yes', name: 'Yes', condition: 'x' },
      { port: 'no', name: 'No', condition: 'not(x)' },
    ];
    const ports = (defaultPort: string) =>
      portsOf({ ...at, id: 'b', kind: 'exclusiveGateway', branches, defaultPort }).map(({ port }) => port);
    expect(ports('else')).toEqual(['yes', 'no', 'else']);
    expect(ports('no')).toEqual(['yes', 'no']);
  });

  it('are none for an end and for a note', () => {
    expect(portsOf({ ...at, id: 'e', kind: 'endEvent' })).toEqual([]);
    expect(portsOf({ ...at, id: 'n', kind: 'textAnnotation', text: '' })).toEqual([]);
  });
});

describe('the index of a graph', () => {
  it('answers what a search through all edges answers, in drawn order', () => {
    fc.assert(
      fc.property(anyFlow, (flow) => {
        const graph = indexGraph(flow);
        for (const id of new Set(flow.edges.flatMap(({ from, to }) => [from.node, to]))) {
          expect(graph.outgoing(id)).toEqual(flow.edges.filter(({ from }) => from.node === id));
          expect(graph.incoming(id)).toEqual(flow.edges.filter(({ to }) => to === id));
          for (const port of ['out', 'a', 'b']) {
            expect(graph.leaving(id, port)).toEqual(
              flow.edges.filter(({ from }) => from.node === id && from.port === port),
            );
          }
        }
      }),
    );
  });
});

describe('a JSON Pointer', () => {
  it('reads back as the steps it was made of', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (steps) => {
        expect(pointerSteps(pointer(...steps))).toEqual(steps);
      }),
    );
  });
});
