import { describe } from 'vitest';
import { agentWalk } from './agent.ts';
import { analystWalk } from './analyst.ts';
import { auditorWalk } from './auditor.ts';
import { engineerWalk } from './engineer.ts';
import { canWalk, dayToWalk } from './walked-day.ts';

/** One sample day, as those who work with Earshot go through it; each begins where the one before left it. */
describe.skipIf(!canWalk)('through the sample day goes', () => {
  const day = dayToWalk();
  agentWalk(day);
  analystWalk(day);
  auditorWalk(day);
  engineerWalk(day);
});
