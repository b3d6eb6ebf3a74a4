import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { contentOf, type DraftContent } from '../../../definitions/flow/draft.ts';
import type { FlowNode, NodeKind } from '../../../definitions/flow/node.ts';
import { shippedActivities } from '../../../workers/activities/shipped.ts';
import { published } from '../../library/published.ts';

const position = { x: 0, y: 0 };

/** Steps of kinds that the flow that ships has none of, and steps with which something is wrong. */
const added: readonly FlowNode[] = [
  { id: 'both', kind: 'parallelGateway', name: 'Both', position },
  { id: 'why', kind: 'textAnnotation', name: 'Why', position, text: 'Because.\nIn two lines.' },
  {
    id: 'two-hours',
    kind: 'intermediateCatchEvent',
    name: 'Two hours',
    position,
    wait: { kind: 'duration', for: 'duration("PT2H")' },
  },
  {
    id: 'outage',
    kind: 'exclusiveGateway',
    name: 'An outage?',
    position,
    branches: [
      { port: 'last-hour', name: 'outage of the last hour', condition: 'facts.topik = "network"' },
      { port: 'many', name: 'many', condition: 'unhappy > 2' },
    ],
    defaultPort: 'rest',
  },
  {
    id: 'map',
    kind: 'serviceTask',
    name: 'Look at the map',
    position,
    activity: 'outageMap',
    input: { region: 'region', colour: '"red"' },
    retry: { maximumAttempts: 3 },
    repeat: { over: '[1, 2]', as: 'one', atMost: 1 },
    boundary: [
      { id: 'erased', name: 'erased', kind: 'error', code: 'erased' },
      {
        id: 'late',
        name: 'late',
        kind: 'timer',
        wait: { kind: 'duration', for: 'duration("PT2H")' },
        interrupting: false,
      },
    ],
  },
  {
    id: 'old',
    kind: 'serviceTask',
    name: 'Old work',
    position,
    activity: 'oldWork',
    input: { about: '"x"' },
  },
  {
    id: 'mystery',
    kind: 'serviceTask',
    name: 'Mystery',
    position,
    activity: 'mystery',
    input: { first: 'region', second: 'unhappy +' },
  },
];

const { revision } = published();
const base = contentOf(revision);

/** The flow that ships as a draft, with more steps. */
export const draft: DraftContent = {
  ...base,
  flow: { ...base.flow, nodes: [...base.flow.nodes, ...added] },
  calendars: { desk: { id: 'desk', name: 'The desk', open: [] } },
};

/** An activity that no page has ever heard of. */
const outageMap: ActivityContract = {
  name: 'outageMap',
  title: 'Look at the outage map',
  description: 'Whether an outage is known where they live.',
  input: {
    type: 'object',
    properties: {
      region: { type: 'string', description: 'As the network names it' },
      detail: { type: 'string', enum: ['street', 'town'], title: 'How close' },
      onlyOpen: { type: 'boolean' },
      withinHours: { type: 'number' },
    },
    required: ['region', 'detail'],
    additionalProperties: false,
  },
  output: { type: 'object', properties: { known: { type: 'boolean' } } },
  effect: 'none',
  errors: ['no map'],
  retry: {
    maximumAttempts: 4,
    initialIntervalMs: 120_000,
    backoffCoefficient: 2,
    maximumIntervalMs: 3_600_000,
  },
  limits: { startToCloseMs: 2000, scheduleToCloseMs: 60_000 },
};

export const offered: readonly ActivityContract[] = [
  ...shippedActivities.map(({ contract }) => contract),
  outageMap,
];
export const knownBefore: readonly ActivityContract[] = [
  { ...outageMap, name: 'oldWork', title: 'Do old work' },
];

/** One step of each kind, and those with which something is wrong. */
export const steps: readonly FlowNode[] = [
  ...new Map<NodeKind, FlowNode>(draft.flow.nodes.map((node) => [node.kind, node] as const)).values(),
  ...added,
].filter((node, index, all) => all.findIndex(({ id }) => id === node.id) === index);
