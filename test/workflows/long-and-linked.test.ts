import { afterAll, describe, expect, it } from 'vitest';
import { workflowIdOf } from '../../engine/runs/start-request.ts';
import type { Actor } from '../../engine/workflows/messages.ts';
import { mention, openCaseServer, type CaseServer, type CaseServerOptions } from './case-server.ts';
import { anything, drawing, end, node, number, start } from './drawing.ts';
import { probeActivities } from './probe-activities.ts';
import { recordHistory } from './record-history.ts';

const anna: Actor = { person: 'anna', teams: [], roles: [] };
const open: CaseServer[] = [];
async function serve(options: CaseServerOptions): Promise<CaseServer> {
  const server = await openCaseServer(options);
  open.push(server);
  return server;
}
afterAll(async () => {
  await Promise.all(open.map((server) => server.close()));
});

describe('a long run', () => {
  it('continues as a new one only when nothing is under way, and loses and doubles nothing', async () => {
    const probes = probeActivities();
    const server = await serve({
      flow: drawing('long', {
        variables: [number('i'), anything('got'), anything('asked')],
        nodes: [
          start,
          node('parallelGateway', 'split', {}),
          node('businessRuleTask', 'count', { decision: { expression: 'i + 1' }, result: 'i' }),
          node('serviceTask', 'outside', { activity: 'doubleOutside', input: { value: 'i' }, result: 'got' }),
          node('exclusiveGateway', 'enough', {
            branches: [{ port: 'yes', name: 'yes', condition: 'i >= 12' }],
            defaultPort: 'no',
          }),
          node('userTask', 'ask', { form: [], assignment: {}, result: 'asked' }),
          node('parallelGateway', 'join', {}),
          end(),
        ],
        edges: [
          'start > split',
          'split > count',
          'count > outside',
          'outside > enough',
          'enough.no > count',
          'enough.yes > join',
          'split > ask',
          'ask > join',
          'join > end',
        ],
      }),
      activities: probes.all,
      historyLimit: 25,
    });
    const caseId = await server.hear();
    await server.until(
      caseId,
      (found) => found.facts.i === 12 && found.positions.some((position) => position.for === 'joining'),
    );
    const description = await server.client.workflow.getHandle(workflowIdOf(caseId)).describe();
    const first = description.raw.workflowExecutionInfo?.firstRunId ?? '';
    expect(description.runId).not.toBe(first);
    expect(await server.historyEvents(caseId, first)).toContain('workflowExecutionContinuedAsNew');
    expect(probes.calls).toHaveLength(12);
    const { id: taskId, version } = await server.openTask(caseId);
    await server.runs.answerTask({ caseId, taskId, version, answers: {}, actor: anna });
    const done = await server.closed(caseId);
    expect(done).toMatchObject({ outcome: 'done', facts: { i: 12, got: { value: 24 } } });
    await recordHistory(server, caseId, 'continue-as-new', first);
    await recordHistory(server, caseId, 'continued-run');
  });
});

describe('two cases of one matter', () => {
  it('become one: the follower gives up its task, ends there, and what comes late reaches the primary', async () => {
    const probes = probeActivities();
    const server = await serve({
      flow: drawing('linked', {
        variables: [anything('first'), anything('asked')],
        nodes: [
          start,
          node('serviceTask', 'slow', { activity: 'dawdle', input: { ms: '600' }, result: 'first' }),
          node('userTask', 'ask', { form: [], assignment: {}, result: 'asked' }),
          end(),
        ],
        edges: ['start > slow', 'slow > ask', 'ask > end'],
      }),
      activities: probes.all,
    });
    const primary = await server.hear({ threadId: 'tweet' });
    const follower = await server.hear({ threadId: 'mail', channel: 'email' });
    await server.openTask(primary);
    const task = await server.openTask(follower);
    await server.store.cases.link(follower, primary, 'anna');
    const gone = await server.until(
      follower,
      (found) => found.status === 'continued' && found.positions.length === 0,
    );
    expect(gone.primaryCaseId).toBe(primary);
    expect(await server.store.tasks.find(task.id)).toMatchObject({ status: 'cancelled' });
    const [late] = await server.capture([
      mention({ threadId: 'mail', channel: 'email', text: 'And another thing' }),
    ]);
    expect(late).toBe(primary);
    await server.until(primary, (found) => found.seenSeq === found.lastSeq && found.lastSeq >= 3);
    expect((await server.store.cases.find(primary))?.status).toBe('person');
    await recordHistory(server, follower, 'linked-case');
  });
});

describe('a quiet brand', () => {
  it('overtakes the flood of another', async () => {
    const probes = probeActivities();
    const server = await serve({
      flow: drawing('fair', {
        variables: [anything('got')],
        nodes: [
          start,
          node('serviceTask', 'slow', { activity: 'dawdle', input: { ms: '20' }, result: 'got' }),
          end(),
        ],
        edges: ['start > slow', 'slow > end'],
      }),
      activities: probes.all,
      // Few at a time, as when a flood has filled a worker: what comes next is then the server's choice.
      atOnce: { workflowTasks: 2, activities: 1 },
    });
    await server.stopWorker();
    const flood = await server.capture(
      Array.from({ length: 60 }, (_, n) => mention({ brand: 'loud', threadId: `loud-${n}` })),
    );
    const quiet = await server.capture(
      Array.from({ length: 6 }, (_, n) => mention({ brand: 'quiet', threadId: `quiet-${n}` })),
    );
    const endsAt = Date.now() + 20_000;
    while ((await server.store.cases.undelivered(1)).length > 0 && Date.now() < endsAt)
      await new Promise((resolve) => setTimeout(resolve, 50));
    await server.startWorker();
    for (const caseId of [...flood, ...quiet]) if (caseId) await server.closed(caseId);
    const cases = await server.store.cases.findMany([...flood, ...quiet].flatMap((id) => (id ? [id] : [])));
    const order = [...cases]
      .sort((a, b) => (a.closedAt ?? '').localeCompare(b.closedAt ?? ''))
      .map((found) => found.brand);
    // Served in order the quiet ones would stand at the very end, 61st to 66th. A queue has several partitions, each
    // fair by itself: how many of the quiet ones share one is chance, but the first of them comes almost at once.
    const places = order.flatMap((brand, place) => (brand === 'quiet' ? [place] : []));
    expect(places).toHaveLength(6);
    expect(places[0]).toBeLessThan(20);
  });
});
