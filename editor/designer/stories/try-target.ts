import { useState } from 'react';
import { drawingWords } from '../../shell/drawing-words.ts';
import { trialOf } from '../trial/trial.ts';
import type { Trying } from '../trial/use-trial.ts';
import type { Target } from './story-run.ts';
import type { Stories } from './use-stories.ts';

/** Opens “Try it” with a story that comes to a target, where one is found; else with one that comes near, or with none. */
export function useTryTarget(
  { startFor }: Pick<Stories, 'startFor'>,
  trying: Pick<Trying, 'open' | 'begin'>,
): {
  readonly isSearching: boolean;
  /** How it went, where that is to be said. */
  readonly said: string;
  /** `then` is called once something is tried. */
  readonly find: (target: Target, name: string, then?: () => void) => void;
} {
  const [isSearching, setSearching] = useState(false);
  const [said, setSaid] = useState('');
  const { untold } = drawingWords.stories;
  const find = async (target: Target, name: string, then?: () => void): Promise<void> => {
    setSearching(true);
    setSaid(untold.searching);
    const found = await startFor(target);
    setSearching(false);
    setSaid(found === null ? untold.nowhere : found.isThere ? '' : untold.near);
    then?.();
    if (found === null) return trying.begin();
    // Under a name of its own: what is kept takes the place of a story that is called the same.
    trying.open(trialOf({ ...found.scenario, name: untold.comesTo(name) }), found.at);
  };
  return { isSearching, said, find: (...of) => void find(...of) };
}
