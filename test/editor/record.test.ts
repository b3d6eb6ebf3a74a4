import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTS } from '../../definitions/model/act.ts';
import { aboutText } from '../../editor/record/about.ts';
import { recordAddress, recordFilterIn, wrongRecordParts } from '../../editor/record/record-filter.ts';
import { cases } from './fixture/answers.ts';
import { people, teams } from './fixture/people.ts';
import { recordOf } from './fixture/record.ts';

const NOW = Date.parse('2026-03-12T09:00:00Z');
const NAMES = new Map([...people, ...teams].map(({ id, name }) => [id, name]));
const rows = recordOf(cases);
const filters = fc.record(
  {
    who: fc.string({ minLength: 1, maxLength: 30 }),
    act: fc.constantFrom(...ACTS),
    caseId: fc.string({ minLength: 1, maxLength: 30 }),
  },
  { requiredKeys: [] },
);
const searchOf = (address: string): URLSearchParams =>
  new URL(address, 'http://earshot.example').searchParams;

describe('the filter of the record', () => {
  it('survives the way into an address and back, whatever it holds', () => {
    fc.assert(
      fc.property(filters, (filter) => {
        const search = searchOf(recordAddress(filter));
        expect(recordFilterIn(search)).toEqual(filter);
        expect(wrongRecordParts(search)).toEqual([]);
      }),
    );
  });

  it('leaves out what it does not know, and says so', () => {
    const search = new URLSearchParams('act=flew&colour=red&who=ann');
    expect(recordFilterIn(search)).toEqual({ who: 'ann' });
    expect(wrongRecordParts(search)).toEqual([
      { name: 'act', value: 'flew', filter: 'act' },
      { name: 'colour', value: 'red', filter: null },
    ]);
  });

  it('changes in one part, and keeps the others', () => {
    const filter = { who: 'ann', act: 'signed in' } as const;
    expect(recordAddress(filter, { caseId: 'c' })).toBe('/record?who=ann&act=signed+in&caseId=c');
    expect(recordAddress(filter, { who: undefined })).toBe('/record?act=signed+in');
    expect(recordAddress({})).toBe('/record');
  });
});

describe('an entry of the record', () => {
  it('says what was done to what, and how', () => {
    expect(rows.slice(0, 10).map((row) => aboutText(row, NAMES, NOW))).toEqual([
      '“Mention care” · revision 12',
      '“Answer” · way: here · remedy: credit · amount: 20',
      '“Answer” · to Kofi Mensah',
      '“Book the credit” · Try again',
      'to Tom Becker',
      '“Send it” · Skip this step · 412 cases',
      '“Send it” · after 31 of 412 cases',
      '“Third window, still nobody”',
      'Shop: shop-berlin-alexanderplatz',
      '',
    ]);
  });

  it.each([
    ['erased a person', '', { reference: 'letter 7', documents: 1_412 }, 'request letter 7 · 1,412 entries'],
    ['exported a person', '', { reference: 'letter 7', documents: 1 }, 'request letter 7 · 1 entry'],
    ['set how long data is kept', 'mention-texts', { days: 365 }, 'what people wrote · 365 days'],
    ['set how long data is kept', 'noise', { days: null }, 'noise · for ever'],
    ['took old data away', '', { documents: 12 }, '12 entries'],
  ] as const)('says of “%s” %s what it was about', (act, name, detail, said) => {
    const who = { id: 'dora', name: 'Dora' };
    const row = { id: '', at: '', who, act, case: null, subject: { id: 'x', name }, detail, why: null };
    expect(aboutText(row, NAMES, NOW)).toBe(said);
  });

  it('names nobody by an id, and says nothing of what it does not know', () => {
    for (const row of rows) {
      const said = aboutText(row, new Map(), NOW);
      for (const id of [...NAMES.keys(), row.subject.id]) expect(said).not.toContain(id);
    }
    for (const act of ACTS) {
      const nobody = { id: 'x', name: '' };
      const bare = { id: '', at: '', who: nobody, act, case: null, subject: nobody, detail: {}, why: null };
      expect(aboutText(bare, NAMES, NOW)).toBe('');
    }
  });
});
