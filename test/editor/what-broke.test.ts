import { describe, expect, it } from 'vitest';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import { remedyText } from '../../editor/cases/effects-card.tsx';
import { whatBroke } from '../../editor/cases/what-broke.ts';
import { caseDetail, cases } from './fixture/answers.ts';
import { named } from './fixture/people.ts';
import { revision } from './fixture/story.ts';

const over = cases[4];
if (over === undefined) throw new Error('The fixture has no case that is over');
const base = caseDetail(over);
const told = (part: Partial<CaseDetail>) => whatBroke({ ...base, ...part }, revision);

describe('what broke', () => {
  it('is confirmed by who answered the form that asked for it, and proposed by the table', () => {
    const found = told({});
    expect(found?.step).toBe('technician pickup');
    expect(found?.confirmed).toEqual({ by: named('Kofi Mensah'), at: base.tasks[0]?.closedAt });
    expect(found?.proposed).toMatchObject({ node: 'what-broke', what: 'left' });
  });

  it('is confirmed by nobody while the form is open, or when the answer was another', () => {
    const [task] = base.tasks;
    if (task === undefined) throw new Error('The fixture has no task');
    const open = { ...task, status: 'open' as const, closedAt: null, answeredBy: null, answers: null };
    expect(told({ tasks: [open] })?.confirmed).toBeNull();
    const other = { ...task, answers: { ...task.answers, step: 'order' } };
    expect(told({ tasks: [other] })?.confirmed).toBeNull();
    expect(told({ tasks: [other], brokenStep: 'order' })?.confirmed?.by).toEqual(named('Kofi Mensah'));
  });

  it('is confirmed no more once the table has proposed anew', () => {
    const again = base.trail.map((entry) =>
      entry.node === 'what-broke' ? { ...entry, at: new Date().toISOString() } : entry,
    );
    expect(told({ trail: again })?.confirmed).toBeNull();
  });

  it('goes by the latest answer', () => {
    const [task] = base.tasks;
    if (task === undefined) throw new Error('The fixture has no task');
    const later = { ...task, id: 'later', closedAt: '2099-01-01T00:00:00Z', answeredBy: named('Ana Ruiz') };
    expect(told({ tasks: [later, task] })?.confirmed?.by).toEqual(named('Ana Ruiz'));
  });

  it('is nothing while nobody has said', () => {
    expect(told({ brokenStep: null })).toBeNull();
    expect(whatBroke(base, null)?.proposed).toBeNull();
  });
});

it('a remedy is said in words', () => {
  expect(remedyText({ kind: 'credit', amount: 20, months: null })).toBe('credit of 20');
  expect(remedyText({ kind: 'premium channel', amount: null, months: 3 })).toBe(
    'premium channel for 3 months',
  );
  expect(remedyText({ kind: 'apology', amount: null, months: null })).toBe('an apology');
});
