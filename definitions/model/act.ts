/** What can stand in the record as done, by people and by Earshot. The pages say each of them in plain words. */
export const ACTS = [
  'answered a task',
  'took a task',
  'gave a task back',
  'handed a task over',
  'logged a call',
  'linked cases',
  'brought a case back',
  'cancelled a case',
  'took a scenario from a case',
  'led a stuck run on',
  'led a group of stuck runs on',
  'stopped leading a group on',
  'owner moved up',
  'team was told',
  'began a flow',
  'copied a flow',
  'imported a flow',
  'began a draft',
  'renamed a draft',
  'threw a draft away',
  'archived a flow',
  'brought a flow back',
  'let new cases begin with a flow',
  'published a revision',
  'released a revision',
  'changed stories',
  'asked for approval',
  'approved a publish',
  'sent a publish back',
  'withdrew a publish',
  'changed a person',
  'changed a team',
  'declared a channel',
  'signed in',
] as const;

export type Act = (typeof ACTS)[number];

/** Who stands in the record where no person acted. */
export const EARSHOT = 'earshot';
