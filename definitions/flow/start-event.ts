import type { NodeBase } from './base.ts';

/** A mention arrived (in a called flow: the caller arrived). One per flow. Port: out. */
export type StartEvent = NodeBase<'startEvent'>;
