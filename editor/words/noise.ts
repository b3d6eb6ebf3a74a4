/** Words of what was put aside, and of the way back. */

export const noise = {
  title: 'Put aside',
  about:
    'What no rule found worth an answer. A person may see it otherwise: bring it back, and it is worked on like any other.',
  empty: 'Nothing was put aside',
  emptyToDo: 'What a rule finds not worth an answer stands here, with the rule and what it looked at.',
  someone: 'Somebody',
  erased: 'This text was erased.',
  noWords: 'No words.',
  why: 'Why',
  row: (table: string, row: number) => `“${table}”, row ${row}`,
  noRow: (table: string) => `“${table}”: no row fits`,
  step: (step: string) => `“${step}”`,
  unknown: 'The rule cannot be told any more.',
  fact: (name: string, value: string, test: string | null) =>
    test === null ? `${name}: ${value}` : `${name}: ${value} (asked: ${test})`,
  nothing: 'not known',
  seeRule: 'See the rule',
  bringBack: 'Bring it back',
  withReason: 'With a reason…',
  reasonTitle: 'Bring it back',
  standardWhy: 'It needs an answer.',
  broughtBack: 'It is in work again.',
  stays: {
    'coming back': 'is on its way back into work',
    'older drawing':
      'Its drawing is older and does not know how to bring it back. Answer on the channel itself.',
  },
};
