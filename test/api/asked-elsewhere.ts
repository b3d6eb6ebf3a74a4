/** Operations whose answers other tests hold against their description. */
export const ASKED_ELSEWHERE: readonly string[] = [
  'readOpenapi',
  'signIn',
  'signOut',
  'workAs',
  'receiveWebhook',
  'watchChanges',
  // sample-day.test.ts
  'startSampleDay',
  'paceSampleDay',
  'answerSampleDay',
  'removeSampleDay',
  // who.test.ts
  'listWhoQuestions',
  'countWhoQuestions',
  'answerWhoQuestion',
  'undoLink',
  'readCustomerCard',
];
