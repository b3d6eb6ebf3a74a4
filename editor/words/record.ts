/** Words of the record. */
import type { Act } from '../../definitions/model/act.ts';
import { counted } from './locale.ts';
import { many } from './many.ts';

/** What was done, as it is said after the name of who did it. */
const acts = {
  'answered a task': 'answered a task',
  'took a task': 'took a task',
  'gave a task back': 'gave a task back',
  'handed a task over': 'handed a task over',
  'logged a call': 'logged a call',
  'linked cases': 'let a case go on in another',
  'brought a case back': 'brought a case back',
  'cancelled a case': 'cancelled a case',
  'led a stuck run on': 'led a stuck case on',
  'led a group of stuck runs on': 'led stuck cases on together',
  'stopped leading a group on': 'stopped leading cases on',
  'owner moved up': 'asked the next one up',
  'team was told': 'told the team',
  'began a flow': 'began a flow',
  'copied a flow': 'copied a flow',
  'renamed a draft': 'renamed a draft',
  'threw a draft away': 'threw a draft away',
  'archived a flow': 'archived a flow',
  'brought a flow back': 'brought a flow back',
  'let new cases begin with a flow': 'let new cases begin with a flow',
  'published a revision': 'published a revision',
  'released a revision': 'made a revision live',
  'changed a person': 'changed a person',
  'changed a team': 'changed a team',
  'declared a channel': 'set up a channel',
  'signed in': 'signed in',
} satisfies Record<Act, string>;

export const record = {
  title: 'Record',
  empty: 'Nothing recorded yet',
  emptyToDo: 'Who did what, and why, is kept here for ever.',
  emptyFiltered: 'Nothing recorded fits these filters',
  columns: { at: 'When', who: 'Who', act: 'Did what', why: 'Why' },
  system: 'Earshot',
  gone: 'Somebody',
  acts,
  parts: { who: 'the person', act: 'the act', caseId: 'the case' },
  oneCase: 'one case',
  inCase: (title: string) => `in “${title}”`,
  only: (name: string) => `Only ${name}`,
  about: {
    quoted: (name: string) => `“${name}”`,
    to: (name: string) => `to ${name}`,
    copyOf: (name: string) => `of “${name}”`,
    cases: (count: number) => many(count, 'case'),
    casesOf: (done: number, all: number) => `after ${counted(done)} of ${many(all, 'case')}`,
  },
};
