/** Words of the customer's card in a case: they come with the page of a case, not with the first page. */
import type { LinkReason } from '../../definitions/model/customer.ts';
import type { CardConflict } from '../../definitions/model/views/who.ts';
import { chanceText } from './chance.ts';
import { many } from './many.ts';

/** Why who writes is thought to be a customer, where no person said so. */
const signs = {
  'linked before': 'This account was linked to them before.',
  'verified email': 'They wrote from this e-mail address, and it is theirs for sure.',
  'verified phone': 'They used this phone number, and it is theirs for sure.',
  'account number': 'They gave this account number where only we read.',
} satisfies { readonly [how in LinkReason]?: string };

export const customerCard = {
  title: 'Customer',
  fields: {
    name: 'name',
    account: 'account',
    crm: 'from',
    since: 'since',
    products: 'products',
    region: 'region',
    email: 'e-mail',
    phone: 'phone',
    birthDate: 'born',
    address: 'address',
    locality: 'town',
    postcode: 'postcode',
  } satisfies Record<CardConflict['field'] | 'account' | 'crm' | 'since' | 'products', string>,
  from: (crm: string, age: string | null) => (age === null ? crm : `${crm}, ${age}`),
  ago: (length: string) => `${length} ago`,
  differ: 'differ',
  differWhy: 'Your systems say different things of them. Neither is taken for right.',
  product: (name: string, more: readonly string[]) =>
    more.length === 0 ? name : `${name} (${[more].flat().join(', ')})`,
  productSince: (year: string) => `since ${year}`,
  why: 'Why it is them',
  whyIn: (crm: string) => `Why it is them, in ${crm}`,
  signs,
  likely: (chance: number | null) =>
    chance === null
      ? 'Nearly everything that can be compared agrees.'
      : `Likely by what was compared: ${chanceText(chance)}.`,
  confirmed: (name: string) => `Confirmed by ${name}.`,
  chanceThen: (chance: number) => `By what was compared: ${chanceText(chance)}.`,
  contacts: 'In touch with support',
  contactsMore: (count: number) => many(count, 'earlier time'),
  contactBy: (name: string) => `with ${name}`,
  noDate: 'some day',
  accounts: 'Also writes as',
  accountsMore: (count: number) => many(count, 'more account'),
  otherCases: 'Other cases of theirs',
  casesMore: (count: number) => many(count, 'more case'),
  asked: 'Somebody is asked who this is.',
  toQueue: 'Say who it is',
  notThem: 'Not them',
  notThemIn: (crm: string) => `Not them, in ${crm}`,
  notThemTitle: 'This is not them',
  notThemHappens: (name: string, crm: string) =>
    `Who writes here is no longer taken for ${name} of ${crm}. Cases that got this customer by that, this one too, are as they were before; what somebody has changed since stays. Nothing changes in ${crm}.`,
  notThemGo: 'Take it back',
  notThemDone: 'Taken back: who writes is not taken for them any more',
  nobody: 'this customer',
  standsFrom: (said: string, moment: string) => `${said}; what stands here is from ${moment}.`,
  standsSomehow: (said: string) => `${said}; nobody can tell how old what stands here is.`,
  standsNothing: (said: string) => `${said}; nothing of it stands here.`,
  /** By what is wrong with a customer system. */
  troubles: {
    down: (crm: string, since: string) => `${crm} has not answered since ${since}`,
    slow: (crm: string, since: string) => `${crm} has been too slow to answer since ${since}`,
    throttled: (crm: string, since: string) => `${crm} has taken no more questions since ${since}`,
    refused: (crm: string, since: string) => `${crm} has refused to answer since ${since}`,
    'wrong answer': (crm: string, since: string) =>
      `${crm} has given answers that nobody can read since ${since}`,
    'unreadable record': (crm: string, since: string) =>
      `${crm} has had a record that nobody can read since ${since}`,
    other: (crm: string, since: string) => `${crm} has not answered as it should since ${since}`,
  },
};
