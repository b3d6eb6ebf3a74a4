import { calls } from './calls.ts';
import { changed } from './changed.ts';
import { oneCase } from './case.ts';
import { caseActs } from './case-acts.ts';
import { cells } from './cells.ts';
import { cases } from './cases.ts';
import { compare, restore } from './history.ts';
import { filters } from './filters.ts';
import { flowActs } from './flow-acts.ts';
import { flowFiles } from './flow-files.ts';
import { flows } from './flows.ts';
import { matter } from './matter.ts';
import { moments } from './moments.ts';
import { channelKinds, replyKinds, replyStatus, roles, status } from './nouns.ts';
import { noise } from './noise.ts';
import { parts } from './parts.ts';
import { people } from './people.ts';
import { record } from './record.ts';
import { retries } from './retries.ts';
import { acts, failures, nav, product } from './shell.ts';
import { sampleDay } from './sample-day.ts';
import { step } from './step.ts';
import { stuck } from './stuck.ts';
import { tasks } from './tasks.ts';
import { today } from './today.ts';
import { timeline, way } from './way.ts';

/** Every text of the pages in English. Short, said by a colleague; never a word of the machinery behind. */
export const english = {
  product,
  nav,
  today,
  failures,
  acts,
  moments,
  status,
  channelKinds,
  replyKinds,
  replyStatus,
  roles,
  filters,
  cases,
  cells,
  case: oneCase,
  caseActs,
  matter,
  way,
  timeline,
  step,
  tasks,
  calls,
  stuck,
  retries,
  noise,
  flows,
  flowActs,
  flowFiles,
  changed,
  compare,
  restore,
  parts,
  people,
  record,
  sampleDay,
};
