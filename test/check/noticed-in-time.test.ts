import { describe, expect, it } from 'vitest';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { Wait } from '../../definitions/flow/wait.ts';
import { arrows, EMPTY, end, flowOf, found, issuesOf, node, start, variable } from './drawing.ts';
import { putRight } from './put-right.ts';

const CALENDAR = { id: 'office', name: 'Office', zone: 'UTC', open: [] };
const environment = { ...EMPTY, calendars: { office: CALENDAR } };
const after = (length: string): Wait => ({ kind: 'duration', for: length });
const HOURS_4 = 'duration("PT4H")';
const DAY = 'duration("P1D")';
const AT = 'noticed after it is due @ ask /boundary/0/wait';

/** A person is asked, and each of the waits is over beside them. */
function asked(due: string, ...waits: readonly Wait[]): Flow {
  const boundary = waits.map((wait, at) => ({
    id: `t${at}`,
    name: 'late',
    kind: 'timer' as const,
    wait,
    interrupting: false,
  }));
  const ask = node('userTask', 'ask', { form: [], assignment: {}, due, boundary });
  return flowOf([start, ask, end], arrows('start > ask > end', ...waits.map((_, at) => `ask.t${at} > end`)), [
    variable('history', { type: 'boolean' }),
    variable('due at', { type: 'date and time' }),
    variable('length', { type: 'days and time duration' }),
    variable('kind', { type: 'string' }),
  ]);
}
const told = (due: string, ...waits: readonly Wait[]) => found(asked(due, ...waits), environment);

describe('a task that is due', () => {
  it('is noticed too late where the wait at it is longer', () => {
    const [issue] = issuesOf(asked(HOURS_4, after(DAY)));
    expect(issue).toMatchObject({
      code: 'noticed after it is due',
      severity: 'warning',
      place: { node: 'ask' },
    });
    expect(issue?.message).toContain('“ask” (“late”) begins only after it is due');
    expect(told(HOURS_4, after(HOURS_4))).toEqual([]);
    expect(told(DAY, after(HOURS_4))).toEqual([]);
  });

  it('is noticed in time if one of several waits is', () => {
    expect(told(HOURS_4, after(DAY), after('duration("PT1H")'))).toEqual([]);
    expect(told(HOURS_4, after('duration("P2D")'), after(DAY))).toEqual([
      'noticed after it is due @ ask /boundary/1/wait',
    ]);
  });

  it('is compared by what both are made of', () => {
    const late: Wait = { kind: 'until', at: 'due at + duration("PT1H")' };
    expect(told('due at', late)).toEqual([AT]);
    expect(told('due at', { kind: 'until', at: 'due at' })).toEqual([]);
    expect(told('now() + duration("PT4H")', after(DAY))).toEqual([AT]);
    const never = `if history then null else ${HOURS_4}`;
    expect(told(never, after(`if history then null else ${DAY}`))).toEqual([AT]);
    expect(told(never, after(never))).toEqual([]);
    expect(told(HOURS_4, { kind: 'businessHours', for: DAY, calendar: 'office' })).toEqual([AT]);
    expect(told(HOURS_4, { kind: 'businessHours', for: HOURS_4, calendar: 'office' })).toEqual([]);
  });

  it('is not doubted where one of them cannot be told', () => {
    expect(told('due at', after(DAY))).toEqual([]);
    expect(told(HOURS_4, { kind: 'until', at: 'due at' })).toEqual([]);
    expect(told('length', after(DAY))).toEqual([]);
    expect(told(HOURS_4, after(DAY), after('length'))).toEqual([]);
    expect(told(`if history then ${DAY} else ${HOURS_4}`, after('duration("PT5H")'))).toEqual([]);
  });

  it('is noticed when it is due, by its fix', () => {
    for (const [due, wait, kind] of [
      [HOURS_4, after(DAY), 'duration'],
      ['due at', { kind: 'until', at: 'due at + @"P1D"' }, 'until'],
    ] as const) {
      const flow = asked(due, wait);
      const [issue] = issuesOf(flow);
      const mended = putRight(flow, issue);
      expect(found(mended)).toEqual([]);
      expect(mended.nodes[1]).toMatchObject({ boundary: [{ wait: { kind } }] });
    }
  });
});
