import type { StartEvent } from '../../definitions/flow/start-event.ts';
import type { Behaviour } from './behaviour.ts';
import { leave } from './move.ts';

/** Lets the token through. */
export function linkStartEvent(_node: StartEvent): Behaviour {
  return {
    ports: ['out'],
    begin: (draft, at) => leave(draft, at, 'out'),
    skip: (draft, at, _value, port) => leave(draft, at, port),
  };
}
