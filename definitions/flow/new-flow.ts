import { BROUGHT_BACK, SAID_AT } from '../model/arrival.ts';
import type { DraftContent } from './draft.ts';
import { FLOW_SCHEMA, type Variable } from './flow.ts';

const STEPS = 'steps';

/** What every case knows when it begins (engine/workflows/beginning.ts), for a flow to ask about. */
const TRIGGER: readonly Variable[] = [
  { name: 'case id', type: { type: 'string' }, input: true, description: 'Which case this is.' },
  { name: 'channel', type: { type: 'string' }, input: true, description: 'Kind of the channel it came by.' },
  { name: 'brand', type: { type: 'string' }, input: true },
  {
    name: 'history',
    type: { type: 'boolean' },
    input: true,
    initial: false,
    description: 'It was said long before it was heard.',
  },
  {
    name: SAID_AT,
    type: { type: 'date and time' },
    input: true,
    description: 'When they said what the case begins with, however late it was heard.',
  },
  {
    name: 'reopened',
    type: { type: 'boolean' },
    input: true,
    initial: false,
    description: 'The case had been closed and they wrote again.',
  },
  {
    name: BROUGHT_BACK,
    type: { type: 'boolean' },
    input: true,
    initial: false,
    description: 'It was put aside, and a person says that it needs an answer.',
  },
];

/** A flow with nothing in it but its two ends and what its trigger tells: nothing is wrong with it, and it could run. */
export function newFlow(id: string, name: string): DraftContent {
  return {
    flow: {
      schema: FLOW_SCHEMA,
      id,
      name,
      variables: TRIGGER,
      lanes: [{ id: STEPS, name: 'Steps' }],
      nodes: [
        {
          id: 'arrives',
          kind: 'startEvent',
          name: 'A mention arrives',
          lane: STEPS,
          position: { x: 84, y: 72 },
        },
        {
          id: 'done',
          kind: 'endEvent',
          name: 'Done',
          outcome: 'done',
          lane: STEPS,
          position: { x: 284, y: 72 },
        },
      ],
      edges: [{ id: 'arrives-done', from: { node: 'arrives', port: 'out' }, to: 'done' }],
    },
    called: {},
    tables: {},
    wordLists: {},
    calendars: {},
    scenarios: {},
  };
}
