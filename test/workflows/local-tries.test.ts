import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FlowNode } from '../../definitions/flow/node.ts';
import type { TaskExtras } from '../../definitions/flow/task.ts';
import { workflowIdOf } from '../../engine/runs/start-request.ts';
import type { Actor } from '../../engine/workflows/messages.ts';
import { caseDataConverter } from '../../workers/host/case-worker.ts';
import { revisionSource } from '../../workers/host/revision-source.ts';
import { bundleOnce, openCaseServer, type CaseServer } from './case-server.ts';
import { drawing, end, node, start } from './drawing.ts';
import { recordHistory } from './record-history.ts';
import { answered, ask, askAndHold, askHere, held, refuse, split, tries, wait } from './tried-activities.ts';

const lead: Actor = { person: 'lea', teams: [], roles: ['lead'] };

const late: TaskExtras = {
  boundary: [
    {
      id: 'late',
      name: 'late',
      kind: 'timer',
      wait: { kind: 'duration', for: 'duration("PT5S")' },
      interrupting: true,
    },
  ],
};

/** Takes every run of the case through its history once more. */
async function replayed(server: CaseServer, caseId: string): Promise<void> {
  const { bundle } = await bundleOnce();
  const workflowId = workflowIdOf(caseId);
  const dataConverter = caseDataConverter(revisionSource(server.store));
  for await (const { runId } of server.client.workflow.list({ query: `WorkflowId = '${workflowId}'` })) {
    const history = await server.client.workflow.getHandle(workflowId, runId).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: bundle, dataConverter }, history, workflowId);
  }
}

interface Way {
  readonly name: string;
  /** Of it, the step that `way` leads to stands first. */
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly string[];
  readonly outcome: string | null;
  /** Ends it. */
  act?(server: CaseServer, caseId: string): Promise<unknown>;
}

const WAYS: { readonly [way: string]: Way } = {
  cancelled: {
    name: 'somebody cancels the case',
    nodes: [ask('cancelled')],
    edges: ['cancelled > end'],
    outcome: null,
    act: (server, caseId) => server.runs.cancelCase({ caseId, actor: lead, reason: 'none' }),
  },
  outside: {
    name: "it is cancelled by Temporal's own means",
    nodes: [ask('outside')],
    edges: ['outside > end'],
    outcome: null,
    act: (server, caseId) => server.client.workflow.getHandle(workflowIdOf(caseId)).cancel(),
  },
  late: {
    name: 'its time is up',
    nodes: [ask('late', late)],
    edges: ['late > end', 'late.late > otherwise'],
    outcome: 'otherwise',
  },
  called: {
    name: 'the time of the flow that was called is up',
    nodes: [node('callActivity', 'called', { flow: 'inner', input: {}, output: {}, ...late })],
    edges: ['called > end', 'called.late > otherwise'],
    outcome: 'otherwise',
  },
  timed: {
    name: 'another branch ends the case by a timer',
    nodes: [split('timed'), ask('timed ask'), wait('timed wait', 'PT5S')],
    edges: ['timed > timed ask', 'timed > timed wait', 'timed ask > end', 'timed wait > otherwise'],
    outcome: 'otherwise',
  },
  answered: {
    name: 'another branch ends the case by what a person answers',
    nodes: [
      split('answered'),
      wait('answered pause', 'PT1S'),
      ask('answered ask'),
      node('userTask', 'answered person', { form: [], assignment: {} }),
    ],
    edges: [
      'answered > answered pause',
      'answered > answered person',
      'answered pause > answered ask',
      'answered ask > end',
      'answered person > otherwise',
    ],
    outcome: 'otherwise',
    act: async (server, caseId) => {
      const [task] = await server.store.tasks.openOf(caseId);
      if (task === undefined) throw new Error('no task is open');
      const { id: taskId, version } = task;
      await server.runs.answerTask({ caseId, taskId, version, answers: {}, actor: lead });
    },
  },
  stuck: {
    name: 'whoever leads another branch on ends it',
    nodes: [
      split('stuck'),
      wait('stuck pause', 'PT1S'),
      ask('stuck ask'),
      node('serviceTask', 'stuck refuse', { activity: 'refuse', input: {} }),
    ],
    edges: [
      'stuck > stuck pause',
      'stuck > stuck refuse',
      'stuck pause > stuck ask',
      'stuck ask > end',
      'stuck refuse > otherwise',
    ],
    outcome: 'otherwise',
    act: async (server, caseId) => {
      const [incident] = await server.store.incidents.byCase(caseId);
      if (incident === undefined) throw new Error('nothing is stuck');
      const resolution = { way: 'skip', value: {} } as const;
      await server.runs.resolveIncident({ caseId, incidentId: incident.id, resolution, actor: lead });
    },
  },
  long: {
    name: 'its time is up, and the run is long and goes on as a new one',
    nodes: [
      ...[1, 2, 3, 4, 5, 6].map((n) => wait(n === 1 ? 'long' : `long ${n}`, 'PT0.05S')),
      ask('long ask', late),
      wait('long wait', 'PT1S'),
    ],
    edges: [
      'long > long 2',
      ...[2, 3, 4, 5].map((n) => `long ${n} > long ${n + 1}`),
      'long 6 > long ask',
      'long ask > end',
      'long ask.late > long wait',
      'long wait > otherwise',
    ],
    outcome: 'otherwise',
  },
};

const HELD = node('serviceTask', 'held', { activity: 'askAndHold', input: {} });

const flow = drawing('local-tries', {
  variables: [{ name: 'brand', type: { type: 'string' }, input: true }],
  nodes: [
    start,
    node('exclusiveGateway', 'which', {
      branches: [...Object.keys(WAYS), 'held'].map((way) => ({
        port: way,
        name: way,
        condition: `brand = "${way}"`,
      })),
    }),
    HELD,
    ...Object.values(WAYS).flatMap(({ nodes }) => nodes),
    end(),
    node('endEvent', 'otherwise', { outcome: 'otherwise', terminate: true }),
  ],
  edges: [
    'start > which',
    'which.held > held',
    'held > end',
    ...Object.keys(WAYS).map((way) => `which.${way} > ${way}`),
    ...Object.values(WAYS).flatMap(({ edges }) => edges),
  ],
});
const inner = drawing('inner', { nodes: [start, ask('ask'), end()], edges: ['start > ask', 'ask > end'] });

describe('a step that is tried again and again within its worker is given up when', () => {
  let server: CaseServer;
  beforeAll(async () => {
    server = await openCaseServer({
      flow,
      called: [inner],
      activities: [askHere, askAndHold, refuse],
      historyLimit: 30,
    });
  });
  afterAll(() => server.close());

  for (const [way, { name, outcome, act }] of Object.entries(WAYS))
    it.concurrent(name, async ({ expect }) => {
      const caseId = await server.hear({ brand: way });
      await expect.poll(() => tries.get(caseId) ?? 0, { timeout: 20_000 }).toBeGreaterThan(1);
      await act?.(server, caseId);
      const done = await server.closed(caseId);
      const before = tries.get(caseId);
      expect(done).toMatchObject({ outcome, retries: [], positions: [] });
      await replayed(server, caseId);
      await recordHistory(server, caseId, `tried-again-${way}`);
      expect(await server.store.cases.find(caseId)).toEqual(done);
      expect(tries.get(caseId)).toBe(before);
    });

  it.concurrent(
    'somebody cancels the case, and what the other side answers then changes nothing',
    async ({ expect }) => {
      const caseId = await server.hear({ brand: 'held' });
      await expect.poll(() => held.has(caseId), { timeout: 20_000 }).toBe(true);
      await server.runs.cancelCase({ caseId, actor: lead, reason: 'none' });
      const done = await server.closed(caseId);
      const trail = await server.store.cases.trail(caseId);
      const given = held.get(caseId);
      given?.answer();
      await given?.answered;
      await replayed(server, caseId);
      expect(await server.store.cases.find(caseId)).toEqual(done);
      expect(await server.store.cases.trail(caseId)).toEqual(trail);
    },
  );
});

describe('while a step is tried again and again within its worker', () => {
  let server: CaseServer;
  beforeAll(async () => {
    server = await openCaseServer({
      flow: drawing('meanwhile', {
        variables: [],
        nodes: [
          start,
          split('split'),
          node('userTask', 'person', { form: [], assignment: {} }),
          ask('ask', { retry: { initialIntervalMs: 6_000, maximumIntervalMs: 6_000 } }),
          wait('pause', 'PT1S'),
          node('serviceTask', 'refuse', { activity: 'refuse', input: {} }),
          end(),
        ],
        edges: [
          'start > split',
          'split > person',
          'person > ask',
          'ask > end',
          'split > pause',
          'pause > refuse',
          'refuse > end',
        ],
      }),
      activities: [askHere, refuse],
    });
  });
  afterAll(() => server.close());

  it('the task that led to it is closed, and what gets stuck meanwhile is told', async () => {
    const caseId = await server.hear();
    const { id: taskId, version } = await server.openTask(caseId);
    await server.runs.answerTask({ caseId, taskId, version, answers: {}, actor: lead });
    const told = await server.until(caseId, ({ positions }) =>
      positions.some(({ node: at }) => at === 'ask'),
    );
    expect(told.status).not.toBe('person');
    expect((await server.store.tasks.find(taskId))?.status).toBe('answered');
    const stuck = await server.until(caseId, ({ status }) => status === 'stuck');
    expect(stuck.retries).toMatchObject([{ node: 'ask', code: 'unreachable' }]);
    expect(tries.get(caseId)).toBe(1);
    answered.add(caseId);
    const done = await server.until(
      caseId,
      ({ retries, positions }) => retries.length === 0 && positions.length === 1,
    );
    expect(done.positions).toMatchObject([{ node: 'refuse' }]);
    await server.runs.cancelCase({ caseId, actor: lead, reason: 'none' });
    await server.closed(caseId);
    await replayed(server, caseId);
  });
});
