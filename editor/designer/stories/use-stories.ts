import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { RunningStories, type Drafted } from './running.ts';
import type { FoundStart, StepExample, StoryRun, Target } from './story-run.ts';
import type { Untold } from './untold.ts';

/** How the stories of a draft come out as it stands. */
export interface Stories {
  readonly runs: ReadonlyMap<string, StoryRun>;
  /** Null until all have been run once. */
  readonly untold: Untold | null;
  /** What is known is of the draft as it stands now. */
  readonly isNow: boolean;
  /** They cannot be run here. */
  readonly cannot: boolean;
  /** What no story passes is marked on the drawing and in tables. */
  readonly isMarking: boolean;
  mark(isMarking: boolean): void;
  startFor(target: Target): Promise<FoundStart | null>;
  exampleAt(at: { readonly flow: string; readonly node: string }): Promise<StepExample | null>;
}

/** Whoever draws pauses so long before stories are run: in between they would be overtaken. */
const PAUSE_MS = 400;

interface Known {
  readonly of: Drafted | null;
  readonly runs: ReadonlyMap<string, StoryRun>;
  readonly untold: Untold | null;
  readonly isWhole: boolean;
}

const NOTHING: Known = { of: null, runs: new Map(), untold: null, isWhole: false };

/** Runs the stories of a draft beside the page whenever it changes, as long as somebody `isAsking`. */
export function useStories({
  content,
  activities,
  isAsking,
}: {
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly isAsking: boolean;
}): Stories {
  const [known, setKnown] = useState(NOTHING);
  const [cannot, setCannot] = useState(false);
  const [isMarking, mark] = useState(false);
  const running = useRef<RunningStories | null>(null);
  const isOn = isAsking || isMarking;
  useEffect(() => {
    if (!isOn) return undefined;
    const worker = new RunningStories({
      news: (of, { runs, untold }) =>
        setKnown((before) => ({
          of,
          runs: new Map([...before.runs, ...runs]),
          untold: untold ?? before.untold,
          isWhole: untold !== null,
        })),
      broken: () => setCannot(true),
    });
    running.current = worker;
    return () => {
      running.current = null;
      worker.end();
    };
  }, [isOn]);
  const asked = useRef<DraftContent | null>(null);
  useEffect(() => {
    if (!isOn) {
      asked.current = null;
      return undefined;
    }
    // At once the first time, and after a pause from then on.
    const timer = setTimeout(
      () => running.current?.run({ content, activities }),
      asked.current === null ? 0 : PAUSE_MS,
    );
    asked.current = content;
    return () => clearTimeout(timer);
  }, [isOn, content, activities]);
  const startFor = useCallback(
    (target: Target) => running.current?.startFor(target) ?? Promise.resolve(null),
    [],
  );
  const exampleAt = useCallback(
    (at: Parameters<Stories['exampleAt']>[0]) => running.current?.exampleAt(at) ?? Promise.resolve(null),
    [],
  );
  const isNow = known.isWhole && known.of?.content === content && known.of.activities === activities;
  return useMemo(
    () => ({
      runs: known.runs,
      untold: known.untold,
      isNow,
      cannot,
      isMarking,
      mark,
      startFor,
      exampleAt,
    }),
    [known, isNow, cannot, isMarking, startFor, exampleAt],
  );
}
