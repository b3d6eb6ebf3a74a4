import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { Actor } from '../../engine/workflows/messages.ts';
import { openCaseServer, type CaseServer, type CaseServerOptions } from './case-server.ts';
import { anything, drawing, end, node, number, start, text } from './drawing.ts';
import { probeActivities } from './probe-activities.ts';
import { recordHistory } from './record-history.ts';

export const anna: Actor = { person: 'anna', teams: ['north'], roles: ['agent'] };

const open: CaseServer[] = [];
async function serve(options: CaseServerOptions): Promise<CaseServer> {
  const server = await openCaseServer(options);
  open.push(server);
  return server;
}
afterAll(async () => {
  await Promise.all(open.map((server) => server.close()));
});

describe('a case runs its drawing', () => {
  it('does activities that have no effect within one workflow task, and those that have one as tasks of their own', async () => {
    const { all } = probeActivities();
    const server = await serve({
      flow: drawing('do', {
        variables: [anything('a'), anything('b')],
        nodes: [
          start,
          node('serviceTask', 'first', { activity: 'double', input: { value: '21' }, result: 'a' }),
          node('serviceTask', 'second', {
            activity: 'doubleOutside',
            input: { value: 'a.value' },
            result: 'b',
          }),
          end(),
        ],
        edges: ['start > first', 'first > second', 'second > end'],
      }),
      activities: all,
    });
    const caseId = await server.hear();
    const done = await server.closed(caseId);
    expect(done.outcome).toBe('done');
    expect(done.facts).toMatchObject({ a: { value: 42 }, b: { value: 84 } });
    const events = await server.historyEvents(caseId);
    expect(events.filter((event) => event === 'activityTaskScheduled')).toHaveLength(1);
    expect(events.filter((event) => event === 'markerRecorded')).toHaveLength(3);
    await recordHistory(server, caseId, 'service-task');
  });

  it('decides by tables and branches, without an event in the history', async () => {
    const table: DecisionTable = {
      id: 'size',
      name: 'Size',
      hitPolicy: 'first',
      inputs: [{ id: 'i', name: 'n', type: { type: 'number' } }],
      outputs: [{ id: 'o', name: 'size', type: { type: 'string' }, default: '"small"' }],
      rows: [{ id: 'r1', when: ['> 10'], then: ['"large"'] }],
    };
    const server = await serve({
      flow: drawing('decide', {
        variables: [number('n', 11), text('size')],
        nodes: [
          start,
          node('businessRuleTask', 'decide', { decision: { table: 'size' }, result: 'size' }),
          node('exclusiveGateway', 'which', {
            branches: [{ port: 'large', name: 'large', condition: 'size = "large"' }],
            defaultPort: 'small',
          }),
          end('big', 'large'),
          end('little', 'small'),
        ],
        edges: ['start > decide', 'decide > which', 'which.large > big', 'which.small > little'],
      }),
      tables: [table],
    });
    const caseId = await server.hear();
    const done = await server.closed(caseId);
    expect(done.outcome).toBe('large');
    expect((await server.historyEvents(caseId)).filter((event) => !event.startsWith('workflow'))).toEqual([
      'markerRecorded',
      'markerRecorded',
    ]);
    await recordHistory(server, caseId, 'business-rule-task');
  });

  it('splits, joins and repeats over a list', async () => {
    const { all, calls } = probeActivities();
    const server = await serve({
      flow: drawing('split', {
        variables: [anything('a'), anything('list')],
        nodes: [
          start,
          node('parallelGateway', 'split', {}),
          node('serviceTask', 'left', { activity: 'doubleOutside', input: { value: '1' }, result: 'a' }),
          node('serviceTask', 'right', {
            activity: 'doubleOutside',
            input: { value: 'n' },
            repeat: { over: '[1, 2, 3]', as: 'n', atMost: 2, collect: 'list' },
          }),
          node('parallelGateway', 'join', {}),
          end(),
        ],
        edges: [
          'start > split',
          'split > left',
          'split > right',
          'left > join',
          'right > join',
          'join > end',
        ],
      }),
      activities: all,
    });
    const caseId = await server.hear();
    const done = await server.closed(caseId);
    expect(done.facts.list).toEqual([{ value: 2 }, { value: 4 }, { value: 6 }]);
    expect(calls).toHaveLength(4);
    await recordHistory(server, caseId, 'parallel-gateway');
  });

  it('runs a called flow as a scope of its own', async () => {
    const { all } = probeActivities();
    const called = drawing('inner', {
      variables: [
        { ...number('given'), input: true },
        { ...anything('out'), output: true },
      ],
      nodes: [
        start,
        node('serviceTask', 'twice', { activity: 'double', input: { value: 'given' }, result: 'out' }),
        end('end', 'inner done'),
      ],
      edges: ['start > twice', 'twice > end'],
    });
    const server = await serve({
      flow: drawing('outer', {
        variables: [number('got'), text('came to')],
        nodes: [
          start,
          node('callActivity', 'call', {
            flow: 'inner',
            input: { given: '4' },
            output: { got: 'out.value', 'came to': 'outcome' },
          }),
          end(),
        ],
        edges: ['start > call', 'call > end'],
      }),
      called: [called],
      activities: all,
    });
    const caseId = await server.hear();
    const done = await server.closed(caseId);
    expect(done.facts).toMatchObject({ got: 8, 'came to': 'inner done' });
    await recordHistory(server, caseId, 'call-activity');
  });
});

describe('a case waits', () => {
  const waiting = drawing('wait', {
    variables: [anything('said')],
    nodes: [
      start,
      node('eventBasedGateway', 'first of', {
        arms: [
          { port: 'wrote', name: 'wrote', on: 'message', message: 'mention', result: 'said' },
          { port: 'silent', name: 'silent', on: 'time', wait: { kind: 'duration', for: 'duration("PT3S")' } },
        ],
      }),
      end('answered', 'answered'),
      end('silence', 'silent'),
    ],
    edges: ['start > first of', 'first of.wrote > answered', 'first of.silent > silence'],
  });
  let server: CaseServer;
  beforeAll(async () => {
    server = await serve({ flow: waiting });
  });

  it('for the first of a message and a time limit; the message wins when it comes', async () => {
    const caseId = await server.hear({ threadId: 'one' });
    await server.until(caseId, (found) => found.status === 'waiting');
    expect(await server.hear({ threadId: 'one', text: 'Hello?' })).toBe(caseId);
    const done = await server.closed(caseId);
    expect(done.outcome).toBe('answered');
    expect(await server.historyEvents(caseId)).not.toContain('timerFired');
    await recordHistory(server, caseId, 'event-based-gateway');
  });

  it('and time passes while no worker is there', async () => {
    const caseId = await server.hear();
    await server.until(caseId, (found) => found.status === 'waiting');
    await server.stopWorker();
    await new Promise((resolve) => setTimeout(resolve, 3_200));
    await server.startWorker();
    const done = await server.closed(caseId);
    expect(done.outcome).toBe('silent');
    await recordHistory(server, caseId, 'intermediate-catch-event');
  });

  it('starts again under its own id when the customer writes after it was closed, and remembers what it knew', async () => {
    const caseId = await server.hear({ threadId: 'again' });
    await server.closed(caseId);
    expect(await server.hear({ threadId: 'again', text: 'Still broken' })).toBe(caseId);
    await server.until(caseId, (found) => found.status === 'waiting' && found.seenSeq === 2);
    const done = await server.closed(caseId);
    expect(done.outcome).toBe('silent');
    const trail = await server.store.cases.trail(caseId);
    expect(
      trail.filter((step) => step.node === 'start' && step.what === 'entered').map((step) => step.visit),
    ).toEqual([1, 2]);
    expect(trail.map((step) => step.n)).toEqual(trail.map((_, index) => index + 1));
  });

  it('being told twice of the same arrival changes nothing', async () => {
    const caseId = await server.hear();
    await server.until(caseId, (found) => found.status === 'waiting');
    const before = await server.runs.view(caseId);
    await server.runs.deliver(caseId);
    await server.runs.deliver(caseId);
    const after = await server.runs.view(caseId);
    expect(after?.state).toEqual(before?.state);
    expect(after?.progressVersion).toBe(before?.progressVersion);
  });
});

describe('history that is imported', () => {
  it('counts waits from its own time: what the customer said after two seconds comes before three have passed', async () => {
    const server = await serve({
      flow: drawing('import', {
        nodes: [
          start,
          node('eventBasedGateway', 'first of', {
            arms: [
              { port: 'wrote', name: 'wrote', on: 'message', message: 'mention' },
              {
                port: 'silent',
                name: 'silent',
                on: 'time',
                wait: { kind: 'duration', for: 'duration("P3D")' },
              },
            ],
          }),
          node('eventBasedGateway', 'second', {
            arms: [
              { port: 'wrote', name: 'wrote', on: 'message', message: 'mention' },
              {
                port: 'silent',
                name: 'silent',
                on: 'time',
                wait: { kind: 'duration', for: 'duration("P3D")' },
              },
            ],
          }),
          end('early', 'silent at first'),
          end('late', 'silent later'),
          end('both', 'wrote twice'),
        ],
        edges: [
          'start > first of',
          'first of.wrote > second',
          'first of.silent > early',
          'second.wrote > both',
          'second.silent > late',
        ],
      }),
    });
    const { mention } = await import('./case-server.ts');
    const [caseId] = await server.capture([
      mention({ threadId: 't', occurredAt: '2017-10-31T10:00:00Z' }),
      mention({ threadId: 't', occurredAt: '2017-11-02T10:00:00Z' }),
      mention({ threadId: 't', occurredAt: '2017-11-09T10:00:00Z' }),
    ]);
    if (!caseId) throw new Error('no case');
    // Silent for three days after the second; the third reopens it and then nobody writes for years.
    const done = await server.until(caseId, (found) => found.status === 'closed' && found.seenSeq === 3);
    const ends = (await server.store.cases.trail(caseId)).filter(
      (step) => step.what === 'entered' && ['early', 'late', 'both'].includes(step.node),
    );
    expect(ends.map((step) => step.node)).toEqual(['late', 'early']);
    expect(ends[0]?.at).toBe('2017-11-05T10:00:00.000Z');
    expect(done.outcome).toBe('silent at first');
  });
});
