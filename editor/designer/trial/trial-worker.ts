import type { Program } from '../../../engine/interpreter/program.ts';
import type { TellAnswer, TellQuestion } from './telling.ts';
import { programOf, toldBy } from './told.ts';

let program: Program | null = null;

/** Tells trials beside the page, so that drawing never waits for it. */
self.onmessage = ({ data: { turn, draft, trial } }: MessageEvent<TellQuestion>) => {
  if (draft !== null) program = programOf(draft.content, draft.activities);
  const answer: TellAnswer = { turn, told: program === null ? null : toldBy(program, trial) };
  self.postMessage(answer);
};
