import { describe, expect, it } from 'vitest';
import { callErrors, callOf, isOld, refusedField, type CallDraft } from '../../editor/calls/call-draft.ts';
import { words } from '../../editor/shell/words.ts';

const NOW = new Date(2026, 2, 12, 14, 0).getTime();
const draft = (more: Partial<CallDraft> = {}): CallDraft => ({
  name: ' Dana ',
  phone: '',
  email: '',
  accountNumber: '',
  said: ' Nobody came. ',
  channel: 'phone',
  at: '2026-03-12T13:30',
  brand: '',
  region: 'North',
  ...more,
});

describe('a call that is written down', () => {
  it('is sent without what was left empty, and its time as an instant of the zone it was typed in', () => {
    expect(callOf('key', draft())).toEqual({
      key: 'key',
      channel: 'phone',
      who: { name: 'Dana' },
      said: 'Nobody came.',
      at: new Date(2026, 2, 12, 13, 30).toISOString(),
      region: 'North',
    });
  });

  it('says what is missing before it is sent: who, what and when', () => {
    const { missing } = words.calls;
    expect(callErrors(draft(), NOW)).toEqual({});
    expect(callErrors(draft({ name: ' ', said: '', at: '' }), NOW)).toEqual({
      who: missing.who,
      said: missing.said,
      at: missing.at,
    });
    expect(callErrors(draft({ at: '2026-03-12T15:00' }), NOW)).toEqual({ at: missing.future });
  });

  it('warns when it was so long ago that nobody will be answered', () => {
    expect([isOld(draft(), NOW), isOld(draft({ at: '2026-03-11T13:00' }), NOW)]).toEqual([false, true]);
  });

  it('shows a refusal at the field of the form that it is about', () => {
    expect(refusedField('who.phone')).toEqual({ who: words.calls.reasons.who });
    expect(refusedField('at')).toEqual({ at: words.calls.reasons.at });
    expect(refusedField('key')).toEqual({});
  });
});
