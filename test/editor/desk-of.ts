import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Desk } from '../../editor/designer/desk.ts';
import { did, redone, undone, type Turned } from '../../editor/designer/session/acts.ts';
import { begun } from '../../editor/designer/session/state.ts';

/** Makes ids that nothing has yet. */
export function ids(): () => string {
  let last = 0;
  return () => `new-${(last += 1)}`;
}

/** A desk on which nothing is sent anywhere. */
export function deskOf(content: DraftContent): Desk {
  let session = begun(1, content);
  const newId = ids();
  const turn = ({ session: next }: Turned): void => {
    session = next;
  };
  return {
    state: () => session,
    subscribe: () => () => undefined,
    do(label, command) {
      session = did(session, { id: newId(), label, after: command(session.content) });
    },
    undo: () => turn(undone(session, newId(), (of) => of)),
    redo: () => turn(redone(session, newId(), (of) => of)),
  };
}
