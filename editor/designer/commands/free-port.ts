import type { Flow } from '../../../definitions/flow/flow.ts';
import { portsOf } from '../../../definitions/flow/ports.ts';

/** Where the next step goes behind this one: its first port that leads nowhere, else its first; undefined: it has none. */
export function freePort(flow: Flow, nodeId: string): string | undefined {
  const node = flow.nodes.find(({ id }) => id === nodeId);
  if (node === undefined) return undefined;
  const ports = portsOf(node);
  const used = new Set(flow.edges.filter(({ from }) => from.node === nodeId).map(({ from }) => from.port));
  // A failure or a lateness is rarely what is meant.
  const own = ports.filter(({ what }) => what !== 'error' && what !== 'timer');
  return (own.find(({ port }) => !used.has(port)) ?? own[0] ?? ports[0])?.port;
}
