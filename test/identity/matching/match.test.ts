import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { FieldKind } from '../../../engine/identity/matching/field-kind.ts';
import { matchRecords, type Matches } from '../../../engine/identity/matching/match.ts';
import { qualityOf } from '../../../engine/identity/matching/quality.ts';

const DATA = process.env['EARSHOT_TEST_DATA'] ?? '../shared/data';
const Rows = z.array(z.record(z.string(), z.string()));
type Row = z.infer<typeof Rows>[number];
const FEBRL: { readonly [column: string]: FieldKind } = {
  given_name: 'given name',
  surname: 'family name',
  street_number: 'street number',
  address_1: 'street',
  address_2: 'address',
  suburb: 'locality',
  postcode: 'postcode',
  state: 'state',
  date_of_birth: 'date of birth',
};
const FAKE: { readonly [column: string]: FieldKind } = {
  first_name: 'given name',
  surname: 'family name',
  dob: 'date of birth',
  city: 'locality',
  email: 'email',
};

function rowsOf(file: string): readonly Row[] {
  return Rows.parse(
    parse(readFileSync(join(DATA, file)), {
      columns: (header: string[]) => header.map((name) => name.trim()),
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }),
  );
}

function match(
  fields: { readonly [column: string]: FieldKind },
  left: readonly Row[],
  right: readonly Row[] | null,
  least = 0.001,
): Matches {
  const columns = Object.keys(fields);
  const listOf = (rows: readonly Row[]) => ({
    size: rows.length,
    columns: columns.map((column) => rows.map((row) => row[column] ?? '')),
  });
  return matchRecords({
    fields: Object.entries(fields).map(([name, kind]) => ({ name, kind })),
    left: listOf(left),
    right: right === null ? null : listOf(right),
    least,
    isManyToMany: false,
  });
}

const NAMES = ['given name', 'family name', 'date of birth'] as const;
const BY_NAME = Object.fromEntries(NAMES.map((kind) => [kind, kind]));
const person = (given: string, family: string, born: string): Row => ({
  'given name': given,
  'family name': family,
  'date of birth': born,
});
const FAMILIES = [
  'smith',
  'jones',
  'brown',
  'taylor',
  'wilson',
  'davies',
  'evans',
  'thomas',
  'johnson',
  'roberts',
];
const GIVEN = [
  'jane',
  'robert',
  'elizabeth',
  'michael',
  'olivia',
  'daniel',
  'sophie',
  'peter',
  'laura',
  'henry',
];
/** A hundred people of whom no two are alike. */
const PEOPLE = FAMILIES.flatMap((family, i) =>
  GIVEN.map((given, j) =>
    person(given, family, `19${40 + i * 5}${String(1 + j).padStart(2, '0')}${10 + i + j}`),
  ),
);

describe('records of one person', () => {
  it('are found in two lists, short and miswritten as they may be, each once', () => {
    const others = [...PEOPLE]
      .reverse()
      .map((one, at) =>
        at % 3 === 0
          ? { ...one, 'given name': one['given name']?.slice(0, 1) ?? '' }
          : at % 3 === 1
            ? { ...one, 'family name': `${one['family name'] ?? ''}e` }
            : one,
      );
    const { pairs } = match(BY_NAME, PEOPLE, others);
    expect(pairs.filter(({ left, right }) => left !== PEOPLE.length - 1 - right)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(PEOPLE.length * 0.95);
  });

  it('are left to a person where nothing that is their own agrees: they may live together', () => {
    const fields = { ...BY_NAME, street: 'street', postcode: 'postcode' } as const;
    const home = (one: Row, at: number): Row => ({
      ...one,
      street: `road ${at} of ${one['family name'] ?? ''}`,
      postcode: String(1_000 + at),
    });
    const homes = PEOPLE.map(home);
    // Of ten people a brother or sister is in the other list, at the same address.
    const others = homes.map((one, at) =>
      at % 10 > 0 ? one : { ...one, 'given name': 'zacharias', 'date of birth': '19990909' },
    );
    const { pairs, explain } = match(fields, homes, others);
    const siblings = pairs.filter(({ left }) => left % 10 === 0);
    expect(siblings.filter(({ isHousehold }) => !isHousehold)).toEqual([]);
    expect(pairs.filter(({ isHousehold, left }) => isHousehold && left % 10 > 0)).toEqual([]);
    const [first] = siblings;
    if (first === undefined) throw new Error('No sibling was found.');
    expect(explain(first).steps.at(-1)?.words).toContain('so a person decides');
  });

  it('are found where given and family name were exchanged, which is counted once, in one list and in two', () => {
    const turned = PEOPLE.map((one) => ({
      ...one,
      'given name': one['family name'] ?? '',
      'family name': one['given name'] ?? '',
    }));
    const two = match(BY_NAME, PEOPLE, turned);
    expect(
      two.pairs.filter(({ left, right, probability }) => left === right && probability > 0.5),
    ).toHaveLength(PEOPLE.length);
    const [first] = two.pairs;
    if (first === undefined) throw new Error('There is no pair.');
    expect(two.explain(first).steps.map(({ level }) => level)).toEqual([
      'in the other field',
      'counted',
      'same',
    ]);
    const one = match(BY_NAME, [...PEOPLE, ...turned], null);
    expect(one.pairs.filter(({ left, right }) => right === left + PEOPLE.length)).toHaveLength(PEOPLE.length);
    const named = match(
      { 'given name': 'given name', 'family name': 'family name' },
      [...PEOPLE.slice(0, 3), turned[0] ?? {}],
      null,
    );
    expect(named.compared).toBeGreaterThan(0);
  });

  it('are found by what is their own alone', () => {
    const list = (from: number) =>
      Array.from({ length: 200 }, (_, at) => ({ email: `somebody${from + at}@example.org` }));
    const { pairs } = match({ email: 'email' }, list(0), list(100));
    expect(
      pairs.filter(({ left, right, probability }) => left === right + 100 && probability > 0.9),
    ).toHaveLength(100);
    expect(pairs.filter(({ left, right, probability }) => left !== right + 100 && probability > 0.1)).toEqual(
      [],
    );
  });

  it('are told apart by names of a thousand words in no time', () => {
    const long = Array.from({ length: 8_000 }, (_, at) => `w${at}`).join(' ');
    const startedAt = performance.now();
    match({ name: 'name' }, [{ name: long }, { name: `${long} x` }], [{ name: `y ${long}` }]);
    expect(performance.now() - startedAt).toBeLessThan(5_000);
  });

  it('are few where the lists have nobody in common', () => {
    const [some, rest] = [PEOPLE.slice(0, 50), PEOPLE.slice(50)];
    expect(match(BY_NAME, some, rest).pairs.filter(({ probability }) => probability > 0.9)).toEqual([]);
  });

  it('are for a person to tell where two fit as well: neither is likelier than one half', () => {
    const twins = [...PEOPLE, ...PEOPLE.slice(0, 1)];
    const { pairs, explain } = match(BY_NAME, PEOPLE, twins);
    const found = pairs.filter(({ left }) => left === 0);
    expect(found).toHaveLength(2);
    for (const pair of found) {
      expect(pair.probability).toBeLessThanOrEqual(0.5);
      const { prior, steps, bits } = explain(pair);
      expect(steps.at(-1)?.words).toBe('Another record fits as well, and at most one is right.');
      expect(steps.reduce((sum, step) => sum + step.bits, prior)).toBeCloseTo(bits, 9);
      expect(1 / (1 + 2 ** -bits)).toBeCloseTo(pair.probability, 6);
    }
  });

  it('are said field by field to be so, in bits that add up', () => {
    const { pairs, explain } = match(BY_NAME, PEOPLE, PEOPLE);
    const [first] = pairs;
    if (first === undefined) throw new Error('There is no pair.');
    const { prior, steps, bits } = explain(first);
    expect(steps.reduce((sum, step) => sum + step.bits, prior)).toBeCloseTo(bits, 9);
    expect(bits).toBeCloseTo(first.bits, 9);
    expect(steps.map(({ level }) => level)).toEqual(['same', 'same', 'same']);
    expect(steps[0]?.words).toBe(`Given name: both say “${steps[0]?.left ?? ''}”, as 20 of 200 do.`);
  });

  it('are not looked for among too many who have the same name: the block is named, and others are compared', () => {
    const many = Array.from({ length: 30_000 }, () => person('jane', 'smith', ''));
    const startedAt = performance.now();
    const { pairs, blocking, compared } = match(BY_NAME, [...many, ...PEOPLE], PEOPLE);
    expect(performance.now() - startedAt).toBeLessThan(30_000);
    expect(blocking.largeBlocks.map(({ key, value }) => `${key}: ${value}`)).toEqual(
      expect.arrayContaining(['given name: jane', 'family name: smith']),
    );
    expect(compared).toBeLessThan(2_000_000);
    expect(pairs.filter(({ left, right }) => left === many.length + right).length).toBeGreaterThan(95);
  });

  it('are none in lists that are empty, or say nothing', () => {
    expect(match(BY_NAME, [], []).pairs).toEqual([]);
    expect(match(BY_NAME, [], null).pairs).toEqual([]);
    expect(match(BY_NAME, [person('', '', '')], [person('?', '-', '00/00/0000')]).pairs).toEqual([]);
  });
});

describe.skipIf(!existsSync(join(DATA, 'febrl')))('records of the Febrl kind', () => {
  const [left, right] = [rowsOf('febrl/dataset4a.csv'), rowsOf('febrl/dataset4b.csv')];
  const idsOf = (rows: readonly Row[]): readonly string[] => rows.map((row) => row['rec_id'] ?? '');
  const personOf = (id: string): string => id.split('-')[1] ?? '';
  const quality = ({ pairs }: Matches, one: readonly Row[], other: readonly Row[] | null) => {
    const ids = { left: idsOf(one), right: other === null ? null : idsOf(other) };
    const all = [...ids.left, ...(ids.right ?? [])];
    const found = pairs.map((pair) => ({
      left: ids.left[pair.left] ?? '',
      right: (ids.right ?? ids.left)[pair.right] ?? '',
      probability: pair.probability,
    }));
    const persons = new Map(all.map((id) => [id, personOf(id)]));
    return qualityOf(found, { persons }, ids, [0.99, 0.9, 0.01]).at;
  };

  it('are found without a number of theirs, and none that are not', () => {
    const [sure, likely] = quality(match(FEBRL, left, right), left, right);
    expect(sure?.precision).toBeGreaterThanOrEqual(0.999);
    expect(likely?.f1).toBeGreaterThanOrEqual(0.995);
  });

  it('are found by name, suburb and state as far as these tell', () => {
    const { given_name, surname, suburb, state } = FEBRL;
    const few = Object.entries({ given_name, surname, suburb, state }).flatMap(([column, kind]) =>
      kind === undefined ? [] : [[column, kind] as const],
    );
    const [sure, , review] = quality(match(Object.fromEntries(few), left, right), left, right);
    expect(sure?.precision).toBeGreaterThanOrEqual(0.999);
    expect(review?.recall).toBeGreaterThanOrEqual(0.9);
  });

  it('are found within one list', () => {
    const one = rowsOf('febrl/dataset1.csv');
    const [, likely] = quality(match({ ...FEBRL, soc_sec_id: 'identifier' }, one, null), one, null);
    expect(likely?.f1).toBeGreaterThanOrEqual(0.999);
  });
});

describe.skipIf(!existsSync(join(DATA, 'identity')))('records with very many gaps', () => {
  it('are linked only where they are right, and half of them at once', () => {
    const rows = rowsOf('identity/splink_fake_1000.csv');
    const ids = rows.map((row) => row['unique_id'] ?? '');
    const persons = new Map(rows.map((row) => [row['unique_id'] ?? '', row['cluster'] ?? '']));
    const found = match(FAKE, rows, null).pairs.map(({ left, right, probability }) => ({
      left: ids[left] ?? '',
      right: ids[right] ?? '',
      probability,
    }));
    const { at, best } = qualityOf(found, { persons }, { left: ids, right: null }, [0.99, 0.9]);
    expect(at[0]?.precision).toBeGreaterThanOrEqual(0.999);
    expect(at[1]?.f1).toBeGreaterThanOrEqual(0.8);
    expect(best.f1).toBeGreaterThanOrEqual(0.9);
  });
});
