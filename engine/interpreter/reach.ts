import type { FlowPlan, NodePlan } from './program.ts';

/**
 * The nodes from which a token can come to `target` by drawn edges without passing a node of `avoiding`. `target`
 * itself is among them only when a loop leads back to it.
 */
export function reachersOf(
  flow: FlowPlan,
  target: NodePlan,
  avoiding: readonly string[],
): ReadonlySet<string> {
  const key = JSON.stringify([target.id, ...avoiding]);
  const known = flow.reachers.get(key);
  if (known !== undefined) return known;
  const found = new Set<string>();
  const open = [...target.comesFrom];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id) || avoiding.includes(id)) continue;
    found.add(id);
    open.push(...(flow.nodes.get(id)?.comesFrom ?? []));
  }
  flow.reachers.set(key, found);
  return found;
}
