import type { ELK, ElkNode } from 'elkjs/lib/elk-api';
import Elk from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { CARD, type Box } from '../../../definitions/drawing/place.ts';
import type { Spot } from '../commands/spot.ts';
import type { LayOut } from './place-bands.ts';

/** Layered, in the order in which steps were drawn where it is free to choose. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.layered.spacing.nodeNodeBetweenLayers': '36',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.componentComponent': '36',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

/** Parts that nothing joins stand beside each other rather than below. */
const WIDE = { 'elk.aspectRatio': '1.8' };

/**
 * Lays sheets out in a worker of its own, with the Eclipse Layout Kernel: from left to right unless said otherwise, and
 * of cards unless `sizeOf` tells of others. `end` lets the worker go.
 */
export function elkLayout({
  direction = 'RIGHT',
  sizeOf = () => CARD,
}: {
  readonly direction?: 'RIGHT' | 'UP';
  readonly sizeOf?: (id: string) => Pick<Box, 'width' | 'height'>;
} = {}): { readonly layOut: LayOut; readonly end: () => void } {
  const elk: ELK = new Elk({ workerUrl });
  return {
    layOut: async ({ nodes, edges }) => {
      const graph: ElkNode = {
        id: 'sheet',
        layoutOptions: { ...OPTIONS, 'elk.direction': direction, ...(direction === 'UP' && WIDE) },
        children: nodes.map((id) => ({ id, ...sizeOf(id) })),
        edges: edges.map(({ id, from, to }) => ({ id, sources: [from], targets: [to] })),
      };
      const { children = [] } = await elk.layout(graph);
      return new Map(children.map(({ id, x = 0, y = 0 }): [string, Spot] => [id, { x, y }]));
    },
    end: () => elk.terminateWorker(),
  };
}
