import { dayOrderOf, type DayOrder } from '../matching/birth-date.ts';
import { readColumns } from '../matching/column.ts';
import { chanceLevels } from '../matching/estimate.ts';
import type { FieldKind } from '../matching/field-kind.ts';
import { MODEL_VERSION, type MatchModel } from '../matching/model.ts';
import { valueReader } from '../matching/read-value.ts';
import { ASKED_BY, REGISTER_FIELDS, type Cells } from './cells.ts';
import { MOST_IN_BLOCK } from './counts.ts';
import {
  jointKey,
  keyNamed,
  SINGLE_KEYS,
  tokensOfKey,
  type ReadRecord,
  type RegisterKey,
} from './register-key.ts';

/** A key by which more customers than these are found for one who asks is not taken by itself. */
const MOST_EXPECTED = 100;
/** A record has no more tokens than these, on average: each is an entry of an index. */
const MOST_TOKENS_EACH = 12;
/** As many are thought to be there at least, whatever has been seen. */
const LEAST_RECORDS = 50;
/** So much of those who write is thought to be among the customers. */
const SHARE_KNOWN = 0.5;

/**
 * How customers are found and weighed: what was chosen and estimated from the records themselves. Plain data: each link
 * names the one that it was made by.
 */
export interface RegisterPlan {
  /** See `MODEL_VERSION`. */
  readonly version: number;
  /** By name; see `keyNamed`. */
  readonly keys: readonly string[];
  /** Keys that bring too many, and how many they would bring. */
  readonly refused: readonly { readonly key: string; readonly expected: number }[];
  /** How each CRM writes dates. */
  readonly dayOrder: { readonly [crm: string]: DayOrder };
  readonly model: MatchModel;
}

/** A record that a plan is made from. */
export interface SampleRecord {
  readonly crm: string;
  readonly cells: Cells;
}

/**
 * Makes a plan from some of the records (`sample`) of a register that is to hold `records`: keys by what they cost there,
 * weights against by how often strangers agree. With no sample: what is taken where nothing is known yet.
 */
export function planRegister(sample: readonly SampleRecord[], records: number): RegisterPlan {
  const dayOrder = Object.fromEntries(
    [...new Set(sample.map(({ crm }) => crm))].map((crm) => [
      crm,
      dayOrderOf(sample.flatMap((one) => (one.crm === crm ? [one.cells[BORN] ?? ''] : []))),
    ]),
  );
  const reader = recordReader(dayOrder);
  const read = sample.map(({ crm, cells }) => reader(crm, cells));
  const size = Math.max(records, sample.length, 1);
  const { keys, refused } = chooseKeys(read, size);
  const list = {
    size: read.length,
    columns: REGISTER_FIELDS.map((_, at) => read.map((one) => one[at] ?? '')),
  };
  const u = chanceLevels(readColumns(REGISTER_FIELDS, list, null), true);
  const fields = REGISTER_FIELDS.map(({ name, kind }, at) => ({
    name,
    kind,
    m: EXPECTED[kind] ?? EXPECTED_OTHERWISE,
    u: u[at] ?? [],
  }));
  return {
    version: MODEL_VERSION,
    keys: keys.map(({ name }) => name),
    refused,
    dayOrder,
    model: { version: MODEL_VERSION, fields, prior: SHARE_KNOWN / Math.max(LEAST_RECORDS, size) },
  };
}

const BORN = REGISTER_FIELDS.findIndex(({ kind }) => kind === 'date of birth');

/** Reads what records of a CRM say into what is compared. */
export function recordReader(dayOrder: RegisterPlan['dayOrder']): (crm: string, cells: Cells) => ReadRecord {
  return (crm, cells) =>
    REGISTER_FIELDS.map(({ kind }, at) => {
      const cell = cells[at] ?? '';
      return cell === '' ? null : valueReader(kind, dayOrder[crm] ?? 'day first')(cell);
    });
}

/** Answers the tokens by which a record is found. */
export function tokenMaker(plan: RegisterPlan): (read: ReadRecord) => readonly number[] {
  const keys = plan.keys.flatMap((name) => keyNamed(name) ?? []);
  return (read) => [...new Set(keys.flatMap((key) => tokensOfKey(key, read)))];
}

/** How a token of a record is written for who is told of it: `name: jane smith`. */
export function tokenWords(plan: RegisterPlan, read: ReadRecord, token: number): string {
  const key = plan.keys
    .flatMap((name) => keyNamed(name) ?? [])
    .find((one) => tokensOfKey(one, read).includes(token));
  if (key === undefined) return 'unknown';
  return `${key.name}: ${key.parts.map(({ field }) => read[field] ?? '').join(' + ')}`;
}

/**
 * How often a profile and a customer that are one person agree how well, until pairs have been seen: who writes in public
 * calls themselves as they like, and an address or a number in a CRM is often years old.
 */
const EXPECTED: { readonly [kind in FieldKind]?: readonly number[] } = {
  name: [0.6, 0.15, 0.07, 0.02, 0.01, 0.15],
  handle: [0.2, 0.1, 0.01, 0.005, 0.005, 0.68],
  email: [0.6, 0.04, 0.06, 0.005, 0.005, 0.29],
  phone: [0.6, 0.06, 0.02, 0.005, 0.005, 0.31],
  address: [0.6, 0.1, 0.05, 0.01, 0.01, 0.23],
  locality: [0.75, 0.05, 0.03, 0.01, 0.01, 0.15],
  postcode: [0.7, 0.05, 0.03, 0.01, 0.01, 0.2],
};
const EXPECTED_OTHERWISE = [0.85, 0.07, 0.03, 0.01, 0.01, 0.03];

/** Each token costs an entry of an index: there are none of what nobody asks by. */
function isAskedBy({ parts }: RegisterKey): boolean {
  return parts.every(({ field }) => ASKED_BY.has(REGISTER_FIELDS[field]?.name ?? ''));
}

interface Priced {
  readonly key: RegisterKey;
  /** For one who asks, how many customers are found, where what too many share is not looked for. */
  readonly expected: number;
  /** What part of those who have the key share what too many do. */
  readonly tooCommon: number;
  /** Entries of the index for each record. */
  readonly each: number;
}

/** A key of which more than this part is too common is looked for together with another one as well. */
const OFTEN_TOO_COMMON = 0.02;

/** Takes the cheapest keys, and for what is often too common by itself two together. */
function chooseKeys(
  read: readonly ReadRecord[],
  size: number,
): { readonly keys: readonly RegisterKey[]; readonly refused: RegisterPlan['refused'] } {
  const singles = SINGLE_KEYS.filter(isAskedBy).map((key) => priced(key, read, size));
  const common = singles.filter(({ tooCommon }) => tooCommon > OFTEN_TOO_COMMON);
  const joint = common.flatMap(({ key }, at) =>
    common.slice(at + 1).flatMap((other) => {
      const both = jointKey(key, other.key);
      return both === null ? [] : [priced(both, read, size)];
    }),
  );
  const isHelp = ({ expected, tooCommon }: Priced): boolean => expected <= MOST_EXPECTED && tooCommon < 0.9;
  const taken: RegisterKey[] = [];
  let entries = 0;
  for (const { key, each } of [...singles, ...joint].filter(isHelp).sort((a, b) => a.expected - b.expected)) {
    if (entries + each > MOST_TOKENS_EACH) continue;
    entries += each;
    taken.push(key);
  }
  return {
    keys: taken,
    refused: singles
      .filter((one) => !isHelp(one))
      .map(({ key, expected }) => ({ key: key.name, expected: Math.round(expected) })),
  };
}

function priced(key: RegisterKey, read: readonly ReadRecord[], size: number): Priced {
  const counts = new Map<number, number>();
  let entries = 0;
  for (const one of read)
    for (const token of tokensOfKey(key, one)) {
      entries += 1;
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  const each = size / Math.max(1, read.length);
  let [pairs, inLarge] = [0, 0];
  for (const count of counts.values())
    if (count * each > MOST_IN_BLOCK) inLarge += count;
    else pairs += count * (count - 1);
  const chance = read.length < 2 ? 0 : pairs / (read.length * (read.length - 1));
  return {
    key,
    expected: chance * size,
    tooCommon: entries === 0 ? 0 : inLarge / entries,
    each: read.length === 0 ? 0 : entries / read.length,
  };
}
