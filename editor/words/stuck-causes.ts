/** What holds cases up, in plain words, and what usually helps: by the kind of trouble and by its code. */

type Cause = (step: string) => string;

/** What a cause is called, by its kind. */
export const causes: Readonly<Record<string, Cause>> = {
  'activity failed': (step: string) => `“${step}” did not work`,
  'no branch true': (step: string) => `No way of “${step}” fits`,
  'expression failed': (step: string) => `The rule of “${step}” could not be worked out`,
  'step budget': (step: string) => `It goes round and round at “${step}”`,
  host: (step: string) => (step === '' ? 'Standing still' : `“${step}” cannot be done at the moment`),
};

/** What the codes mean that the engine and the activities that ship give. Others are plain words already. */
export const codes: Readonly<Record<string, string>> = {
  timeout: 'it took too long',
  'unknown effect': 'nobody can tell whether it happened',
  'invalid input': 'it was given something it cannot use',
  erased: 'the text it needs was erased',
  unreachable: 'the other side does not answer',
  'not reachable': 'the other side does not answer',
  'not taken': 'the other side did not take it',
  refused: 'the other side refused it',
  'unknown target': 'nobody said where it goes',
  'customer system unavailable': 'the customer system does not answer',
  'no wording': 'there are no words for this language',
  'unknown case': 'the case is not there',
  'store unavailable': 'the database does not answer',
  'no branch true': 'nothing that is known leads on',
  'wrong value': 'a value is not of the kind the step needs',
  'no moment': 'the time to wait for is not known',
  'calendar ends': 'the opening hours end before that time',
  'calls too deep': 'flows call each other without an end',
  'too many tokens': 'it splits more often than it joins',
  'no worker': 'nothing is there to do the work',
  NotFoundError: 'nothing is there to do the work',
  'engine fault': 'Earshot stumbles over it each time',
  fault: 'the step itself broke',
};

/** What usually helps, by code. */
export const helpsByCode: Readonly<Record<string, string>> = {
  timeout: 'Usually the other side was slow. Wait until it answers, then try again.',
  'unknown effect':
    'Look on the other side whether it happened. If it did, skip the step; if it did not, try again.',
  'invalid input': 'Correct the value that the step was given; it is done once more with it.',
  erased: 'The words are gone for good. Skip the step, or cancel the case.',
  unreachable: 'Have the other side looked after, then try again.',
  'not reachable': 'Have the other side looked after, then try again.',
  'not taken': 'Usually it was too busy. Wait a while, then try again.',
  refused:
    'Ask whoever runs the other side why. Once that is settled, try again; or do it there by hand and skip.',
  'unknown target': 'Have your engineer name the address, then try again.',
  'customer system unavailable': 'Have the customer system looked after, then try again.',
  'customer record unreadable': 'Have the customer’s line put right in the customer system, then try again.',
  'no wording':
    'Write the answer by hand in the case, and skip the step; then add the words to the word list.',
  'store unavailable': 'Once the database answers, try again.',
  'wrong value': 'Correct the value; the step is done once more with it.',
  'no moment': 'Correct the date or length that the wait hangs on, or skip the wait.',
  'calendar ends': 'Have the opening hours extended, then try again; or skip the wait.',
  'no worker': 'Have your engineer start one. The cases go on by themselves.',
  NotFoundError: 'Have your engineer start one that can, then try again.',
  'engine fault': 'Tell your engineer. After an update the cases go on by themselves.',
  fault: 'Tell your engineer what you see here. Once it is mended, try again.',
};

/** What usually helps, by kind, where the code says nothing. */
export const helpsByKind: Readonly<Record<string, string>> = {
  'activity failed': 'Find out what was in its way. Then try again; or do it by hand and skip the step.',
  'no branch true':
    'Choose the way by hand with “Skip”, or correct the value that decides. Then have the missing way drawn.',
  'expression failed':
    'Correct the value that the rule looks at, or skip it with the right answer. Then have the rule mended.',
  'step budget':
    'Correct the value that keeps it going round, or cancel the case. Then have a way out drawn.',
  host: 'The cases go on by themselves once this is mended.',
};

export const helpOtherwise = 'Look at one of the cases, and decide for all of them.';
