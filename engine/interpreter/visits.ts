import type { Visits } from './state.ts';

/** Part of the state's form: another number would look for a node's count in another drawer. */
const DRAWERS = 64;

const EMPTY: Visits[number] = Object.freeze([]);

/** No node visited yet. */
export const NO_VISITS: Visits = Object.freeze(Array.from({ length: DRAWERS }, () => EMPTY));

/** Which drawer counts the visits of a node: a hash of its id alone, so that it outlives changes of the drawing. */
export function drawerOf(nodeId: string): number {
  let hash = 0;
  for (let i = 0; i < nodeId.length; i += 1) hash = (Math.imul(hash, 31) + nodeId.charCodeAt(i)) | 0;
  return (hash >>> 0) % DRAWERS;
}

/** The drawer with one more visit of the node, as a copy; `countIn` of it is the visit's number. */
export function withVisit(drawer: Visits[number] | undefined, nodeId: string): Visits[number] {
  if (drawer === undefined || drawer.length === 0) return [nodeId, 1];
  const copy = drawer.slice();
  const found = copy.indexOf(nodeId);
  if (found < 0) copy.push(nodeId, 1);
  else copy[found + 1] = countIn(drawer, nodeId) + 1;
  return copy;
}

/** The node's count in its drawer. */
export function countIn(drawer: Visits[number], nodeId: string): number {
  const found = drawer.indexOf(nodeId);
  const count = found < 0 ? 0 : drawer[found + 1];
  return typeof count === 'number' ? count : 0;
}
