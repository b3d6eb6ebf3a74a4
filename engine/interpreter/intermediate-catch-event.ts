import type { IntermediateCatchEvent } from '../../definitions/flow/intermediate-catch-event.ts';
import type { Behaviour } from './behaviour.ts';
import { cancelWork } from './cancel.ts';
import { freshId } from './draft.ts';
import { linkWait } from './due.ts';
import { raiseIncident } from './incident.ts';
import type { Linker } from './linker.ts';
import { leave } from './move.ts';

/** Waits for its timer. A wait for 'never' would stop silently, so it is stuck where people see it. */
export function linkIntermediateCatchEvent(node: IntermediateCatchEvent, linker: Linker): Behaviour {
  const due = linkWait(linker, node.wait);
  return {
    ports: ['out'],
    begin(draft, at) {
      const until = due(at.scope.variables, draft.at) ?? {
        code: 'no moment',
        message: 'The wait has no end: its expression gave nothing.',
      };
      if (typeof until === 'object') {
        raiseIncident(draft, at, 0, 'node', { kind: 'expression failed', failure: until });
        return;
      }
      const id = freshId(draft, 'w');
      draft.waits.set(id, { token: at.token, place: at.place, for: 'timer', until });
      draft.commands.push({ type: 'startTimer', id, place: at.place, at: until });
    },
    timer: (draft, at) => leave(draft, at, 'out'),
    skip(draft, at, _value, port) {
      cancelWork(draft, at.token);
      leave(draft, at, port, { skipped: true });
    },
  };
}
