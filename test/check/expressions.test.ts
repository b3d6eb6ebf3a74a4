import { describe, expect, it } from 'vitest';
import {
  at,
  contract,
  found,
  issuesOf,
  line,
  node,
  NOTE,
  task,
  fork,
  NUMBER,
  STRING,
  TEXT,
  variable,
} from './drawing.ts';

describe('expressions', () => {
  const tenure = variable('tenure', NUMBER);

  it('are content with a condition over a declared variable', () => {
    expect(found(fork('tenure > 3', [tenure]))).toEqual([]);
  });

  it('must be there', () => {
    expect(found(fork(' ', [tenure]))).toEqual(['missing expression @ b /branches/0/condition']);
  });

  it('are mended by a value that is allowed, in its quotes', () => {
    const topic = variable('topic', { type: 'string', allowed: ['outage', 'billing'] });
    expect(issuesOf(fork('topic = "outge" and true', [topic]))[0]).toMatchObject({
      fix: {
        title: 'Write “outage”',
        changes: [{ do: 'set', field: '/branches/0/condition', value: 'topic = "outage" and true' }],
      },
    });
  });

  it('must be FEEL', () => {
    expect(found(fork('tenure >', [tenure]))).toEqual(['bad expression @ b /branches/0/condition']);
  });

  it('are doubted where they decide nothing', () => {
    const [never, ...others] = issuesOf(fork('tenure > 5 and tenure < 3', [tenure]));
    expect(others).toEqual([]);
    expect(never).toMatchObject({
      code: 'never true',
      severity: 'warning',
      place: { node: 'b', field: '/branches/0/condition' },
    });
    expect(never?.message).toMatch(/this can never be true\.$/);
    expect(found(fork('tenure > 5 or tenure <= 5', [tenure]))).toEqual([
      'always true @ b /branches/0/condition',
    ]);
    expect(found(fork('true', [tenure]))).toEqual([]);
  });

  it('name a variable that does not exist, and the one that was meant', () => {
    const [issue] = issuesOf(fork('tenuer > 3', [tenure]));
    expect(issue).toMatchObject({
      code: 'unknown variable',
      severity: 'error',
      place: { node: 'b', field: '/branches/0/condition' },
      fix: { changes: [{ do: 'set', node: 'b', field: '/branches/0/condition', value: 'tenure > 3' }] },
    });
    expect(issue?.message).toBe('“b”: There is no value “tenuer”. Did you mean “tenure”?');
    const [strange] = issuesOf(fork('nobody\n  knows > 3', [tenure]));
    expect(strange?.message).toBe('“b”: There is no value “nobody knows”.');
  });

  it('must be yes or no where a condition stands', () => {
    expect(found(fork('tenure + 1', [tenure]))).toEqual(['type mismatch @ b /branches/0/condition']);
  });

  it('must not compare what cannot be compared', () => {
    expect(at('type mismatch', fork('"7" > tenure', [tenure]))).toEqual(['b']);
  });

  it('must be a duration where a wait stands, and a moment where it waits until one', () => {
    const rest = (wait: Parameters<typeof node<'intermediateCatchEvent'>>[2]['wait']) =>
      found(line([node('intermediateCatchEvent', 'w', { wait })], [tenure]));
    expect(rest({ kind: 'duration', for: 'tenure' })).toEqual(['type mismatch @ w /wait/for']);
    expect(rest({ kind: 'duration', for: 'duration("P1D")' })).toEqual([]);
    expect(rest({ kind: 'duration', for: 'if tenure > 1 then null else duration("P1D")' })).toEqual([]);
    expect(rest({ kind: 'until', at: '@"P1D"' })).toEqual(['type mismatch @ w /wait/at']);
    expect(rest({ kind: 'until', at: 'now() + duration("P1D")' })).toEqual([]);
    expect(rest({ kind: 'businessHours', for: 'duration("PT4H")', calendar: 'office' })).toEqual([
      'unknown calendar @ w /wait/calendar',
    ]);
  });

  it('must be a list where a step repeats over it; each turn sees its item', () => {
    const names = variable('names', { type: 'list', of: STRING });
    const each = (over: string, name: string) =>
      found(
        line([task('t', { repeat: { over, as: 'name', atMost: 1 }, input: { who: name } })], [names, tenure]),
        {
          ...NOTE,
          activities: {
            note: contract('note', { input: { type: 'object', properties: { who: { type: 'string' } } } }),
          },
        },
      );
    expect(each('names', 'name')).toEqual([]);
    expect(each('tenure', '"x"')).toEqual(['type mismatch @ t /repeat/over']);
    expect(each('names', 'name index')).toEqual(['type mismatch @ t /input/who']);
    expect(each('names', 'named')).toEqual(['unknown variable @ t /input/who']);
  });
});

describe('texts', () => {
  const message = variable('message', TEXT);
  const activities = {
    note: contract('note', { input: { type: 'object', properties: { text: { type: 'string' } } } }),
  };

  it('may be handed on to an activity', () => {
    expect(
      found(line([task('t', { input: { text: 'message' } })], [message]), { ...NOTE, activities }),
    ).toEqual([]);
  });

  it('must not be looked into: a fact is proposed instead', () => {
    const [issue, ...others] = issuesOf(fork('contains(message, "refund")', [message]));
    expect(others).toEqual([]);
    const fact = { name: 'message says refund', type: { type: 'boolean' } };
    expect(issue).toMatchObject({
      code: 'text in expression',
      severity: 'error',
      place: { node: 'b', field: '/branches/0/condition' },
      fix: {
        changes: [
          { do: 'add variable', variable: fact },
          {
            do: 'derive fact',
            text: 'message',
            fact,
            expression: 'contains(message, "refund")',
            before: 'b',
          },
          { do: 'set', node: 'b', field: '/branches/0/condition', value: 'message says refund' },
        ],
      },
    });
  });

  it('must not stand bare where a fact is wanted', () => {
    expect(found(fork('message', [message]))).toEqual(['text in expression @ b /branches/0/condition']);
  });
});

describe('variables', () => {
  it.each([
    [{ type: 'number' }, 'seven'],
    [{ type: 'string', allowed: ['a'] }, 'b'],
    [{ type: 'days and time duration' }, 'P1M'],
    [{ type: 'date' }, '1.3.2026'],
    [{ type: 'list', of: { type: 'number' } }, ['1']],
    [{ type: 'context', fields: { a: { type: 'number' } } }, { a: true }],
  ] as const)('of type %j do not begin as %j', (type, initial) => {
    expect(found(line([], [variable('x', type, { initial })]))).toEqual([
      'type mismatch @ x /variables/0/initial',
    ]);
  });

  it.each([
    [{ type: 'number' }, 7],
    [{ type: 'number' }, null],
    [{ type: 'days and time duration' }, 'PT2H'],
    [{ type: 'years and months duration' }, 'P1Y6M'],
    [{ type: 'date and time' }, '2026-03-01T09:00:00Z'],
    [{ type: 'list', of: { type: 'number' } }, [1, 2]],
  ] as const)('of type %j may begin as %j', (type, initial) => {
    expect(found(line([], [variable('x', type, { initial })]))).toEqual([]);
  });
});
