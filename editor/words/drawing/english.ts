import { approval } from './approval.ts';
import { acts } from './acts.ts';
import { calledFlows } from './called-flows.ts';
import { decisions } from './decisions.ts';
import { designer } from './designer.ts';
import { expressions } from './expressions.ts';
import { inspector } from './inspector.ts';
import { publish } from './publish.ts';
import { requirements } from './requirements.ts';
import { session } from './session.ts';
import { stories } from './stories.ts';
import { trial } from './trial.ts';
import { variables } from './variables.ts';
import { wholeTable } from './whole-table.ts';
import { wordLists } from './word-lists.ts';

/** The texts in English that only drawing needs: the first page does without them. */
export const englishDrawing = {
  approval,
  acts,
  calledFlows,
  decisions,
  designer,
  inspector,
  variables,
  trial,
  publish,
  requirements,
  expressions,
  session,
  wordLists,
  wholeTable,
  stories,
};
