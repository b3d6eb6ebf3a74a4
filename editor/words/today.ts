/** Words of the first page: how the day goes. */
import type { Funnel } from '../../definitions/model/views/today.ts';
import { counted, percentText } from './locale.ts';
import { many } from './many.ts';

export const today = {
  title: 'Today',
  since: 'Since when',
  spans: { today: 'Today', week: '7 days', all: 'All' },
  nothingSince: {
    today: 'Nothing was heard today yet: the numbers tell of all so far.',
    week: 'Nothing was heard these seven days: the numbers tell of all so far.',
  },
  drawing: (name: string) => `${name}, with how many cases stand at each step`,
  whole: (name: string, number: number) => `${name}, revision ${number}`,
  noDrawing: 'No flow is live',
  noDrawingToDo: 'Cases wait until one is. Make one live under Flows.',
  waiting: (count: number) => `${many(count, 'case')} here now`,
  stuckHere: (count: number) => `${many(count, 'case')} stuck here`,
  ended: (count: number, outcome: string) => `${many(count, 'case')} ended: ${outcome}`,
  notBegun: (count: number) => `${many(count, 'case')} not past the first steps yet`,
  goneSteps: (count: number) => `${counted(count)} at a step that is no longer drawn`,
  quietBand: 'nobody here now',
  funnel: {
    title: 'From hearing to putting right',
    rows: {
      heard: 'Heard',
      cases: 'Cases',
      noise: 'Put aside as noise',
      needAnswer: 'Needs an answer',
      answered: 'Answered',
      conversation: 'Became a conversation',
      putRight: 'Put right',
    } satisfies Record<keyof Funnel, string>,
    means: {
      heard: 'What customers and others said, each mention once. What the company said is not counted.',
      cases: 'Cases that these mentions opened.',
      noise: 'Cases that were read and found to be noise.',
      needAnswer: 'Cases that were read and are neither noise nor praise. Two that became one count once.',
      answered:
        'Of those that need an answer: we gave one, here or elsewhere. Thanks, and asking whether it is put right, are none.',
      conversation: 'Of those that were answered: the customer wrote again after our first answer.',
      putRight: 'Of those that need an answer: ended as put right.',
    } satisfies Record<keyof Funnel, string>,
    inCases: (count: number) => `in ${many(count, 'case')}`,
  },
  yours: {
    title: 'Yours to answer',
    all: (count: number) => `All ${counted(count)}`,
    none: 'Nothing waits for you.',
    teams: (count: number) => `${counted(count)} for your team`,
  },
  stuck: {
    title: 'Stuck',
    none: 'Nothing is stuck.',
    all: 'All',
    since: 'since',
  },
  broken: {
    title: 'What broke',
    none: 'No step of ours broke.',
    share: (step: string, count: number, share: number) =>
      `${step}: ${many(count, 'case')}, ${percentText(share)} of those where a step of ours broke`,
  },
  welcome: {
    title: 'Nobody has said anything yet.',
    start: 'Start the sample day',
    starting: 'Starting …',
    open: 'Open the sample day',
    sample:
      'An invented company and sixty mentions: its day lasts a minute here. It is kept apart from yours.',
    soon: 'The day begins in a moment.',
    import: 'Bring in what was said somewhere, from a file:',
    orImport: 'Or bring in what was said somewhere, from a file:',
    importCommand: 'npm run -s earshot -- import FILE --format csv --channel NAME',
  },
};
