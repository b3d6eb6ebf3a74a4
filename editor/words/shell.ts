/** Words that stand around every page. */
import { many } from './many.ts';

export const product = 'Earshot';

export const nav = {
  label: 'Pages',
  skip: 'Skip to the page',
  today: 'Today',
  cases: 'Cases',
  inbox: 'Inbox',
  who: 'Who is it?',
  stuck: 'Stuck',
  noise: 'Put aside',
  flows: 'Flows',
  people: 'People',
  record: 'Record',
  workAs: 'Work as',
  allRoles: 'all roles',
  look: 'Look',
  looks: { auto: 'As the system', light: 'Light', dark: 'Dark' },
  signOut: 'Sign out',
  zone: (zone: string) => `Times are in ${zone}`,
};

export const failures = {
  unreachable: {
    title: 'Earshot does not answer',
    detail: 'The page could not reach Earshot.',
    whatToDo: 'Look whether it is running; this page goes on by itself once it is back.',
  },
  unknown: 'This did not work',
  unknownToDo: 'Load the page again. If it stays, tell your engineer what you did.',
  again: 'Try again',
  lost: 'The connection is lost. What you see may be old; the page catches up by itself.',
  notFound: 'There is no such page',
  notFoundToDo: 'It may have been moved, or the address has a slip.',
  toCases: 'To the cases',
  toToday: 'To today',
  signInTitle: 'You are not signed in',
  signInText: 'Open a sign-in link. Who runs Earshot gets a fresh one with this command:',
  signInCommand: 'npm run -s earshot -- link',
  retryingSoon: 'The page tries again by itself.',
};

export const acts = {
  cancel: 'Leave it',
  close: 'Close',
  more: 'Show more',
  why: 'Why?',
  whyHelp: 'Kept in the record, with your name.',
  whyMissing: 'Say why in a few words.',
  full: (most: number) => `No more fits: at most ${many(most, 'character')}.`,
};
