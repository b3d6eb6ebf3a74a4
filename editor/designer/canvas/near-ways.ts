import { useStoreApi } from '@xyflow/react';
import { createContext, useEffect, useMemo, useRef, useState } from 'react';
import { NearWays } from '../../../definitions/drawing/near-ways.ts';
import { drawnPlacement } from '../../../definitions/drawing/place.ts';
import { MOST_ROUTED } from '../../../definitions/drawing/route.ts';
import type { Point } from '../../../definitions/drawing/segments.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { whileIdle } from '../../shell/when-idle.ts';

type Ways = ReadonlyMap<string, readonly Point[]>;

const NONE: Ways = new Map();
/** The drawing is told of so many new ways at a time. */
const AT_ONCE = 300;

/** The ways of arrows, by their ids, as far as they have been found, in a drawing of too many to be found together. */
export const NearWaysContext = createContext<Ways>(NONE);

interface Found {
  readonly flow: Flow;
  readonly ways: Ways;
}

/** Finds them while nothing else is to be done, those in sight first. */
export function useNearWays(flow: Flow): Ways {
  const store = useStoreApi();
  const [found, tell] = useState<Found | null>(null);
  const last = useRef<NearWays | undefined>(undefined);
  const isLarge = flow.edges.length > MOST_ROUTED;
  const ways = useMemo(
    () => (!isLarge || found === null ? NONE : stillJoining(found, flow)),
    [isLarge, found, flow],
  );
  const known = useRef(ways);
  known.current = ways;
  useEffect(() => {
    if (!isLarge) return tell(null);
    const near = new NearWays(drawnPlacement(flow), last.current);
    last.current = near;
    const {
      transform: [x, y, zoom],
      width,
      height,
    } = store.getState();
    const left = byDistance(flow, { x: (width / 2 - x) / zoom, y: (height / 2 - y) / zoom });
    const now = new Map(known.current);
    let at = 0;
    return whileIdle(() => {
      const arrow = left[at];
      at += 1;
      if (arrow !== undefined) {
        const way = near.wayOf(arrow);
        if (way === null) now.delete(arrow.id);
        else now.set(arrow.id, way);
      }
      const isOver = at >= left.length;
      if (isOver || at % AT_ONCE === 0) tell({ flow, ways: new Map(now) });
      return !isOver;
    });
  }, [store, flow, isLarge]);
  return ways;
}

/** Of ways that were found, those of arrows whose ends are where they were. */
function stillJoining({ flow: before, ways }: Found, flow: Flow): Ways {
  if (before === flow) return ways;
  const [was, is] = [placesOf(before), placesOf(flow)];
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

function placesOf(flow: Flow): ReadonlyMap<string, Point> {
  return new Map(flow.nodes.map(({ id, position }) => [id, position]));
}

function byDistance(flow: Flow, middle: Point): readonly { id: string; from: string; to: string }[] {
  const places = placesOf(flow);
  const away = (id: string): number => {
    const place = places.get(id);
    return place === undefined ? Infinity : Math.abs(place.x - middle.x) + Math.abs(place.y - middle.y);
  };
  return flow.edges
    .map(({ id, from, to }) => ({ id, from: from.node, to, away: away(from.node) }))
    .toSorted((a, b) => a.away - b.away);
}
