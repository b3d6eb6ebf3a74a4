import type { BrokenStep, CaseStatus, Position, Worth } from '../../../definitions/model/case.ts';
import type { CaseDoc } from '../models/case.ts';

/**
 * How a case counts among those that opened with it. `worth`: what it was found to be worth; 'unread' until its run
 * has said so, 'continued' once it goes on in another case, which counts in its place.
 */
export interface Counted {
  readonly worth: Worth | 'unread' | 'continued';
  readonly answered: boolean;
  readonly wroteAgain: boolean;
  readonly outcome: string | null;
  readonly brokenStep: BrokenStep | null;
}

/** How a case stands now: its status, and the steps it stands at. */
export interface Standing {
  readonly status: CaseStatus;
  readonly steps: readonly { readonly flow: string; readonly node: string }[];
}

/** Key of a tally of mentions. */
export const HEARD = 'heard';

type CountedKey = [Counted['worth'], 0 | 1, 0 | 1, string | null, BrokenStep | null];
type StandingKey = [CaseStatus, ...[flow: string, node: string][]];

/** The key that a case is counted under. */
export function countedKey(
  doc: Pick<CaseDoc, 'worth' | 'primaryCaseId' | 'answeredAt' | 'wroteAgain' | 'outcome' | 'brokenStep'>,
): string {
  const worth = doc.primaryCaseId === null ? (doc.worth ?? 'unread') : 'continued';
  const key: CountedKey = [
    worth,
    doc.answeredAt ? 1 : 0,
    doc.wroteAgain ? 1 : 0,
    doc.outcome,
    doc.brokenStep,
  ];
  return JSON.stringify(key);
}

export function readCounted(text: string): Counted {
  const [worth, answered, wroteAgain, outcome, brokenStep]: CountedKey = JSON.parse(text);
  return { worth, answered: answered === 1, wroteAgain: wroteAgain === 1, outcome, brokenStep };
}

/** The key of how a case stands; a step at which it stands twice is named once. */
export function standingKey(
  status: CaseStatus,
  positions: readonly Pick<Position, 'flow' | 'node'>[],
): string {
  const steps = [...new Set(positions.map(({ flow, node }) => JSON.stringify([flow, node])))].sort();
  return `[${[JSON.stringify(status), ...steps].join(',')}]`;
}

export function readStanding(text: string): Standing {
  const [status, ...steps]: StandingKey = JSON.parse(text);
  return { status, steps: steps.map(([flow, node]) => ({ flow, node })) };
}
