import type { FieldKind } from '../../../engine/identity/matching/field-kind.ts';
import type { FoundPair } from '../../../engine/identity/matching/quality.ts';

/** What is matched: files, the column of ids, and what of which kind is compared. */
export interface Asked {
  readonly left: string;
  readonly right: string | null;
  readonly id: string;
  readonly fields: { readonly [column: string]: FieldKind };
}

/** What was found, and in how many seconds, files read and model estimated. */
export interface Found {
  readonly seconds: number;
  readonly pairs: readonly FoundPair[];
}

export interface TestSet extends Asked {
  readonly name: string;
  /** The column that says which person a record is of; null: its id does. */
  readonly persons: string | null;
}

const ADDRESS = {
  given_name: 'given name',
  surname: 'family name',
  street_number: 'street number',
  address_1: 'street',
  address_2: 'address',
  suburb: 'locality',
  postcode: 'postcode',
  state: 'state',
  date_of_birth: 'date of birth',
} as const;
const NUMBERED = { ...ADDRESS, soc_sec_id: 'identifier' } as const;
/** `rec-7-org` and `rec-7-dup-0` are of one person. */
export function febrlPerson(id: string): string {
  return id.split('-')[1] ?? '';
}

/** The sets that both are tried on; `folder` holds the test data. */
export function testSets(folder: string): readonly TestSet[] {
  const four = {
    left: `${folder}/febrl/dataset4a.csv`,
    right: `${folder}/febrl/dataset4b.csv`,
    id: 'rec_id',
    persons: null,
  };
  const { given_name, surname, suburb, state } = ADDRESS;
  return [
    { name: 'two lists, no number', ...four, fields: ADDRESS },
    { name: 'two lists, with a number', ...four, fields: NUMBERED },
    { name: 'two lists, names and places', ...four, fields: { given_name, surname, suburb, state } },
    {
      name: 'one list',
      left: `${folder}/febrl/dataset1.csv`,
      right: null,
      id: 'rec_id',
      fields: NUMBERED,
      persons: null,
    },
    {
      name: 'one list with gaps',
      left: `${folder}/identity/splink_fake_1000.csv`,
      right: null,
      id: 'unique_id',
      fields: {
        first_name: 'given name',
        surname: 'family name',
        dob: 'date of birth',
        city: 'locality',
        email: 'email',
      },
      persons: 'cluster',
    },
  ];
}
