import type { Scenario } from '../../../definitions/scenario/scenario.ts';
import { passed } from './moments.ts';
import type { Told } from './told.ts';
import { scenarioOf, type Trial } from './trial.ts';

/** What was tried, as a story that has to come out as it did now; `isSameWay`: by the same steps too. */
export function storyOf(
  trial: Trial,
  { status, outcome, moments }: Pick<Told, 'status' | 'outcome' | 'moments'>,
  { name, isSameWay }: { readonly name: string; readonly isSameWay: boolean },
): Scenario {
  return {
    ...scenarioOf(trial, status === 'ended' || status === 'cancelled'),
    name,
    expect: { status, outcome, ...(isSameWay && { pathIncludes: passed(moments) }) },
  };
}
