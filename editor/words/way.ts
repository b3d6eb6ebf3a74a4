/** Words of the way a case took, and of what happened in it. */
import type { Act } from '../../definitions/model/act.ts';
import type { LinkAct, LinkReason } from '../../definitions/model/customer.ts';
import { many } from './many.ts';

export const way = {
  title: 'The way it took',
  revision: (name: string, number: number) => `${name}, revision ${number}`,
  notBegun: 'The work on it has not begun yet.',
  view: 'How much of the drawing',
  short: 'The way',
  whole: 'Whole flow',
  states: {
    done: 'done',
    here: 'here now',
    stuck: 'stuck',
    off: 'not taken',
    unknown: 'not known yet',
  },
  waitsSince: (moment: string) => `waits since ${moment}`,
  stuckSince: (moment: string) => `stuck since ${moment}`,
  triedSince: (moment: string) => `trying since ${moment}`,
  until: (moment: string) => `until ${moment}`,
  times: (count: number) => many(count, 'time'),
  pickDecision: 'Choose a step to see what it decided, or did.',
  row: (row: number) => `row ${row}`,
  rowMatched: (row: number) => `Row ${row} matched`,
  rowsMatched: (rows: readonly number[]) => `Rows ${rows.join(', ')} matched`,
  noRow: (value: string | null) => (value === null ? 'No row matched' : `No row matched: ${value}`),
  notReached: 'Not reached yet',
  notKnown: (isAtWork: boolean) => (isAtWork ? 'Not known yet: the case is at work' : 'Not known yet'),
  others: 'otherwise',
  answer: 'Answer',
  hidden: (count: number) => `${many(count, 'row')} left out`,
  showRows: 'Show all rows',
  openTable: 'Open the table',
  /** For engineers, who know it by that name. */
  openInTemporal: 'Open in Temporal',
  showCalled: 'Show its drawing',
  note: 'Note',
  looksAt: 'looks at',
  expression: 'The rule',
};

/** What people do with a whole case, by the act as the record names it. */
const acts: { readonly [act in Act]?: (who: string) => string } = {
  'cancelled a case': (who) => `${who} cancelled the case`,
  'handed a task over': (who) => `${who} handed it over`,
};

/** What was said on who writes, by the act; `who` said it: null where Earshot did. */
const links: { readonly [what in LinkAct]: (how: LinkReason, who: string | null) => string } = {
  linked: (how, who) => (who === null ? `Customer found: ${how}` : `${who} said which customer this is`),
  proposed: () => 'Somebody is asked which customer this is',
  'not the same': (_how, who) => `${who} said which customer this is not`,
  'left open': (_how, who) => `${who} could not tell which customer this is`,
  unlinked: (_how, who) => `${who} took back which customer this is`,
};

/** 'Happy? yes', 'Check the limits: no'. */
const toldOf = (name: string, what: string): string => `${name}${name.endsWith('?') ? '' : ':'} ${what}`;

export const timeline = {
  heard: (channel: string) => `Heard on ${channel}`,
  wroteAgain: (channel: string) => `Wrote again on ${channel}`,
  reply: (kind: string, status: string) => `${kind}: ${status}`,
  decided: (name: string, value: string | null) => (value === null ? name : toldOf(name, value)),
  did: (name: string) => name,
  branch: toldOf,
  asked: (name: string) => `A person is asked: ${name}`,
  answered: (name: string, by: string | null) =>
    by === null ? `Answered: ${name}` : `${by} answered: ${name}`,
  answeredElsewhere: (name: string) => `Answered outside Earshot: ${name}`,
  waits: (what: string) => `Waits: ${what}`,
  waitOver: (name: string, what: string | null) =>
    what === null ? `${name}: the time is up` : `${name}: ${what}`,
  boundary: (name: string, event: string) => `${event} (${name})`,
  ended: (outcome: string) => `Ended: ${outcome}`,
  givenUp: (name: string) => `No longer needed: ${name}`,
  stuck: (name: string) => `Stuck at ${name}`,
  resumed: (name: string, by: string | null) =>
    by === null ? `Goes on at ${name}` : `${by} led it on at ${name}`,
  links,
  broughtBack: (name: string, why: string | null) =>
    why === null ? `${name} brought it back` : `${name} brought it back: ${why}`,
  acts,
  goesOnIn: (who: string, other: string) => `${who}: it goes on in “${other}”`,
  joinedBy: (who: string, other: string) => `${who}: “${other}” goes on here`,
  because: (said: string, why: string) => `${said}. Why: ${why}`,
};
