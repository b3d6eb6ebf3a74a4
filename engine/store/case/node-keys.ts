import type { Position } from '../../../definitions/model/case.ts';

/** Nobody who draws types it into an id. */
const BETWEEN = '\n';

/** What a case that stands at these is found under: each node alone, and each with its flow. */
export function nodeKeys(positions: readonly Pick<Position, 'flow' | 'node'>[]): readonly string[] {
  return [...new Set(positions.flatMap(({ flow, node }) => [node, nodeKey(flow, node)]))];
}

/** A node of one flow, apart from nodes of that id in other flows. */
export function nodeKey(flow: string, node: string): string {
  return `${flow}${BETWEEN}${node}`;
}
