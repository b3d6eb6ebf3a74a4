/** Words of cases that cannot go on alone. */
import type { ResolveIncidents } from '../../definitions/model/views/incident.ts';
import { many } from './many.ts';

/** What a cause of being stuck is called, by its kind. */
const causes: Readonly<Record<string, (step: string) => string>> = {
  'activity failed': (step: string) => `“${step}” did not work`,
  'no branch true': (step: string) => `No way of “${step}” fits`,
  'expression failed': (step: string) => `The rule of “${step}” could not be worked out`,
  'step budget': (step: string) => `It goes round and round at “${step}”`,
  host: (step: string) => `“${step}” cannot be done at the moment`,
};

/** What the codes of failures mean that the engine itself gives; those of activities are plain words already. */
const codes: Readonly<Record<string, string>> = {
  timeout: 'it took too long',
  'unknown effect': 'nobody can tell whether it happened',
  'invalid input': 'it was given something it cannot use',
  erased: 'the text it needs was erased',
  unreachable: 'the other side does not answer',
};

export const stuck = {
  title: 'Stuck',
  empty: 'Nothing is stuck',
  emptyToDo: 'When a case cannot go on alone it stands here, with the ways out.',
  count: (count: number) => many(count, 'case'),
  since: 'since',
  show: 'Show the cases',
  hide: 'Hide the cases',
  all: 'For all of them',
  ways: {
    retry: 'Try again',
    correct: 'Correct a value and go on…',
    skip: 'Skip with a value…',
    cancel: 'Cancel…',
  } satisfies Record<ResolveIncidents['way'], string>,
  titles: {
    retry: 'Try again',
    correct: 'Correct a value and go on',
    skip: 'Skip this step',
    cancel: 'Cancel the case',
  } satisfies Record<ResolveIncidents['way'], string>,
  explains: {
    retry: 'The step is done once more, as it is.',
    correct: 'The value is changed in the case; then the step is done once more.',
    skip: 'The case goes on as if the step had answered this.',
    cancel: 'The case ends here. Its open tasks are taken back.',
  } satisfies Record<ResolveIncidents['way'], string>,
  go: {
    retry: 'Try again',
    correct: 'Correct and go on',
    skip: 'Skip',
    cancel: 'Cancel the case',
  } satisfies Record<ResolveIncidents['way'], string>,
  value: 'Value',
  newValue: 'New value',
  which: 'Which value',
  whichMissing: 'Choose which value to correct.',
  whichWay: 'Which way on',
  whichWayMissing: 'Choose which way it goes on.',
  skipValue: 'What the step should have answered',
  skipHelp: 'Leave it empty for no answer.',
  badValue: {
    number: 'Write a number.',
    boolean: 'Choose yes or no.',
    list: 'Write it as a list, like ["a", "b"].',
  },
  resolved: (count: number) => `${many(count, 'case')} led on`,
  refused: (count: number, reason: string) => `${many(count, 'case')} could not be led on: ${reason}`,
  forAuthor: 'For who drew the flow',
  causes,
  cause: (step: string) => `“${step}” cannot go on`,
  codes,
};
