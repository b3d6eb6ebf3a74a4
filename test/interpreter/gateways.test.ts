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
import { Driver, HOUR, NOON } from './driver.ts';

describe('a branch', () => {
  const drawn = (defaultPort?: string) =>
    revision(
      flow(
        'f',
        { n: 'number' },
        [
          start(),
          branch('b', { low: 'n < 10', middle: 'n < 20' }, defaultPort),
          end('e1', 'low'),
          end('e2', 'middle'),
          end('e3', 'high'),
        ],
        edges('start > b', 'b:low > e1', 'b:middle > e2', 'b:high > e3'),
      ),
    );

  it('leaves by the first condition that is true, in drawn order', () => {
    expect(new Driver(drawn('high')).begin({ n: 5 }).state.outcome).toBe('low');
    expect(new Driver(drawn('high')).begin({ n: 15 }).state.outcome).toBe('middle');
  });
  it('leaves by the default when none is true, and null is not true', () => {
    expect(new Driver(drawn('high')).begin({ n: 50 }).state.outcome).toBe('high');
    expect(new Driver(drawn('high')).begin().state.outcome).toBe('high');
  });
  it('is stuck when none is true and there is no default, until a person names the port', () => {
    const run = new Driver(drawn()).begin({ n: 50 });
    expect(run.given('raiseIncident')[0]?.incident.kind).toBe('no branch true');
    expect(run.resolve({ way: 'skip', value: null }).commands).toEqual([]);
    expect(run.resolve({ way: 'skip', value: null, port: 'middle' }).state.outcome).toBe('middle');
  });
  it('goes on when a person corrects what it looks at', () => {
    const run = new Driver(drawn()).begin({ n: 50 });
    expect(run.resolve({ way: 'correct', variables: { n: 1, 'not declared': 2 } }).state.outcome).toBe('low');
    expect(run.variable('not declared')).toBeUndefined();
  });
});

describe('a split and its join', () => {
  const twoBranches = () =>
    new Driver(
      revision(
        flow(
          'f',
          {},
          [start(), parallel('split'), activity('a'), ask('b'), parallel('join'), ask('after'), end()],
          edges('start > split > a > join > after > end', 'split > b > join'),
        ),
      ),
    ).begin();

  it('waits for both branches, then goes on as one', () => {
    const run = twoBranches();
    expect(run.stands).toEqual(['a', 'b']);
    expect(run.complete('a').stands).toEqual(['b', 'join']);
    expect(run.answer('b').stands).toEqual(['after']);
    expect(run.answer('after').state.status).toBe('ended');
  });
  it('forgets the split when it is joined', () => {
    expect(twoBranches().complete('a').answer('b').state.splits).toEqual({});
  });
  it('is let go by a branch that ends elsewhere', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          { go: 'boolean' },
          [
            start(),
            parallel('split'),
            activity('a'),
            ask('b', { result: 'x' }),
            branch('maybe', { yes: 'go' }, 'no'),
            end('gone'),
            parallel('join'),
            end(),
          ],
          edges('start > split > a > join > end', 'split > b > maybe', 'maybe:yes > join', 'maybe:no > gone'),
        ),
      ),
    ).begin({ go: false });
    expect(run.complete('a').stands).toEqual(['b', 'join']);
    expect(run.answer('b').state.status).toBe('ended');
    expect(run.path.filter((id) => id === 'end')).toEqual(['end']);
  });
  it('joins some of the branches early and the rest later, when it is drawn so', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [
            start(),
            parallel('split'),
            ask('a'),
            ask('b'),
            ask('c'),
            parallel('j1'),
            ask('d'),
            parallel('j2'),
            end(),
          ],
          edges('start > split > a > j1 > d > j2 > end', 'split > b > j1', 'split > c > j2'),
        ),
      ),
    ).begin();
    expect(run.answer('a').answer('b').stands).toEqual(['c', 'd']);
    expect(run.answer('d').stands).toEqual(['c', 'j2']);
    expect(run.answer('c').state.status).toBe('ended');
    expect(run.path.filter((id) => id === 'end')).toEqual(['end']);
  });
  it('joins an inner split for itself, and both at one join when they meet there', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [
            start(),
            parallel('outer'),
            parallel('inner'),
            ask('a'),
            ask('b'),
            ask('c'),
            parallel('join'),
            end(),
          ],
          edges('start > outer > inner > a > join > end', 'inner > b > join', 'outer > c > join'),
        ),
      ),
    ).begin();
    expect(run.answer('a').answer('b').stands).toEqual(['c', 'join']);
    expect(run.answer('c').path.filter((id) => id === 'end')).toEqual(['end']);
  });
  it('waits for the outer branches when the inner ones ended', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [
            start(),
            parallel('outer'),
            parallel('inner'),
            ask('a'),
            ask('b'),
            ask('c'),
            parallel('join'),
            end(),
            end('gone'),
          ],
          edges('start > outer > inner > a > join > end', 'inner > b > gone', 'outer > c > join'),
        ),
      ),
    ).begin();
    expect(run.answer('a').stands).toEqual(['b', 'c', 'join']);
    expect(run.answer('c').stands, 'b ends elsewhere, and holds nobody up').toEqual(['b']);
    expect(run.answer('b').state.status).toBe('ended');
    expect(run.path.filter((id) => id === 'end')).toEqual(['end']);
  });
  it('lies no deeper in itself each time a loop comes back to it', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [start(), wait('w', 'PT1H'), parallel('split'), ask('aside'), end()],
          edges('start > w > split > w', 'split > aside > end'),
        ),
      ),
    ).begin();
    for (let turn = 0; turn < 5; turn += 1) run.pass();
    expect(Object.values(run.state.splits).map(({ parent }) => parent)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
  it('that splits round and round is stuck, and not hung', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [start(), ask('w'), parallel('s'), parallel('t')],
          edges('start > w > s > t', 's > t', 't > w', 't > w'),
        ),
      ),
    ).begin();
    for (let turn = 0; turn < 300 && run.stands.includes('w'); turn += 1) run.answer('w');
    expect(Object.keys(run.state.tokens).length).toBeLessThanOrEqual(256);
    expect(Object.values(run.state.incidents)[0]?.failure.code).toBe('too many tokens');
  });
  it('keeps two occasions of the same split apart', () => {
    const late = {
      id: 'late',
      name: 'late',
      kind: 'timer',
      interrupting: false,
      wait: { kind: 'duration', for: 'duration("PT1H")' },
    } as const;
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [
            start(),
            ask('host', { boundary: [late] }),
            branch('meet', {}, 'on'),
            parallel('split'),
            ask('a'),
            ask('b'),
            parallel('join'),
            end(),
          ],
          edges(
            'start > host > meet',
            'host:late > meet',
            'meet:on > split > a > join > end',
            'split > b > join',
          ),
        ),
      ),
    ).begin();
    run.pass().answer('host');
    expect(run.stands).toEqual(['a', 'a', 'b', 'b']);
    run.answer('a').answer('b');
    expect(run.path.filter((id) => id === 'end')).toEqual(['end']);
    expect(run.answer('a').answer('b').state.status).toBe('ended');
    expect(run.path.filter((id) => id === 'end')).toEqual(['end', 'end']);
  });
  it('never waits for ever when two joins wait for one another', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          {},
          [
            start(),
            parallel('split'),
            parallel('j1'),
            parallel('j2'),
            branch('x', { back: 'false' }, 'on'),
            branch('y', { back: 'false' }, 'on'),
            end(),
          ],
          edges(
            'start > split > j1 > x',
            'split > j2 > y',
            'x:on > end',
            'y:on > end',
            'x:back > j2',
            'y:back > j1',
          ),
        ),
      ),
    ).begin();
    expect(run.state.status).toBe('ended');
  });
});

describe('a wait', () => {
  it('lasts from the latest instant seen, and a late timer changes nothing', () => {
    const run = new Driver(
      revision(flow('f', {}, [start(), wait('w', 'PT2H'), end()], edges('start > w > end'))),
    ).begin();
    expect(run.given('startTimer')).toMatchObject([{ at: NOON + 2 * HOUR, place: { node: 'w', visit: 1 } }]);
    const id = run.waitAt('w', 'timer');
    expect(run.pass().state.status).toBe('ended');
    const { state } = run;
    expect(run.send({ type: 'timerFired', at: NOON * 2, id }).state).toBe(state);
  });
  it('counts open hours only, over a closed night', () => {
    const open = [9, 33].map((hour) => ({ from: iso(hour), to: iso(hour + 8) }));
    const hours = node('intermediateCatchEvent', 'w', {
      wait: { kind: 'businessHours', for: 'duration("PT6H")', calendar: 'office' },
    });
    const drawn = flow('f', {}, [start(), hours, end()], edges('start > w > end'));
    const run = new Driver(
      revision(drawn, { calendars: { office: { id: 'office', name: 'Office', open } } }),
    ).begin();
    expect(run.given('startTimer')[0]?.at).toBe(Date.parse(iso(34)));
  });
  it('is stuck rather than silent when its moment is null or no duration at all', () => {
    for (const forLong of ['null', '7']) {
      const silent = node('intermediateCatchEvent', 'w', { wait: { kind: 'duration', for: forLong } });
      const run = new Driver(
        revision(flow('f', {}, [start(), silent, end()], edges('start > w > end'))),
      ).begin();
      expect(run.given('raiseIncident')[0]?.incident.kind).toBe('expression failed');
      expect(run.resolve({ way: 'skip', value: null }).state.status).toBe('ended');
    }
  });
});

describe('a loop', () => {
  it('counts each visit', () => {
    const run = new Driver(
      revision(
        flow(
          'f',
          { n: { initial: 0 } },
          [
            start(),
            wait('w', 'PT1H'),
            decide('d', 'n + 1', 'n'),
            branch('again', { yes: 'n < 3' }, 'no'),
            end(),
          ],
          edges('start > w > d > again', 'again:yes > w', 'again:no > end'),
        ),
      ),
    ).begin();
    run.pass();
    expect(run.given('startTimer')[0]?.place.visit).toBe(2);
    expect(run.pass().pass().state.status).toBe('ended');
    expect(run.variable('n')).toBe(3);
  });
  it('that passes no wait is stuck after its step budget, and not hung', () => {
    const run = new Driver(
      revision(
        flow('f', { n: { initial: 0 } }, [start(), decide('d', 'n + 1', 'n')], edges('start > d > d')),
      ),
    ).begin();
    expect(run.given('raiseIncident')).toMatchObject([
      { incident: { kind: 'step budget' }, place: { node: 'd' } },
    ]);
    expect(run.cancel().state.status).toBe('cancelled');
  });
});

function iso(hour: number): string {
  return new Date(Date.UTC(2026, 2, 2, hour)).toISOString();
}
