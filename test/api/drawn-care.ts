import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Flow } from '../../definitions/flow/flow.ts';

/** A person answers; a good mood is the end, noise is put aside, a bad one has no way drawn, so the run is stuck. */
export const drawnCare: Flow = {
  schema: 1,
  id: 'drawn-care',
  name: 'Drawn care',
  variables: [
    { name: 'answer', type: { type: 'any' } },
    { name: 'brought back', type: { type: 'boolean' }, input: true, initial: false },
  ],
  lanes: [{ id: 'care', name: 'Care' }],
  nodes: [
    { id: 'start', kind: 'startEvent', name: 'A mention arrives', position: { x: 0, y: 0 } },
    {
      id: 'answer',
      kind: 'userTask',
      name: 'Answer the customer',
      lane: 'care',
      position: { x: 200, y: 0 },
      form: [
        { name: 'reply', label: 'Reply', type: { type: 'text' }, required: true },
        { name: 'mood', label: 'Mood', type: { type: 'string', allowed: ['good', 'bad', 'noise'] } },
      ],
      assignment: { team: '"north"' },
      due: 'duration("PT2H")',
      show: { Channel: '"tweet"' },
      result: 'answer',
    },
    {
      id: 'good',
      kind: 'exclusiveGateway',
      name: 'Good?',
      position: { x: 400, y: 0 },
      branches: [
        { port: 'good', name: 'yes', condition: 'answer.mood = "good"' },
        { port: 'noise', name: 'noise', condition: 'answer.mood = "noise"' },
      ],
    },
    { id: 'end', kind: 'endEvent', name: 'Put right', outcome: 'put right', position: { x: 600, y: 0 } },
    { id: 'aside', kind: 'endEvent', name: 'Put aside', outcome: 'put aside', position: { x: 600, y: 80 } },
  ],
  edges: [
    { id: 'e1', from: { node: 'start', port: 'out' }, to: 'answer' },
    { id: 'e2', from: { node: 'answer', port: 'out' }, to: 'good' },
    { id: 'e3', from: { node: 'good', port: 'good' }, to: 'end' },
    { id: 'e4', from: { node: 'good', port: 'noise' }, to: 'aside' },
  ],
};

export const contractsOf: readonly ActivityContract[] = [
  {
    name: 'tellTeam',
    title: 'Tell the team',
    description: 'Passes praise on.',
    input: { type: 'object' },
    output: { type: 'object' },
    effect: 'own',
    errors: [],
    retry: { maximumAttempts: 3, initialIntervalMs: 1_000, backoffCoefficient: 2, maximumIntervalMs: 10_000 },
    limits: { startToCloseMs: 1_000, scheduleToCloseMs: 60_000 },
  },
];
