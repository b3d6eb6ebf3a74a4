import { mentionCare } from '../../definitions/library/mention-care.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import { SEMANTICS } from '../../engine/interpreter/state.ts';

/** The flow that ships, as if it had been released when the workers offered other activities. */
export function careRevision(): Revision {
  const { flow, flows, ...parts } = mentionCare();
  const called = Object.fromEntries(Object.entries(flows).filter(([id]) => id !== flow.id));
  return { schema: 1, semantics: SEMANTICS, flow, called, ...parts, activities: {} };
}
