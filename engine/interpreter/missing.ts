import { noteFailure, type Linker } from './linker.ts';
import type { TaskWork } from './task.ts';

/** The work of a task that names something the revision does not have; its step is stuck before it would begin. */
export function missing(linker: Linker, what: 'table' | 'activity' | 'flow', id: string): TaskWork {
  const code = `unknown ${what}`;
  const message = `The revision has no ${what} ${id}. Choose another and publish.`;
  noteFailure(linker, code, message);
  return {
    start: () => ({ is: 'failed', kind: 'expression failed', failure: { code, message } }),
    assign: () => undefined,
  };
}
