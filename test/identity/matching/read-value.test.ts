import { describe, expect, it } from 'vitest';
import { birthDate, dayOrderOf } from '../../../engine/identity/matching/birth-date.ts';
import { areNicknames } from '../../../engine/identity/matching/nicknames.ts';
import type { FieldKind } from '../../../engine/identity/matching/field-kind.ts';
import { readerOf } from '../../../engine/identity/matching/read-value.ts';

describe('a value that is compared', () => {
  it.each<[FieldKind, string, string | null]>([
    ['given name', '  JOSÉ ', 'jose'],
    ['given name', 'Dr. Anna-Lena', 'anna lena'],
    ['family name', "O'Brien", 'obrien'],
    ['family name', 'Łukasz', 'lukasz'],
    ['family name', 'Иванов', 'ivanov'],
    ['family name', 'Παπαδόπουλος', 'papadopoylos'],
    ['family name', 'unknown', null],
    ['family name', 'N/A', null],
    ['family name', '  ', null],
    ['family name', '123', null],
    ['name', 'Smith, Jane', 'jane smith'],
    ['name', 'Mr Jane Smith', 'jane smith'],
    ['email', 'Jane.Doe+shop@GMail.com', 'janedoe@gmail.com'],
    ['email', 'Jane.Doe+shop@example.org', 'jane.doe@example.org'],
    ['email', 'janedoe@googlemail.com', 'janedoe@gmail.com'],
    ['email', 'no address', null],
    ['phone', '+44 (0)20 7946 0018', '4402079460018'],
    ['phone', '020 7946 0018', '2079460018'],
    ['phone', '0000000', null],
    ['phone', '12', null],
    ['street', '12 Stanley St.', '12 stanley street'],
    ['street', 'St Johns Rd', 'st johns road'],
    ['postcode', 'SW1A 1AA', 'sw1a1aa'],
    ['identifier', '000-000', null],
  ])('is read from %s “%s” as %s', (kind, given, read) => {
    expect(readerOf(kind, () => [])(given)).toBe(read);
  });

  it.each([
    ['19151111', '19151111'],
    ['1915-11-01', '19151101'],
    ['1915-11-01T00:00:00Z', '19151101'],
    ['3.4.1971', '19710403'],
    ['00/00/1971', '19710000'],
    ['1971', '19710000'],
    ['1971-05', '19710500'],
    ['00/00/0000', null],
    ['0000-00-00', null],
    ['yesterday', null],
    ['', null],
    ['12/34', null],
  ])('is read from the date %s as %s', (given, read) => {
    expect(birthDate(given, 'day first')).toBe(read);
  });

  it('has the month first where the other dates of its column say so', () => {
    expect(birthDate('03/04/1971', dayOrderOf(['12/31/1980', '01/02/1980']))).toBe('19710304');
    expect(birthDate('03/04/1971', dayOrderOf(['31/12/1980', '01/02/1980']))).toBe('19710403');
  });

  it('knows what people are called for short', () => {
    expect(areNicknames('robert', 'bob')).toBe(true);
    expect(areNicknames('liz', 'elizabeth')).toBe(true);
    expect(areNicknames('bob', 'rob')).toBe(true);
    expect(areNicknames('robert', 'elizabeth')).toBe(false);
    expect(areNicknames('constructor', 'robert')).toBe(false);
  });
});
