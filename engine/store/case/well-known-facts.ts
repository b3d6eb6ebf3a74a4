import type { Json, JsonObject } from '../../../definitions/flow/json.ts';
import {
  BROKEN_STEP_FACT,
  BROKEN_STEPS,
  WORTHS,
  type BrokenStep,
  type Worth,
} from '../../../definitions/model/case.ts';
import { instant } from '../iso.ts';
import type { CaseDoc } from '../models/case.ts';

type Column = 'ownError' | 'brokenStep' | 'priority' | 'region' | 'dueAt';

/**
 * Facts of a run that lists are filtered and sorted by, as columns of the case. A fact that the flow does not have,
 * or that is of another type than the column's, leaves the column alone; null empties it.
 */
export function wellKnownFacts(facts: JsonObject): Partial<Pick<CaseDoc, Column>> & Pick<CaseDoc, 'worth'> {
  return {
    ...column('ownError', facts['own error'], (fact) => (typeof fact === 'boolean' ? fact : undefined)),
    ...column('brokenStep', facts[BROKEN_STEP_FACT], asBrokenStep),
    ...column('priority', facts['priority'], asName),
    ...column('region', facts['region'], asName),
    ...column('dueAt', facts['due at'], (fact) =>
      typeof fact === 'string' ? (instant(fact) ?? undefined) : undefined,
    ),
    worth: worthOf(facts),
  };
}

/**
 * What the run found it to be worth. A flow that does not ask gives every case an answer, and praise of a case that
 * was over is part of the talk about it.
 */
function worthOf(facts: JsonObject): Worth | null {
  if (facts['worth'] === undefined) return 'answer';
  const worth = WORTHS.find((one) => one === facts['worth']) ?? null;
  return worth === 'praise' && facts['reopened'] === true ? 'answer' : worth;
}

function column<K extends Column>(
  name: K,
  fact: Json | undefined,
  read: (fact: Json) => CaseDoc[K] | undefined,
): object {
  if (fact === undefined) return {};
  const value = fact === null ? null : read(fact);
  return value === undefined ? {} : { [name]: value };
}

function asBrokenStep(fact: Json): BrokenStep | undefined {
  return BROKEN_STEPS.find((step) => step === fact);
}

function asName(fact: Json): string | undefined {
  if (typeof fact === 'number') return String(fact);
  return typeof fact === 'string' && fact !== '' ? fact : undefined;
}
