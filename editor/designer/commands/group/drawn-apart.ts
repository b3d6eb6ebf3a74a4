import type { Flow } from '../../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../../definitions/flow/node.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { STEP } from '../spot.ts';
import type { Region } from './region.ts';

/** Where the first card of a drawing stands. */
const CORNER = { x: 84, y: 72 };

/**
 * The steps of a region as a drawing of its own, between a Start and an End with these ids: they stand to each other as
 * they did. Bands are kept where there are several of them.
 */
export function drawnApart(
  flow: Flow,
  { nodes, entry, outOf }: Region,
  ends: { readonly start: string; readonly end: string },
): Pick<Flow, 'lanes' | 'nodes'> {
  const left = Math.min(...nodes.map(({ position }) => position.x));
  const top = Math.min(...nodes.map(({ position }) => position.y));
  const right = Math.max(...nodes.map(({ position }) => position.x));
  const shift = { x: CORNER.x + STEP.x - left, y: CORNER.y - top };
  const used = new Set(nodes.flatMap(({ lane }) => (lane === undefined ? [] : [lane])));
  const lanes = used.size < 2 ? [] : flow.lanes.filter(({ id }) => used.has(id));
  const bandOf = ({ lane }: FlowNode): { readonly lane?: string } =>
    lanes.length === 0 || lane === undefined ? {} : { lane };
  const last = nodes.find(({ id }) => id === outOf[0]?.from.node) ?? entry;
  const { names } = drawingWords.calledFlows;
  const endAt = (node: FlowNode, x: number) => ({
    ...bandOf(node),
    position: { x, y: node.position.y + shift.y },
  });
  return {
    lanes,
    nodes: [
      { id: ends.start, kind: 'startEvent', name: names.start, ...endAt(entry, CORNER.x) },
      ...nodes.map((node): FlowNode => {
        const { lane: _, ...rest } = node;
        const { x, y } = node.position;
        return { ...rest, ...bandOf(node), position: { x: x + shift.x, y: y + shift.y } };
      }),
      { id: ends.end, kind: 'endEvent', name: names.end, ...endAt(last, right + shift.x + STEP.x) },
    ],
  };
}
