import type { TextAnnotation } from '../../definitions/flow/text-annotation.ts';
import type { Behaviour } from './behaviour.ts';
import { leave } from './move.ts';

/** A note is not executed. An edge drawn to one ends there, as at a step without a way on. */
export function linkTextAnnotation(_node: TextAnnotation): Behaviour {
  return {
    ports: ['out'],
    begin: (draft, at) => leave(draft, at, 'out'),
    skip: (draft, at) => leave(draft, at, 'out'),
  };
}
