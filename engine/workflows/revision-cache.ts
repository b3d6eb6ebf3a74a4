import type { Program } from '../interpreter/link.ts';

/**
 * Linked revisions by content hash, shared by all workflows of a worker. Preloaded into the sandbox, so that a
 * thousand open cases of one revision hold it once. Bounded; the eldest goes first. Never seen in a history: a hash
 * always links to the same program, whether it was here or not.
 */
const MOST = 32;
const linked = new Map<string, Program>();

/** The program of this hash, linked now if it is not at hand. */
export function programFor(hash: string, make: () => Program): Program {
  const known = linked.get(hash);
  if (known !== undefined) return known;
  const made = make();
  if (linked.size >= MOST) {
    const eldest = linked.keys().next();
    if (!eldest.done) linked.delete(eldest.value);
  }
  linked.set(hash, made);
  return made;
}
