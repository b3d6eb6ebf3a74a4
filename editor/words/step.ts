/** Words of one step of a case: what it saw, why, how long it took. */
import type { NodeKind } from '../../definitions/flow/node.ts';
import { many } from './many.ts';

/** What a step is at, by its kind, while a case stands there. */
const underWay: { readonly [kind in NodeKind]?: string } = {
  serviceTask: 'is being done',
  userTask: 'waits for a person',
  intermediateCatchEvent: 'waits',
  eventBasedGateway: 'waits for what comes first',
  callActivity: 'is under way',
  parallelGateway: 'waits for the others',
};

/** What a person did to lead a stuck step on, by the way out. */
const led: { readonly [way: string]: string } = {
  retry: 'tried it again',
  correct: 'corrected a value and tried again',
  skip: 'skipped it',
  cancel: 'cancelled the case',
};

export const step = {
  rowHead: 'Row',
  fits: 'fits',
  fitsNot: 'does not fit',
  was: (value: string) => `was ${value}`,
  wasNothing: 'was not known',
  nameWas: (name: string, value: string | null) => `${name} was ${value ?? 'not known'}`,
  always: 'always',
  fitsToo: (rows: readonly number[]) =>
    `${[rows].flat().length === 1 ? 'Row' : 'Rows'} ${[rows].flat().join(', ')} would fit too; the earlier one counts.`,
  cameToNothing: 'It came to nothing.',
  decidedFirst: (table: string, value: string | null) => `Before it, ${table} came to ${value ?? 'nothing'}`,
  notKept: 'What it looked at was not kept.',
  ways: { taken: 'this way', 'not so': 'not so', 'not asked': 'not asked' },
  underWay,
  since: 'since',
  triedAgain: 'is being tried again',
  givenUp: 'No longer needed',
  skipped: 'Skipped by a person',
  answered: 'Answered',
  answeredElsewhere: 'Answered outside Earshot',
  got: 'What it got',
  answer: 'What it answered',
  gotNothing: 'Nothing but the case itself.',
  gotUnknown: 'Nothing of it was known.',
  gotTexts: 'Words and names alone; they are not kept with the step.',
  answeredNothing: 'Nothing: the work itself was all.',
  shown: 'What they saw',
  shownNothing: 'Nothing but the conversation.',
  theirAnswer: 'What they answered',
  filledNothing: 'Nothing: they left every field empty.',
  failed: (why: string) => `It did not work: ${why}.`,
  asked: 'asked',
  anybody: 'anybody',
  takenBy: 'taken by',
  due: 'due',
  answeredBy: 'answered by',
  then: (name: string) => `Then: ${name}`,
  timeOf: (one: number, all: number) => `time ${one} of ${all}`,
  earlierTime: 'The time before',
  laterTime: 'The time after',
  turn: (turn: number, value: string | null) => (value === null ? `Turn ${turn}` : `Turn ${turn}: ${value}`),
  ledOn: (name: string, way: string) => `${name} ${led[way] ?? 'led it on'}`,
  tried: (count: number) => `tried ${many(count, 'time')}`,
};
