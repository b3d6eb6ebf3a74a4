import { useStoreApi, type ReactFlowState } from '@xyflow/react';
import { createContext, useEffect, useMemo, useRef, useState } from 'react';
import { forking } from '../../../definitions/drawing/arrow-label.ts';
import { NearWays } from '../../../definitions/drawing/near-ways.ts';
import { boxAround, drawnPlacement, touches, type Box } from '../../../definitions/drawing/place.ts';
import { MOST_ROUTED, type Arrow } from '../../../definitions/drawing/route.ts';
import type { Point } from '../../../definitions/drawing/segments.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { whileIdle } from '../../shell/when-idle.ts';
import { isFarAt } from './sight.ts';

type Ways = ReadonlyMap<string, readonly Point[]>;

/** Ways of arrows by their ids, as far as they have been found, and the arrows that begin as one with others. */
export interface FoundWays {
  readonly ways: Ways;
  readonly forked: ReadonlySet<string>;
}

export const NONE_FOUND: FoundWays = { ways: new Map(), forked: new Set() };
/** A drawing that was not moved for so long rests. */
const RESTS_MS = 250;

type Sight = Pick<ReactFlowState, 'transform' | 'width' | 'height'>;

/** In a drawing of too many arrows for their ways to be found together. */
export const NearWaysContext = createContext<FoundWays>(NONE_FOUND);

interface Found {
  readonly flow: Flow;
  readonly ways: Ways;
}

/** Finds those of what is in sight and around it, while nothing else is to be done and the drawing rests. */
export function useNearWays(flow: Flow): FoundWays {
  const store = useStoreApi();
  const [found, tell] = useState<Found | null>(null);
  const last = useRef<NearWays | undefined>(undefined);
  const isLarge = flow.edges.length > MOST_ROUTED;
  const near = useMemo(() => {
    if (!isLarge || found === null) return NONE_FOUND;
    const ways = stillJoining(found, flow);
    return { ways, forked: forking(ways) };
  }, [isLarge, found, flow]);
  const known = useRef(near.ways);
  known.current = near.ways;
  useEffect(() => {
    if (!isLarge) return tell(null);
    const now = new Map(known.current);
    const looked = new Set<string>();
    let search: NearWays | undefined;
    const find = (): (() => void) => {
      const { transform } = store.getState();
      // From afar they go the plainest way.
      if (isFarAt(transform[2], flow.nodes.length)) return () => undefined;
      let left: string[] | undefined;
      return whileIdle(() => {
        search ??= last.current = new NearWays(arrowsOf(flow), drawnPlacement(flow), last.current);
        left ??= cardsIn(flow, aroundSight(store.getState())).filter((card) => !looked.has(card));
        const card = left.pop();
        if (card === undefined) return false;
        looked.add(card);
        for (const [id, way] of search.waysFrom(card)) now.set(id, way);
        if (left.length === 0) tell({ flow, ways: new Map(now) });
        return left.length > 0;
      });
    };
    let callOff = find();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = store.subscribe((state, before) => {
      if (state.transform === before.transform && state.width === before.width) return;
      callOff();
      clearTimeout(timer);
      timer = setTimeout(() => (callOff = find()), RESTS_MS);
    });
    return () => {
      leave();
      clearTimeout(timer);
      callOff();
    };
  }, [store, flow, isLarge]);
  return near;
}

/** What is in sight, and as much again on each side. */
function aroundSight({ transform: [x, y, zoom], width, height }: Sight): Box {
  const [wide, high] = [width / zoom, height / zoom];
  return { x: -x / zoom - wide, y: -y / zoom - high, width: 3 * wide, height: 3 * high };
}

function arrowsOf(flow: Flow): Arrow[] {
  return flow.edges.map(({ id, from, to }) => ({ id, from: from.node, to }));
}

/** Cards that an arrow leaves which may pass through a part of the drawing. */
function cardsIn(flow: Flow, part: Box): string[] {
  const places = drawnPlacement(flow);
  const leaving = flow.edges.flatMap(({ from, to }) => {
    const ends = [places.get(from.node), places.get(to)].filter((end) => end !== undefined);
    return ends.length === 2 && touches(boxAround(ends), part) ? [from.node] : [];
  });
  return [...new Set(leaving)];
}

/** Of ways that were found, those of arrows whose ends are where they were. */
function stillJoining({ flow: before, ways }: Found, flow: Flow): Ways {
  if (before === flow) return ways;
  const [was, is] = [drawnPlacement(before), drawnPlacement(flow)];
  const joined = new Map(before.edges.map((edge) => [edge.id, edge]));
  const isThere = (node: string): boolean => {
    const [a, b] = [was.get(node), is.get(node)];
    return a !== undefined && a.x === b?.x && a.y === b.y;
  };
  return new Map(
    flow.edges.flatMap(({ id, from, to }): [string, readonly Point[]][] => {
      const [way, old] = [ways.get(id), joined.get(id)];
      if (way === undefined || old?.from.node !== from.node || old.to !== to) return [];
      return isThere(from.node) && isThere(to) ? [[id, way]] : [];
    }),
  );
}
