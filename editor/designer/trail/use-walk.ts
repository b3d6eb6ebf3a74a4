import { useEffect, useMemo, useRef } from 'react';
import { createSearchParams, useNavigationType, useSearchParams } from 'react-router';
import type { Place } from '../../../definitions/check/issue.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Chosen } from '../commands/remove.ts';
import { stepLeft, trailIn, trailInto, VIA, writtenTrail, type Crumb, type Trail } from './trail.ts';

/** Where in a draft somebody is, as the address says it, and how they go elsewhere. */
export interface Walk {
  /** The flow that is drawn. */
  readonly flow: Flow;
  /** The calls by which one came to it. */
  readonly trail: Trail;
  /** Where a link leads that goes back to a caller; without one: to the drawing that lies below a table. */
  hrefOf(crumb?: Crumb): string;
  /** Shows another flow of the draft, however one would come to it. */
  goTo(flowId: string): void;
  /** Into the flow that a step of this one calls. False: there is no such flow. */
  into(step: string): boolean;
  /** Back to the step that called this flow. */
  back(): void;
  /** Shows a table or a word list over the drawing. */
  openTable(id: string, at?: Pick<Place, 'row' | 'column'>): void;
  openWords(id: string, at?: Pick<Place, 'word' | 'field'>): void;
}

/**
 * Goes through the flows of a draft by their calls. The way that one took stands in the address, so that a reload and
 * the browser's own Back keep to it; who comes back to a caller finds the step chosen by which they had left it.
 */
export function useWalk(content: DraftContent, choose: (chosen: Chosen) => void): Walk {
  const [search, setSearch] = useSearchParams();
  const how = useNavigationType();
  const flow = flowIn(content, search.get('flow') ?? '') ?? content.flow;
  const trail = useMemo(() => trailIn(content, flow.id, search), [content, flow.id, search]);
  const left = useRef({ flow: flow.id, trail });
  useEffect(() => {
    const before = left.current;
    left.current = { flow: flow.id, trail };
    // What is gone leads nobody back when it comes again: they stay where they are by then.
    if (before.flow !== flow.id && search.get('flow') === before.flow)
      setSearch((now) => elsewhere(now), { replace: true });
    // Whoever leads somewhere in place of where one was says what is chosen there.
    if (before.flow === flow.id || how === 'REPLACE') return;
    const step = stepLeft(before.trail, { flow: flow.id, trail });
    const isThere = flow.nodes.some(({ id }) => id === step);
    choose({ nodes: step !== undefined && isThere ? [step] : [], edges: [] });
  }, [flow.id, trail, how, choose, search, setSearch]);

  const here = { flow: flow.id, [VIA]: writtenTrail(trail) };
  const backTo = ({ flow: to }: Crumb, by = trail): typeof here => {
    const at = by.findIndex((one) => one.flow === to);
    return { flow: to, [VIA]: writtenTrail(by.slice(0, Math.max(0, at))) };
  };
  return {
    flow,
    trail,
    hrefOf: (crumb) => `?${createSearchParams(crumb === undefined ? here : backTo(crumb)).toString()}`,
    goTo: (id) => setSearch(id === flow.id ? here : { flow: id }, { replace: true }),
    into(step) {
      const node = flow.nodes.find(({ id }) => id === step);
      if (node?.kind !== 'callActivity' || flowIn(content, node.flow) === undefined) return false;
      if (node.flow === flow.id) return true;
      const way = trailInto(trail, { flow: flow.id, step }, node.flow);
      setSearch({ flow: node.flow, [VIA]: writtenTrail(way) });
      return true;
    },
    back() {
      // Whoever goes back twice in a row is at the first caller before it is drawn.
      const now = new URLSearchParams(window.location.search);
      const by = trailIn(content, now.get('flow') ?? '', now);
      const last = by.at(-1);
      if (last !== undefined) setSearch(backTo(last, by));
    },
    openTable: (id, { row = '', column = '' } = {}) =>
      setSearch({ ...here, table: id, ...(row + column === '' ? {} : { row, column }) }),
    openWords: (id, { word = '', field = '' } = {}) =>
      setSearch({ ...here, words: id, ...(word === '' ? {} : { word, part: field }) }),
  };
}

/** The address without the flow that it names, and the way there. */
function elsewhere(search: URLSearchParams): URLSearchParams {
  const left = new URLSearchParams(search);
  for (const name of ['flow', VIA]) left.delete(name);
  return left;
}
