import { useMemo } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Point } from '../../../definitions/drawing/segments.ts';
import type { DraftArrow } from './draft-arrow.tsx';
import { farWays } from './far-ways.ts';

/** The arrows of a drawing as it is seen. */
export interface SeenArrows {
  /** Those that are drawn by themselves: from afar those that are chosen, moved or gone along in a trial. */
  readonly single: DraftArrow[];
  /** From afar: how all of them go, and which of them are drawn by themselves. */
  readonly far: {
    readonly ways: ReadonlyMap<string, readonly Point[]>;
    readonly without: ReadonlySet<string>;
  } | null;
}

export function useSeenArrows(flow: Flow, arrows: DraftArrow[], isFar: boolean): SeenArrows {
  return useMemo(() => {
    if (!isFar) return { single: arrows, far: null };
    const single = arrows.filter(isSingle);
    return { single, far: { ways: farWays(flow, arrows), without: new Set(single.map(({ id }) => id)) } };
  }, [flow, arrows, isFar]);
}

function isSingle({ selected, data }: DraftArrow): boolean {
  return selected === true || data?.isMoved === true || (data?.went ?? null) !== null;
}
