import { join } from 'node:path';
import { NOTHING_SAID, type Profile } from '../../../definitions/model/customer.ts';
import { readRecordFile } from '../../../engine/cli/match/record-file.ts';
import type { LoadedRecord } from '../../../engine/store/register/load-register.ts';

/** Whole numbers below a bound, always the same ones (a linear congruential generator, Numerical Recipes). */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** What people are called and where they live, as often as in the records of a file of Febrl's. */
export interface Pools {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly street: readonly string[];
  readonly town: readonly string[];
  readonly postcode: readonly string[];
}

export function poolsIn(folder: string): Pools {
  const { cells } = readRecordFile(join(folder, 'febrl/dataset4a.csv'), null);
  const pool = (column: string): readonly string[] =>
    cells(column)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== '');
  return {
    given: pool('given_name'),
    family: pool('surname'),
    street: pool('address_1'),
    town: pool('suburb'),
    postcode: pool('postcode'),
  };
}

/** A customer of a number: always the same one. */
export function customerOf(pools: Pools, n: number): LoadedRecord {
  const random = randomNumbers(n * 2_654_435_761 + 1);
  for (let warm = 0; warm < 3; warm += 1) random(2);
  const oneOf = (pool: readonly string[]): string => pool[random(pool.length)] ?? '';
  const [given, family] = [oneOf(pools.given), oneOf(pools.family)];
  const two = (below: number): string => String(1 + random(below)).padStart(2, '0');
  return {
    ...NOTHING_SAID,
    accountNumber: `A${n}`,
    name: `${given} ${family}`,
    email:
      random(3) === 0
        ? null
        : `${given}.${family}${random(900)}@mail${random(20)}.example`.replaceAll(' ', ''),
    phone: random(2) === 0 ? null : `04${String(random(100_000_000)).padStart(8, '0')}`,
    birthDate: `${1930 + random(76)}-${two(12)}-${two(28)}`,
    address: `${1 + random(300)} ${oneOf(pools.street)}`,
    locality: oneOf(pools.town),
    postcode: oneOf(pools.postcode),
    region: 'North',
    since: '2014-03-01',
    products: ['Internet', 'TV'],
  };
}

/** Who such a customer calls themselves on a channel: the name, at times with a slip; a handle, or an address, or nothing else. */
export function profileOf({ name, email, phone }: LoadedRecord, random: (below: number) => number): Profile {
  const slip = (text: string): string => {
    const at = 1 + random(Math.max(1, text.length - 2));
    return text.slice(0, at) + text.slice(at + 1);
  };
  const called = name ?? '';
  const kind = random(4);
  return {
    id: 'p',
    channel: 'tweet',
    externalId: 'p',
    name: random(5) === 0 ? slip(called) : called,
    handle: kind === 0 ? (email?.split('@')[0] ?? null) : null,
    email: kind === 1 ? email : null,
    phone: kind === 2 ? phone : null,
  };
}
