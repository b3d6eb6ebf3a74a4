import { describe, expect, it } from 'vitest';
import {
  arrows,
  at,
  branch,
  end,
  flowOf,
  found,
  issuesOf,
  line,
  node,
  NOTE,
  parallel,
  start,
  task,
  wait,
} from './drawing.ts';

const yes = 'true';
const person = node('userTask', 'person', {
  form: [],
  assignment: {},
  boundary: [
    {
      id: 'late',
      name: 'late',
      kind: 'timer',
      wait: { kind: 'duration', for: 'duration("P1D")' },
      interrupting: false,
    },
  ],
});

describe('a drawing without a fault', () => {
  it('has no issue', () => {
    expect(found(line([task('a'), task('b')]))).toEqual([]);
  });
});

describe('start and end', () => {
  it('wants exactly one start', () => {
    expect(found(flowOf([end], []))).toContain('no start @');
    const two = flowOf([start, node('startEvent', 'again', {}), end], arrows('start > end', 'again > end'));
    expect(at('several starts', two)).toEqual(['again']);
  });

  it('finds steps that no way leads to, and leaves notes alone', () => {
    const note = node('textAnnotation', 'note', { text: 'nothing arrives here' });
    const flow = flowOf(
      [start, end, note, task('lost'), task('behind')],
      arrows('start > end', 'lost > behind > end'),
    );
    expect(found(flow)).toEqual(['unreachable @ lost', 'unreachable @ behind']);
  });

  it('finds a flow that comes to no end', () => {
    expect(found(flowOf([start, wait('w')], arrows('start > w > w')))).toContain('no way to an end @');
  });

  it('finds a ring that nothing leaves, once, though other ways end', () => {
    const flow = flowOf(
      [start, branch('b', yes), wait('w'), task('t'), end],
      arrows('start > b', 'b.b1 > w > t > w', 'b.else > end'),
    );
    expect(found(flow)).toEqual(['no way to an end @ w']);
  });
});

describe('arrows and ports', () => {
  it('finds ports that no arrow leaves', () => {
    const flow = flowOf(
      [start, branch('b', yes), task('a'), person, end],
      arrows('start > b', 'b.b1 > a', 'b.else > person > end'),
    );
    expect(found(flow)).toEqual(['dangling port @ a', 'dangling port @ person /boundary/0']);
  });

  it('finds arrows from and to nowhere', () => {
    const nowhere = [
      { id: 'x', from: { node: 'a', port: 'sideways' }, to: 'end' },
      { id: 'y', from: { node: 'gone', port: 'out' }, to: 'end' },
      { id: 'z', from: { node: 'a', port: 'out' }, to: 'gone' },
      { id: 's', from: { node: 'b', port: 'out' }, to: 'start' },
    ];
    const flow = flowOf(
      [start, branch('c', yes), task('a'), task('b'), end],
      [...arrows('start > c', 'c.b1 > a', 'c.else > b'), ...nowhere],
    );
    expect(found(flow)).toEqual([
      'edge from nowhere @ x',
      'edge from nowhere @ y',
      'edge to nowhere @ z',
      'edge to nowhere @ s',
    ]);
  });

  it('lets only a split go several ways', () => {
    const flow = flowOf([start, task('a'), task('b'), end], arrows('start > a > end', 'start > b > end'));
    expect(at('several ways from one port', flow)).toEqual(['start']);
  });

  it('misses a default, and warns only, for the conditions may be complete', () => {
    const open = node('exclusiveGateway', 'b', { branches: [{ port: 'b1', name: '', condition: 'true' }] });
    const issues = issuesOf(flowOf([start, open, end], arrows('start > b', 'b.b1 > end')));
    expect(issues).toMatchObject([{ code: 'missing default', severity: 'warning', place: { node: 'b' } }]);
  });

  it('wants something to wait for', () => {
    const flow = flowOf(
      [start, node('eventBasedGateway', 'w', { arms: [] }), end],
      arrows('start > w', 'start > end'),
    );
    expect(at('nothing to wait for', flow)).toEqual(['w']);
  });
});

describe('splits and joins', () => {
  it('are content with a split that is joined, nested or not', () => {
    const flow = flowOf(
      [
        start,
        parallel('s'),
        task('a'),
        parallel('s2'),
        task('c'),
        task('d'),
        parallel('j2'),
        parallel('j'),
        end,
      ],
      arrows('start > s > a > j > end', 's > s2 > c > j2 > j', 's2 > d > j2'),
    );
    expect(found(flow)).toEqual([]);
  });

  it('are content with branches that each run to an end, the same one too', () => {
    const other = node('endEvent', 'other', {});
    expect(
      found(
        flowOf(
          [start, parallel('s'), task('a'), task('b'), end, other],
          arrows('start > s > a > end', 's > b > other'),
        ),
      ),
    ).toEqual([]);
    expect(
      found(
        flowOf(
          [start, parallel('s'), task('a'), task('b'), end],
          arrows('start > s > a > end', 's > b > end'),
        ),
      ),
    ).toEqual([]);
  });

  it('are content when the joined way goes round to the split again', () => {
    const flow = flowOf(
      [start, wait('w'), parallel('s'), task('a'), task('b'), parallel('j'), branch('again', yes), end],
      arrows('start > w > s > a > j > again', 's > b > j', 'again.b1 > w', 'again.else > end'),
    );
    expect(found(flow)).toEqual(['way back without a bound @ w']);
  });

  it('are content with a branch that may leave its way to the join for an end', () => {
    const flow = flowOf(
      [start, parallel('s'), branch('b', yes), task('a'), parallel('j'), task('t'), end],
      arrows('start > s > b', 's > a > j > t > end', 'b.b1 > j', 'b.else > end'),
    );
    expect(found(flow)).toEqual([]);
  });

  it('are content with a branch that goes back to before the split, beside one that ends', () => {
    const flow = flowOf(
      [start, wait('w'), parallel('s'), task('tell'), branch('again', yes), end],
      arrows('start > w > s > tell > end', 's > again', 'again.b1 > w', 'again.else > end'),
    );
    expect(found(flow)).toEqual(['way back without a bound @ w']);
  });

  it('find branches that meet behind a join that only one of them passes', () => {
    const flow = flowOf(
      [start, parallel('s'), parallel('inner'), parallel('j'), task('b'), task('meet'), end],
      arrows('start > s > inner > j > meet > end', 'inner > j', 's > b > meet'),
    );
    expect(at('split without join', flow)).toEqual(['s']);
  });

  it('find branches that meet without a join, at the place where they meet', () => {
    const flow = flowOf(
      [start, parallel('s'), task('a'), task('b'), task('meet'), task('after'), end],
      arrows('start > s > a > meet > after > end', 's > b > meet'),
    );
    const issues = issuesOf(flow);
    expect(issues).toMatchObject([{ code: 'split without join', severity: 'error', place: { node: 's' } }]);
    expect(issues[0]?.message).toContain('“meet”');
    expect(issues[0]?.message).not.toContain('“after”');
  });

  it('find two of three branches that meet without a join', () => {
    const flow = flowOf(
      [start, parallel('s'), task('a'), task('b'), task('c'), task('meet'), parallel('j'), end],
      arrows('start > s > a > j > end', 's > b > meet > j', 's > c > meet'),
    );
    expect(at('split without join', flow)).toEqual(['s']);
  });

  it('find a join of ways that only a branch has parted', () => {
    const flow = flowOf(
      [start, branch('b', yes), task('a'), parallel('j'), end],
      arrows('start > b', 'b.b1 > a > j > end', 'b.else > j'),
    );
    expect(found(flow)).toEqual(['join without split @ j']);
  });

  it('find a join that only one branch of a split leads to', () => {
    const flow = flowOf(
      [start, parallel('s'), branch('b', yes), task('a'), task('c'), parallel('j'), end],
      arrows('start > s > b', 'b.b1 > j', 'b.else > a > j > end', 's > c > end'),
    );
    expect(found(flow)).toEqual(['join without split @ j']);
  });

  it('warn of a timer whose way runs into the main one', () => {
    const flow = flowOf(
      [start, person, task('next'), end],
      arrows('start > person > next > end', 'person.late > next'),
    );
    expect(issuesOf(flow)).toMatchObject([
      { code: 'split without join', severity: 'warning', place: { node: 'person' } },
    ]);
  });
});

describe('cycles', () => {
  const round = (inner: Parameters<typeof flowOf>[0][number]) =>
    flowOf(
      [start, inner, branch('again', yes), end],
      arrows(`start > ${inner.id} > again`, `again.b1 > ${inner.id}`, 'again.else > end'),
    );

  it('may pass through a wait', () => {
    expect(found(round(wait('w')))).toEqual(['way back without a bound @ w']);
  });

  it('may pass through a person', () => {
    const flow = round(person);
    const ended = {
      ...flow,
      edges: [...flow.edges, { id: 'late', from: { node: 'person', port: 'late' }, to: 'end' }],
    };
    expect(found(ended)).toEqual([]);
  });

  it('must not spin, not even through an activity', () => {
    expect(at('cycle without a wait', round(task('t')))).toEqual(['t']);
  });

  it('must not lead from a step to itself', () => {
    const flow = flowOf([start, branch('b', yes), end], arrows('start > b', 'b.b1 > b', 'b.else > end'));
    expect(at('cycle without a wait', flow)).toEqual(['b']);
  });

  it('may leave by a timer at a step', () => {
    const slow = task('slow', {
      boundary: [
        {
          id: 't',
          name: '',
          kind: 'timer',
          wait: { kind: 'duration', for: 'duration("PT1H")' },
          interrupting: true,
        },
      ],
    });
    const flow = flowOf(
      [start, task('first'), slow, end],
      arrows('start > first > slow > end', 'slow.t > first'),
    );
    expect(found(flow)).toEqual(['way back without a bound @ first']);
  });

  it('may pass through a called flow exactly if every way through that one waits', () => {
    const call = node('callActivity', 'call', { flow: 'inner', input: {}, output: {} });
    const waiting = line([wait('w')], [], 'inner');
    const shortcut = flowOf(
      [start, branch('b', yes), wait('w'), end],
      arrows('start > b', 'b.b1 > w > end', 'b.else > end'),
      [],
      'inner',
    );
    expect(at('cycle without a wait', round(call), { ...NOTE, flows: { inner: waiting } })).toEqual([]);
    expect(at('cycle without a wait', round(call), { ...NOTE, flows: { inner: shortcut } })).toEqual([
      'call',
    ]);
  });
});

describe('names and ids', () => {
  it('finds ids that stand twice', () => {
    const flow = line([task('a'), branch('b', yes, yes)]);
    const [first] = flow.edges;
    const twice = {
      ...flow,
      nodes: [...flow.nodes, task('a')],
      edges: first === undefined ? [] : [...flow.edges, first],
      variables: [
        { name: 'x', type: { type: 'number' as const } },
        { name: 'x', type: { type: 'string' as const } },
      ],
    };
    const codes = issuesOf(twice)
      .filter(({ code }) => code === 'duplicate id')
      .map(({ place }) => place);
    expect(codes).toEqual([
      { flow: 'flow', node: 'a' },
      { flow: 'flow', edge: 'e1' },
      { flow: 'flow', variable: 'x' },
    ]);
  });

  it('finds two ways out of a step under one id', () => {
    const twoOuts = task('a', { boundary: [{ id: 'out', name: '', kind: 'error' }] });
    expect(at('duplicate id', line([twoOuts]))).toEqual(['a']);
  });

  it('finds names that differ only by case or spaces', () => {
    const flow = line(
      [task('a', { name: 'Call back' }), task('b', { name: 'call  back' }), task('c', { name: 'Call back' })],
      [
        { name: 'broken step', type: { type: 'string' } },
        { name: 'Broken Step', type: { type: 'string' } },
      ],
    );
    expect(found(flow)).toEqual([
      'names differ only by case @ Broken Step',
      'names differ only by case @ b /name',
    ]);
  });

  it('finds a band that is not there and a variable without a name', () => {
    const flow = line([task('a', { lane: 'hear' })], [{ name: ' ', type: { type: 'number' } }]);
    expect(found(flow)).toEqual(['empty name @ /variables/0/name', 'unknown lane @ a /lane']);
  });

  it('finds a step that stands in none of the bands', () => {
    const flow = line([task('a', { lane: 'hear' }), task('b')]);
    const lanes = [{ id: 'hear', name: 'Hear' }];
    const inBand = flow.nodes.map((one) => (one.id === 'b' ? one : { ...one, lane: 'hear' }));
    expect(found({ ...flow, lanes, nodes: inBand })).toEqual(['outside the bands @ b /lane']);
    expect(found({ ...flow, nodes: flow.nodes.map(({ lane: _lane, ...rest }) => rest) })).toEqual([]);
  });
});

describe('called flows', () => {
  const call = (id: string, flow: string) => node('callActivity', id, { flow, input: {}, output: {} });

  it('must not come back to the flow that calls, however far around', () => {
    const flows = { b: line([call('c', 'c')], [], 'b'), c: line([call('a', 'a')], [], 'c') };
    expect(found(line([call('b', 'b')], [], 'a'), { ...NOTE, flows })).toEqual(['recursion @ b /flow']);
    expect(at('recursion', line([call('self', 'a')], [], 'a'))).toEqual(['self']);
  });

  it('may be called twice', () => {
    const flows = { b: line([task('t')], [], 'b') };
    expect(found(line([call('x', 'b'), call('y', 'b')]), { ...NOTE, flows })).toEqual([]);
  });
});
