import type { Customer } from '../../../definitions/model/customer.ts';
import type {
  CardConflict,
  CardRecord,
  CardSource,
  CustomerCard,
} from '../../../definitions/model/views/who.ts';
import { dayOf, howLong, when } from '../../shell/moment.ts';
import { capitalised } from '../../words/locale.ts';
import { cardWords } from './card-words.ts';

/** What one or several customer systems say of one field. */
export interface Known {
  readonly field: keyof typeof cardWords.fields;
  /** Where the systems say the same it stands here once. */
  readonly said: readonly { readonly value: string; readonly from: readonly string[] }[];
  /** They say different things, of which at most one is right. */
  readonly isConflict: boolean;
}

const ADDRESS = ['address', 'postcode', 'locality'] as const satisfies readonly CardConflict['field'][];
const COMPARED: readonly CardConflict['field'][] = [
  'name',
  'birthDate',
  'email',
  'phone',
  'region',
  ...ADDRESS,
];

/** What is known of a customer, field by field; of several records each with where it comes from, and how old it is. */
export function knownOf({ records, conflicts }: CustomerCard, now: number): readonly Known[] {
  const each = distinct(records);
  const conflicting = new Set(conflicts.map(({ field }) => field));
  const compared = COMPARED.map((field): Known => {
    const isConflict = conflicting.has(field);
    const given = each.flatMap((record) => saidBy(record, record.customer[field], now));
    return { field, said: isConflict ? together(given) : asOne(given), isConflict };
  });
  const own = (field: Known['field'], value: (record: CardRecord) => string | null): Known => ({
    field,
    said: together(each.flatMap((record) => saidBy(record, value(record), now))),
    isConflict: false,
  });
  // Where they live is read in one, unless it is a part of it that differs.
  const isTorn = ADDRESS.some((field) => conflicting.has(field));
  const isPart = ({ field }: Known): boolean => !isTorn && ADDRESS.some((part) => part === field);
  const [name, ...others] = compared.filter((one) => !isPart(one));
  return [
    ...(name === undefined ? [] : [name]),
    own('account', ({ customer }) => customer.accountNumber),
    own('since', ({ customer }) => yearOf(customer.since)),
    own('products', productsText),
    ...others,
    ...(isTorn ? [] : [own('address', addressText)]),
  ].filter(({ said }) => said.length > 0);
}

/** A record for each customer: one may be known by several accounts of theirs. */
export function distinct(records: readonly CardRecord[]): readonly CardRecord[] {
  return [...new Map(records.map((record) => [record.customer.id, record])).values()];
}

/** A customer system as it is called. */
export function systemName({ crm }: Pick<Customer, 'crm'>): string {
  return capitalised(crm);
}

/** 'Billing, 2 days ago'. */
export function sourceText({ customer, asOf }: CardRecord, now: number): string {
  const at = asOf === null ? Number.NaN : Date.parse(asOf);
  return cardWords.from(systemName(customer), Number.isNaN(at) ? null : cardWords.ago(howLong(now - at)));
}

/** That a customer system does not answer, and how old what stands here of it is; null where it answers. */
export function outageText(source: CardSource, records: readonly CardRecord[], now: number): string | null {
  const { crm, trouble, since, answeredAt } = source;
  if (trouble === null) return null;
  const said = troubleIn(trouble)(systemName(source), when(since, now));
  const record = records.find(({ customer }) => customer.crm === crm);
  if (record === undefined) return cardWords.standsNothing(said);
  const at = record.asOf ?? answeredAt;
  return at === null ? cardWords.standsSomehow(said) : cardWords.standsFrom(said, when(at, now));
}

/** A day as a customer system writes it, as the reader does; what is none is told as it stands. */
export function dayText(day: string): string {
  return Number.isNaN(Date.parse(day)) ? day : dayOf(day);
}

function troubleIn(trouble: string): (crm: string, since: string) => string {
  const known: ReadonlyMap<string, (crm: string, since: string) => string> = new Map(
    Object.entries(cardWords.troubles),
  );
  return known.get(trouble) ?? cardWords.troubles.other;
}

type Said = Known['said'][number];

function saidBy(record: CardRecord, value: string | null, now: number): readonly Said[] {
  return value === null || value === '' ? [] : [{ value, from: [sourceText(record, now)] }];
}

/** What is no conflict is said once, in the words of the first. */
function asOne(said: readonly Said[]): readonly Said[] {
  const [first] = said;
  return first === undefined ? [] : [{ value: first.value, from: said.flatMap(({ from }) => from) }];
}

function together(said: readonly Said[]): readonly Said[] {
  return [...new Set(said.map(({ value }) => value))].map((value) => ({
    value,
    from: said.filter((one) => one.value === value).flatMap(({ from }) => from),
  }));
}

function addressText({ customer }: CardRecord): string {
  return ADDRESS.flatMap((part) => customer[part] ?? []).join(', ');
}

function yearOf(date: string | null): string | null {
  return date === null ? null : date.slice(0, 4);
}

function productsText({ products }: CardRecord): string {
  return products
    .map(({ name, since, state }) => {
      const year = yearOf(since);
      const more = [state, year === null ? null : cardWords.productSince(year)];
      return cardWords.product(
        name,
        more.filter((part) => part !== null),
      );
    })
    .join(', ');
}
