import type { NodeBase } from './base.ts';

/** A note on the drawing. Not executed, no ports. */
export interface TextAnnotation extends NodeBase<'textAnnotation'> {
  readonly text: string;
}
