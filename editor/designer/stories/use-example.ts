import { useEffect, useMemo, useState } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Chosen } from '../commands/remove.ts';
import type { Trying } from '../trial/use-trial.ts';
import type { StepExample } from './story-run.ts';
import type { Stories } from './use-stories.ts';

/**
 * The values that the rules of the chosen step are shown with: those of the moment that is tried, or else those that
 * the first story that comes to the step has there. Null: there are none. The same object as long as they stay.
 */
export function useExample({
  stories: { exampleAt, isNow },
  trying,
  flow,
  chosen,
}: {
  readonly stories: Pick<Stories, 'exampleAt' | 'isNow'>;
  readonly trying: Pick<Trying, 'isOn' | 'told' | 'position'>;
  readonly flow: Flow;
  readonly chosen: Chosen;
}): StepExample | null {
  const [only, ...others] = chosen.nodes;
  const node = others.length === 0 ? only : undefined;
  const key = `${flow.id} ${node}`;
  const [found, setFound] = useState<{ readonly key: string; readonly example: StepExample | null } | null>(
    null,
  );
  const tried = trying.isOn ? trying.told?.moments[trying.position]?.known[flow.id] : undefined;
  useEffect(() => {
    if (!isNow || node === undefined) return undefined;
    let isOver = false;
    void exampleAt({ flow: flow.id, node }).then((example) => {
      if (!isOver) setFound((before) => ({ key, example: same(before?.example ?? null, example) }));
    });
    return () => {
      isOver = true;
    };
  }, [isNow, exampleAt, flow.id, node, key]);
  const ofTrial = useMemo(() => (tried === undefined ? null : { story: null, values: tried }), [tried]);
  return ofTrial ?? (found?.key === key ? found.example : null);
}

/** The former one where both say the same: fields are read anew for each other object. */
function same(before: StepExample | null, after: StepExample | null): StepExample | null {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
