import type { Revision } from '../../definitions/flow/revision.ts';

/** A flow with one step at which a person is asked; `name` makes another content of it. */
export function smallRevision(name = 'Small', flow = 'small'): Revision {
  const position = { x: 0, y: 0 };
  return {
    schema: 1,
    semantics: 1,
    flow: {
      schema: 1,
      id: flow,
      name,
      variables: [],
      lanes: [],
      nodes: [
        { id: 'start', kind: 'startEvent', name: 'Start', position },
        {
          id: 'ask',
          kind: 'userTask',
          name: 'Answer the customer',
          position,
          instructions: 'Say sorry first.',
          form: [{ name: 'answer', label: 'Answer', type: { type: 'text' }, required: true }],
          assignment: {},
        },
        { id: 'end', kind: 'endEvent', name: 'End', position },
      ],
      edges: [
        { id: 'e1', from: { node: 'start', port: 'out' }, to: 'ask' },
        { id: 'e2', from: { node: 'ask', port: 'out' }, to: 'end' },
      ],
    },
    called: {},
    tables: {},
    wordLists: {},
    calendars: {},
    activities: {},
  };
}
