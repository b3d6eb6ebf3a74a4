import { describe, expect, it } from 'vitest';
import type { CaseDetail } from '../../definitions/model/views/case-detail.ts';
import type { Act } from '../../definitions/model/act.ts';
import type { AuditRow } from '../../definitions/model/views/audit.ts';
import { happenings } from '../../editor/cases/timeline.ts';
import { caseDetail, cases } from './fixture/answers.ts';
import { minutesAgo } from './fixture/clock.ts';
import { id, named } from './fixture/people.ts';
import { revision, trailOf } from './fixture/story.ts';

const NOW = Date.now();
const [row] = cases;
if (row === undefined) throw new Error('The fixture has no case');
const base = caseDetail(row);
const told = (part: Partial<CaseDetail>): readonly string[] => {
  const nothing = { conversation: [], links: [], trail: [], followers: [] };
  return happenings({ ...base, ...nothing, ...part }, revision, NOW, KOFI).map(({ text }) => text);
};
const act = (what: Act, why: string | null): AuditRow => ({
  id: what,
  at: minutesAgo(1),
  who: named('Ana Ruiz'),
  act: what,
  case: null,
  subject: { id: what, name: '' },
  detail: {},
  why,
});
const START = Date.parse('2026-03-12T09:00:00Z');
const KOFI = new Map([[id('Kofi Mensah'), 'Kofi Mensah']]);

describe('what happened to a case', () => {
  it('begins with the mention that was heard and tells later ones as further words', () => {
    const [first, , second] = base.conversation;
    if (first === undefined || second === undefined) throw new Error('The fixture says nothing');
    expect(told({ conversation: [first, second] })).toEqual(['Wrote again on twitter', 'Heard on twitter']);
  });

  it('begins each line with a capital letter', () => {
    const [, reply] = base.conversation;
    if (reply?.what !== 'reply') throw new Error('The fixture answers nothing');
    expect(told({ conversation: [reply] })).toEqual(['Answer: sent']);
  });

  it('says what was decided, who was asked, who answered and how it ended, the latest first', () => {
    const trail = trailOf(
      revision.flow.id,
      [
        { node: 'what-broke', detail: { value: 'technician pickup', rows: [] } },
        { node: 'answer', detail: { 'answered by': id('Kofi Mensah') } },
        { node: 'put-right' },
      ],
      START,
      KOFI,
    );
    expect(told({ trail })).toEqual([
      'Ended: put right',
      'Kofi Mensah answered: Answer',
      'A person is asked: Answer',
      'What broke? technician pickup',
    ]);
  });

  it('says where it is stuck, and tells an answer given outside apart', () => {
    expect(
      told({ trail: trailOf(revision.flow.id, [{ node: 'give-owner', stays: 'stuck' }], START, KOFI) }),
    ).toEqual(['Stuck at Give it an owner']);
    const outside = trailOf(
      revision.flow.id,
      [{ node: 'answer', detail: { 'answered elsewhere': true } }],
      START,
      KOFI,
    );
    expect(told({ trail: outside })[0]).toBe('Answered outside Earshot: Answer');
  });

  it('names the time limit that ran out', () => {
    const [entry] = trailOf(revision.flow.id, [{ node: 'answer', stays: 'here' }], START, KOFI);
    if (entry === undefined) throw new Error('No trail');
    expect(told({ trail: [{ ...entry, what: 'left', port: 'nobody-acts' }] })).toEqual([
      'Nobody acts (Answer)',
    ]);
  });

  it('says who cancelled it or let it go on elsewhere, and why', () => {
    const record: AuditRow[] = [
      act('cancelled a case', 'It was a trial.'),
      act('handed a task over', null),
      act('answered a task', null),
    ];
    const link = {
      id: 'x',
      name: 'Where are you?',
      by: named('Kofi Mensah'),
      at: minutesAgo(5),
      why: 'One visit.',
    };
    const bare = { ...base, conversation: [], links: [], trail: [], primary: link, followers: [] };
    expect(happenings(bare, revision, NOW, KOFI, record).map(({ text }) => text)).toEqual([
      'Ana Ruiz handed it over',
      'Ana Ruiz cancelled the case. Why: It was a trial.',
      'Kofi Mensah: it goes on in “Where are you?”. Why: One visit.',
    ]);
    const other = { ...bare, primary: null, followers: [{ ...link, by: null, at: null, why: null }] };
    expect(happenings(other, revision, NOW, KOFI)).toEqual([]);
  });

  it('says who said which customer it is, who took it back and why, and what Earshot found by itself', () => {
    const event = {
      profileId: 'p',
      customerId: 'c',
      how: 'verified email' as const,
      evidence: {},
      why: null,
      changed: [],
    };
    const kofi = id('Kofi Mensah');
    expect(
      told({
        links: [
          { ...event, id: '1', what: 'proposed', by: 'earshot', at: minutesAgo(9) },
          { ...event, id: '2', what: 'left open', by: 'gone', at: minutesAgo(8) },
          { ...event, id: '3', what: 'not the same', by: kofi, at: minutesAgo(7) },
          { ...event, id: '4', what: 'linked', by: kofi, at: minutesAgo(6) },
          { ...event, id: '5', what: 'unlinked', by: kofi, at: minutesAgo(5), why: 'Their neighbour.' },
          { ...event, id: '6', what: 'linked', by: 'earshot', at: minutesAgo(4) },
        ],
      }),
    ).toEqual([
      'Customer found: verified email',
      'Kofi Mensah took back which customer this is. Why: Their neighbour.',
      'Kofi Mensah said which customer this is',
      'Kofi Mensah said which customer this is not',
      'Somebody could not tell which customer this is',
      'Somebody is asked which customer this is',
    ]);
  });

  it('never says an id', () => {
    const all = happenings(base, revision, NOW, new Map())
      .map(({ text }) => text)
      .join(' ');
    expect(all).not.toMatch(/[A-Za-z0-9_-]{21}/);
  });
});
