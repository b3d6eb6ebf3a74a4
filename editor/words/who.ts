/** Words of the page that asks who somebody is: they come with it, not with the first page. */
import { chanceText } from './chance.ts';
import { many } from './many.ts';

export const who = {
  title: 'Who is it?',
  left: (count: number) => `${many(count, 'pair')} left`,
  done: (count: number) => `${many(count, 'answer')} given`,
  empty: 'Nobody to tell apart',
  emptyToDo:
    'When somebody writes who may be a customer, and nothing makes it certain, the two are put side by side here.',
  notYours: 'Agents and leads answer here. You can look on.',
  /** 'Is @jane on tweet Jane Roe of Billing?' */
  question: (wrote: string, channel: string, customer: string, crm: string) =>
    `Is ${wrote} on ${channel} ${customer} of ${crm}?`,
  someone: 'somebody',
  account: (account: string) => `account ${account}`,
  chance: chanceText,
  pair: 'The two, side by side',
  wrote: 'Who wrote',
  customer: 'The customer',
  field: 'What is known',
  agreement: 'Whether it agrees',
  fields: {
    name: 'name',
    handle: 'handle',
    where: 'where',
    email: 'e-mail',
    phone: 'phone',
    account: 'account',
    birthDate: 'born',
    address: 'address',
    since: 'since',
    products: 'products',
  },
  handle: (handle: string) => `@${handle}`,
  unknown: 'not known',
  agree: { same: 'agree', alike: 'alike', different: 'differ' },
  said: 'What they wrote last',
  openCase: 'Open the case',
  saidNothing: 'Nothing of what they wrote is here.',
  household:
    'They share what a household shares, and nothing that is one person’s own: they may be two people who live together.',
  takenBack: (name: string, moment: string, why: string) =>
    `${name} took this back before, ${moment}: ${why}`,
  weighed: 'What speaks for it, and what against',
  weighedHelp:
    'A bar to the right speaks for one person, a bar to the left against. Each whole one doubles the odds, or halves them.',
  prior: 'Before anything is compared: any two are hardly ever one.',
  together: (chance: number) => `Together: ${chanceText(chance)} that they are one.`,
  bits: {
    more: (size: string) => `+${size}`,
    less: (size: string) => `−${size}`,
    none: '0',
  },
  answers: {
    same: { name: 'The same', keys: 'S' },
    'not the same': { name: 'Not the same', keys: 'N' },
    'cannot tell': { name: 'Cannot tell', keys: 'C' },
  },
  answerGroup: 'Are they one?',
  undo: { name: 'Take it back', keys: 'U' },
  lastSame: (wrote: string, customer: string) => `You said: ${wrote} is ${customer}.`,
  undoWhy: 'Answered by mistake, and taken back at once.',
  undone: (wrote: string) => `Taken back. ${wrote} is asked about again.`,
  notUndone: (wrote: string, why: string) => `What you said of ${wrote} could not be taken back. ${why}`,
  quicker: (wrote: string) => `Somebody was quicker: ${wrote} has been answered. Here is the next.`,
  putBack: (wrote: string, why: string) => `Your answer on ${wrote} was not kept, and is asked again. ${why}`,
  failed: 'Try it once more.',
};
