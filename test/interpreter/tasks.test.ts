import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { refusalOf } from '../../engine/interpreter/resolve.ts';
import { activity, ask, branch, decide, edges, end, flow, LOOK, node, revision, start } from './drawing.ts';
import { Driver, HOUR, NOON } from './driver.ts';

const alone = (task: ReturnType<typeof ask>, variables = {}, rest = {}) =>
  new Driver(revision(flow('f', variables, [start(), task, end()], edges(`start > ${task.id} > end`)), rest));

describe('an activity', () => {
  it('is asked for with its mapped input, and its drawn limits over its contract', () => {
    const run = alone(
      activity('a', {
        input: { of: 'n + 1' },
        retry: { maximumAttempts: 7 },
        limits: { startToCloseMs: 9000 },
      }),
      { n: 'number' },
    );
    run.begin({ n: 1 });
    expect(run.given('startActivity')).toMatchObject([
      {
        place: { scope: '0', flow: 'f', node: 'a', visit: 1, item: 0 },
        activity: 'look',
        input: { of: 2 },
        retry: { ...LOOK.retry, maximumAttempts: 7 },
        limits: { ...LOOK.limits, startToCloseMs: 9000 },
        local: false,
      },
    ]);
  });
  it('runs locally when it is short and touches nothing outside', () => {
    expect(alone(activity('a')).begin().given('startActivity')[0]?.local).toBe(true);
  });
  it('puts its output into the result', () => {
    expect(
      alone(activity('a', { result: 'x' }), { x: 'context' })
        .begin()
        .complete('a', { known: true })
        .variable('x'),
    ).toEqual({ known: true });
  });
  it('that failed for good is stuck, and retried in the same place under a new id', () => {
    const run = alone(activity('a')).begin();
    const [first] = run.given('startActivity');
    run.fail('a', { code: 'not found' });
    expect(run.given('raiseIncident')).toMatchObject([
      { incident: { kind: 'activity failed', failure: { code: 'not found' } } },
    ]);
    run.resolve({ way: 'retry' });
    const [second] = run.given('startActivity');
    expect(second?.place).toEqual(first?.place);
    expect(second?.id).not.toBe(first?.id);
    expect(run.given('clearIncident')).toHaveLength(1);
    expect(run.complete('a').state.status).toBe('ended');
  });
  it('may be skipped with a value, or corrected and tried again', () => {
    const drawn = () =>
      alone(activity('a', { result: 'x', input: { n: 'n' } }), { x: 'number', n: 'number' })
        .begin({ n: 1 })
        .fail('a', { code: 'no' });
    expect(drawn().resolve({ way: 'skip', value: 5 }).variable('x')).toBe(5);
    expect(
      drawn()
        .resolve({ way: 'correct', variables: { n: 2 } })
        .given('startActivity')[0]?.input,
    ).toEqual({ n: 2 });
    expect(drawn().resolve({ way: 'cancel' }).state.status).toBe('cancelled');
  });
  it('tells a validator beforehand whether a way out is one', () => {
    const run = alone(activity('a')).begin().fail('a', { code: 'no' });
    const [id = ''] = Object.keys(run.state.incidents);
    const refusal = (incident: string, port?: string) =>
      refusalOf(run.program, run.state, incident, {
        way: 'skip',
        value: null,
        ...(port === undefined ? {} : { port }),
      });
    expect([refusal(id), refusal(id, 'out'), refusal(id, 'nowhere'), refusal('i99')]).toEqual([
      null,
      null,
      'ill-formed',
      'unknown',
    ]);
  });
  it('that the host found stuck goes on by itself when it completes after all', () => {
    const run = alone(activity('a')).begin();
    const id = run.waitAt('a', 'activity');
    run.send({ type: 'stuck', at: NOON, id, failure: { code: 'no worker' } });
    expect(run.given('raiseIncident')[0]?.incident.kind).toBe('host');
    expect(run.send({ type: 'stuck', at: NOON, id, failure: { code: 'no worker' } }).commands).toEqual([]);
    expect(run.complete('a').given('clearIncident')).toHaveLength(1);
    expect(run.state.status).toBe('ended');
  });
  it('that the host found stuck is given up when it is tried again', () => {
    const run = alone(activity('a')).begin();
    const id = run.waitAt('a', 'activity');
    run.send({ type: 'stuck', at: NOON, id, failure: { code: 'no worker' } }).resolve({ way: 'retry' });
    expect(run.given('cancelActivity')).toEqual([{ type: 'cancelActivity', id }]);
    expect(run.given('startActivity')).toHaveLength(1);
  });
});

describe('a boundary event', () => {
  const later = (id: string, interrupting: boolean, atMost?: number) =>
    ({
      id,
      name: id,
      kind: 'timer',
      interrupting,
      wait: { kind: 'duration', for: 'duration("PT1H")' },
      ...(atMost === undefined ? {} : { again: { atMost } }),
    }) as const;

  it('takes the failure drawn for its code before the one for any', () => {
    const boundary = [
      { id: 'any', name: 'any', kind: 'error', result: 'why' },
      { id: 'lost', name: 'lost', kind: 'error', code: 'not found' },
    ] as const;
    const drawn = () =>
      new Driver(
        revision(
          flow(
            'f',
            { why: 'context' },
            [start(), activity('a', { boundary }), end(), end('e1', 'any'), end('e2', 'lost')],
            edges('start > a > end', 'a:any > e1', 'a:lost > e2'),
          ),
        ),
      ).begin();
    expect(drawn().fail('a', { code: 'not found' }).state.outcome).toBe('lost');
    const other = drawn().fail('a', { code: 'timeout' });
    expect(other.state.outcome).toBe('any');
    expect(other.variable('why')).toEqual({ code: 'timeout', activity: 'look' });
  });
  it('that interrupts gives up the task and leaves', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [start(), ask('t', { boundary: [later('late', true)] }), ask('lead'), end()],
          edges('start > t > end', 't:late > lead > end'),
        ),
      ),
    ).begin();
    const task = run.waitAt('t', 'task');
    run.pass();
    expect(run.given('cancelTask')).toEqual([{ type: 'cancelTask', id: task, reason: 'cancelled' }]);
    expect(run.stands).toEqual(['lead']);
  });
  it('that does not interrupt sends a further token, as often as drawn', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [start(), ask('t', { boundary: [later('late', false, 3)] }), activity('remind'), end()],
          edges('start > t > end', 't:late > remind > end'),
        ),
      ),
    ).begin();
    for (let time = 1; time <= 3; time += 1) {
      run.pass();
      expect(run.stands).toEqual(['remind', 't']);
      run.complete('remind');
    }
    expect(run.given('startTimer')).toEqual([]);
    expect(run.at).toBe(NOON + 3 * HOUR);
    expect(run.answer('t').state.status).toBe('ended');
  });
  it('is given up when the task is done', () => {
    const run = alone(ask('t', { boundary: [later('late', true)] }))
      .begin()
      .answer('t');
    expect(run.given('cancelTimer')).toHaveLength(1);
  });
  it('whose wait is null is never set', () => {
    const never = { ...later('late', true), wait: { kind: 'duration', for: 'null' } } as const;
    expect(
      alone(ask('t', { boundary: [never] }))
        .begin()
        .given('startTimer'),
    ).toEqual([]);
  });
});

describe('asking a person', () => {
  it('opens a task with its expressions evaluated', () => {
    const task = ask('t', {
      form: [{ name: 'remedy', label: 'Remedy', type: { type: 'string' }, suggested: '"credit"' }],
      assignment: { person: 'owner', team: '["north", "south"]' },
      due: 'duration("PT4H")',
      priority: '2',
      show: { Region: '"north"' },
    });
    expect(alone(task, { owner: 'string' }).begin({ owner: 'ann' }).given('openTask')[0]?.task).toEqual({
      persons: ['ann'],
      teams: ['north', 'south'],
      roles: [],
      dueAt: NOON + 4 * HOUR,
      priority: 2,
      suggested: { remedy: 'credit' },
      show: { Region: 'north' },
    });
  });
  it('keeps texts out of the trace', () => {
    const form = [
      { name: 'answer', label: 'Answer', type: { type: 'text' } },
      { name: 'ours', label: 'Our error', type: { type: 'boolean' } },
    ] as const;
    const run = alone(ask('t', { form, result: 'x' }), { x: 'context' })
      .begin()
      .answer('t', { answer: 'text-1', ours: true });
    expect(run.variable('x')).toEqual({
      answer: 'text-1',
      ours: true,
      'answered by': 'ann',
      'answered elsewhere': false,
    });
    expect(run.trace.find(({ place }) => place.node === 't')?.detail).toEqual({
      ours: true,
      'answered by': 'ann',
    });
  });
  it('is answered by a message from outside, and the task given up', () => {
    const run = alone(ask('t', { answeredBy: 'answered elsewhere', result: 'x' }), { x: 'context' }).begin();
    run.message('answered elsewhere', { kind: 'reply' });
    expect(run.given('cancelTask')).toMatchObject([{ reason: 'answered elsewhere' }]);
    expect(run.variable('x')).toEqual({ 'answered by': null, 'answered elsewhere': true, kind: 'reply' });
  });
});

describe('messages', () => {
  const care = () =>
    new Driver(
      revision(
        flow(
          'f',
          { m: 'context' },
          [
            start(),
            activity('look'),
            ask('answer', { reads: ['mention'], answeredBy: 'answered elsewhere' }),
            node('eventBasedGateway', 'first', {
              arms: [
                { port: 'wrote', name: 'wrote', on: 'message', message: 'mention', result: 'm' },
                {
                  port: 'silent',
                  name: 'silent',
                  on: 'time',
                  wait: { kind: 'duration', for: 'duration("P3D")' },
                },
              ],
            }),
            end(),
          ],
          edges('start > look > answer > first', 'first:wrote > answer', 'first:silent > end'),
        ),
      ),
    ).begin();

  it('race with a time limit: the first takes the token, the other is given up', () => {
    const run = care().complete('look').answer('answer').message('mention', { n: 1 });
    expect(run.given('cancelTimer')).toHaveLength(1);
    expect(run.variable('m')).toEqual({ n: 1 });
    expect(run.answer('answer').pass().state.status).toBe('ended');
  });
  it('that nobody waits for stay unread, and are taken by the next who does', () => {
    const run = care().message('mention').complete('look').answer('answer');
    expect(run.stands, 'the answer read what was written before it').toEqual(['first']);
    run.message('mention').message('mention').answer('answer');
    expect(run.stands, 'the second came while the task was open').toEqual(['first']);
  });
  it('answer and ask in their own order, however late the run gets to them', () => {
    const run = care();
    for (const name of ['answered elsewhere', 'mention', 'answered elsewhere', 'mention']) run.message(name);
    run.complete('look');
    expect(run.stands, 'the last mention has no answer yet').toEqual(['answer']);
    expect(run.path.filter((id) => id === 'answer')).toHaveLength(3);
  });
  it('that answered an earlier mention do not answer a later one', () => {
    const run = care()
      .complete('look')
      .message('answered elsewhere')
      .message('answered elsewhere')
      .message('mention');
    expect(run.stands).toEqual(['answer']);
    expect(run.state.unread).toEqual({});
  });
  it('are kept a hundred of a name, the newest, and none that no step names', () => {
    const run = care();
    for (let n = 0; n < 150; n += 1) run.message('mention', { n });
    expect(run.state.unread['mention']).toHaveLength(100);
    expect(run.state.unread['mention']?.[0]?.facts).toEqual({ n: 50 });
    const { state } = run;
    expect(run.message('constructor').state).toBe(state);
  });
});

describe('a decision', () => {
  const table: DecisionTable = {
    id: 'urgency',
    name: 'Urgency',
    hitPolicy: 'unique',
    inputs: [{ id: 'i', name: 'level', type: { type: 'number' } }],
    outputs: [{ id: 'o', name: 'urgency', type: { type: 'string' } }],
    rows: [
      { id: 'r1', when: ['1'], then: ['"high"'] },
      { id: 'r2', when: ['2'], then: ['"low"'] },
      { id: 'r3', when: ['2'], then: ['"none"'] },
    ],
  };
  const drawn = (input: Record<string, string>, boundary: Parameters<typeof decide>[3] = {}) =>
    new Driver(
      revision(
        flow(
          'f',
          { level: 'number', urgency: 'string' },
          [
            start(),
            node('businessRuleTask', 'd', {
              decision: { table: 'urgency', input },
              result: 'urgency',
              ...boundary,
            }),
            end(),
            end('e2', 'unclear'),
          ],
          edges('start > d > end', 'd:unclear > e2'),
        ),
        { tables: { urgency: table } },
      ),
    );

  it('says its value, the rows that hit and what it looked at', () => {
    const run = drawn({}).begin({ level: 1 });
    expect(run.variable('urgency')).toBe('high');
    expect(run.trace.find(({ what, place }) => what === 'left' && place.node === 'd')?.detail).toEqual({
      value: 'high',
      rows: ['r1'],
      inputs: { level: 1 },
    });
  });
  it('feeds inputs by its mapping', () => {
    expect(drawn({ level: '1' }).begin({ level: 2 }).variable('urgency')).toBe('high');
  });
  it('is stuck when a table of unique rows is hit twice, unless an error event is drawn', () => {
    expect(drawn({}).begin({ level: 2 }).given('raiseIncident')[0]?.incident.failure.code).toBe(
      'several rows hit',
    );
    const boundary = { boundary: [{ id: 'unclear', name: 'unclear', kind: 'error' }] } as const;
    expect(drawn({}, boundary).begin({ level: 2 }).state.outcome).toBe('unclear');
  });
  it('with an expression that does not compile is stuck where it stands', () => {
    const run = new Driver(
      revision(flow('f', {}, [start(), decide('d', 'nosuch + 1', 'x'), end()], edges('start > d > end'))),
    ).begin();
    expect(run.given('raiseIncident')).toMatchObject([
      { incident: { kind: 'expression failed' }, place: { node: 'd' } },
    ]);
  });
});

describe('a step without a way on', () => {
  it('ends its token', () => {
    const run = new Driver(
      revision(flow('f', {}, [start(), branch('b', { a: 'true' })], edges('start > b'))),
    ).begin();
    expect(run.state.status).toBe('ended');
  });
});
