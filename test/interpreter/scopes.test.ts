import { describe, expect, it } from 'vitest';
import {
  activity,
  ask,
  branch,
  decide,
  edges,
  end,
  flow,
  node,
  parallel,
  revision,
  start,
  wait,
} from './drawing.ts';
import { Driver } from './driver.ts';

describe('a repeat', () => {
  const over = (repeat: Partial<Parameters<typeof activity>[1] & object>['repeat']) =>
    new Driver(
      revision(
        flow(
          'f',
          { list: 'list', all: 'list', one: 'number' },
          [
            start(),
            activity('a', {
              input: { item: 'x', number: 'x index' },
              result: 'one',
              ...(repeat === undefined ? {} : { repeat }),
            }),
            end(),
          ],
          edges('start > a > end'),
        ),
      ),
    );

  it('runs at most so many turns at once, each with its item', () => {
    const run = over({ over: 'list', as: 'x', atMost: 2, collect: 'all' }).begin({ list: ['p', 'q', 'r'] });
    expect(run.given('startActivity').map(({ place, input }) => [place.item, input])).toEqual([
      [0, { item: 'p', number: 1 }],
      [1, { item: 'q', number: 2 }],
    ]);
    const last = run.waitAt('a', 'activity', 1);
    run.send({ type: 'activityCompleted', at: run.at, id: last, output: 2 });
    expect(run.given('startActivity').map(({ place }) => place.item)).toEqual([2]);
    run.complete('a', 1).complete('a', 3);
    expect(run.variable('all'), 'in the order of items').toEqual([1, 2, 3]);
    expect(run.state.status).toBe('ended');
  });
  it('passes through an empty list, and through null', () => {
    expect(
      over({ over: 'list', as: 'x', atMost: 1, collect: 'all' }).begin({ list: [] }).variable('all'),
    ).toEqual([]);
    expect(over({ over: 'list', as: 'x', atMost: 1 }).begin().state.status).toBe('ended');
  });
  it('ends when its condition comes true, and gives up the turns under way', () => {
    const run = over({ over: 'list', as: 'x', atMost: 3, collect: 'all', until: 'one > 5' }).begin({
      list: [1, 2, 3],
    });
    run.complete('a', 1);
    expect(run.state.status).toBe('running');
    run.complete('a', 9);
    expect(run.given('cancelActivity')).toHaveLength(1);
    expect(run.variable('all')).toEqual([1, 9]);
    expect(run.state.status).toBe('ended');
  });
  it('over what is no list is stuck', () => {
    expect(over({ over: '7', as: 'x', atMost: 1 }).begin().given('raiseIncident')[0]?.incident.kind).toBe(
      'expression failed',
    );
  });
  it('of a failing turn leaves by the error event and gives up the others', () => {
    const boundary = [{ id: 'err', name: 'err', kind: 'error' }] as const;
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [
            start(),
            activity('a', { repeat: { over: '[1,2,3]', as: 'x', atMost: 3 }, boundary }),
            end(),
            end('e2', 'failed'),
          ],
          edges('start > a > end', 'a:err > e2'),
        ),
      ),
    ).begin();
    run.fail('a', { code: 'no' });
    expect(run.given('cancelActivity')).toHaveLength(2);
    expect(run.state.outcome).toBe('failed');
  });
  it('goes on past a turn that a person skipped', () => {
    const run = over({ over: 'list', as: 'x', atMost: 3, collect: 'all' }).begin({ list: [1, 2] });
    run.fail('a', { code: 'no' }).complete('a', 2).resolve({ way: 'skip', value: 7 });
    expect(run.variable('all')).toEqual([7, 2]);
  });
  it('of thousands of decisions needs no deep stack', () => {
    const many = decide('d', 'x index', 'one', { repeat: { over: 'list', as: 'x', atMost: 1 } });
    const run = new Driver(
      revision(flow('f', { list: 'list', one: 'number' }, [start(), many, end()], edges('start > d > end'))),
    );
    expect(run.begin({ list: Array.from({ length: 9000 }, () => null) }).variable('one')).toBe(9000);
  });
});

describe('a called flow', () => {
  const called = flow(
    'inner',
    { given: { input: true }, found: { output: true }, hidden: { initial: 1 } },
    [start(), activity('look', { input: { it: 'given' }, result: 'found' }), end('end', 'done')],
    edges('start > look > end'),
  );
  const caller = (rest: object = {}) =>
    new Driver(
      revision(
        flow(
          'f',
          { n: 'number', got: 'any', how: 'string' },
          [
            start(),
            node('callActivity', 'call', {
              flow: 'inner',
              input: { given: 'n + 1' },
              output: { got: 'found', how: 'outcome' },
              ...rest,
            }),
            end(),
            end('e2', 'late'),
          ],
          edges('start > call > end', 'call:late > e2'),
        ),
        { called: { inner: called } },
      ),
    ).begin({ n: 1 });

  it('runs in a scope of its own and gives back what is mapped', () => {
    const run = caller();
    const [look] = run.given('startActivity');
    expect(look?.input).toEqual({ it: 2 });
    expect(look?.place.scope.startsWith('0.')).toBe(true);
    run.complete('look', 42);
    expect(run.variable('got')).toBe(42);
    expect(run.variable('how')).toBe('done');
    expect(Object.keys(run.state.scopes)).toEqual(['0']);
    expect(run.state.outcome).toBeNull();
  });
  it('is stuck inside when nobody catches its failure', () => {
    expect(caller().fail('look', { code: 'no' }).given('raiseIncident')[0]?.place).toMatchObject({
      flow: 'inner',
      node: 'look',
    });
  });
  it('is given up whole when a timer interrupts the call', () => {
    const late = {
      id: 'late',
      name: 'late',
      kind: 'timer',
      interrupting: true,
      wait: { kind: 'duration', for: 'duration("PT1H")' },
    };
    const run = caller({ boundary: [late] }).pass();
    expect(run.given('cancelActivity')).toHaveLength(1);
    expect(run.state).toMatchObject({ outcome: 'late', waits: {}, tokens: {} });
    expect(Object.keys(run.state.scopes)).toEqual(['0']);
  });
  it('that calls itself without end is stuck', () => {
    const loop = flow(
      'loop',
      {},
      [start(), node('callActivity', 'c', { flow: 'loop', input: {}, output: {} }), end()],
      edges('start > c > end'),
    );
    const run = new Driver(revision(loop, { called: { loop } })).begin();
    expect(run.given('raiseIncident')[0]?.incident.failure.code).toBe('calls too deep');
    expect(run.cancel().state.waits).toEqual({});
  });
});

describe('ending', () => {
  it('with terminate ends every other token of the scope', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [
            start(),
            parallel('s'),
            ask('a'),
            wait('w', 'PT1H'),
            node('endEvent', 'stop', { terminate: true, outcome: 'stopped' }),
          ],
          edges('start > s > a > stop', 's > w'),
        ),
      ),
    ).begin();
    run.answer('a');
    expect(run.given('cancelTimer')).toHaveLength(1);
    expect(run.state).toMatchObject({ status: 'ended', outcome: 'stopped' });
    expect(run.given('endRun')).toEqual([{ type: 'endRun', outcome: 'stopped' }]);
  });
  it('may be undone: started again it keeps its variables and goes on counting', () => {
    const drawn = flow(
      'f',
      { n: { initial: 0 }, again: 'boolean' },
      [start(), decide('d', 'n + 1', 'n'), end('end', 'put right')],
      edges('start > d > end'),
    );
    const run = new Driver(revision(drawn)).begin();
    expect(run.state).toMatchObject({ status: 'ended', outcome: 'put right' });
    run.begin({ again: true });
    expect(run.variable('n')).toBe(2);
    expect(run.variable('again')).toBe(true);
    expect(run.trace.find(({ place }) => place.node === 'd')?.place.visit).toBe(2);
  });
  it('by cancelling leaves nothing behind, and nothing can follow but a new start', () => {
    const run = new Driver(
      revision(flow('f', {}, [start(), ask('a'), end()], edges('start > a > end'))),
    ).begin();
    const task = run.waitAt('a', 'task');
    run.cancel();
    expect(run.commands).toEqual([
      { type: 'cancelTask', id: task, reason: 'cancelled' },
      { type: 'endRun', outcome: null },
    ]);
    const { state } = run;
    expect(run.cancel().state).toBe(state);
    expect(run.begin().stands).toEqual(['a']);
  });
});

describe('facts from outside', () => {
  it('change variables that exist, and move nothing', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          { n: 'number' },
          [start(), ask('a'), branch('b', { yes: 'n > 1' }, 'no'), end('e1', 'yes'), end('e2', 'no')],
          edges('start > a > b', 'b:yes > e1', 'b:no > e2'),
        ),
      ),
    ).begin();
    run.send({ type: 'factsChanged', at: run.at, variables: { n: 2, other: 3 } });
    expect(run.commands).toEqual([]);
    expect(run.variable('other')).toBeUndefined();
    expect(run.answer('a').state.outcome).toBe('yes');
  });
  it('never turn the clock back', () => {
    const run = new Driver(
      revision(flow('f', {}, [start(), ask('a'), end()], edges('start > a > end'))),
    ).begin();
    const { at } = run.state;
    run.at -= 1000;
    expect(run.answer('a').state.at).toBe(at);
  });
});
