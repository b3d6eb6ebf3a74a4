import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DraftContentView } from '../../definitions/model/views/flow.ts';
import { useMe } from '../shell/session.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import type { DraftSync } from './sync/draft-sync.ts';
import { openDraft } from './sync/open-draft.ts';

/** The draft, open on this page as long as it is shown; null until it is. */
export function useOpenDraft(flowId: string, draft: DraftContentView): DraftSync | null {
  const { id: person } = useMe();
  const [sync, setSync] = useState<DraftSync | null>(null);
  // As it was read when it was opened: from then on the session knows better.
  const read = useRef(draft);
  if (read.current.born !== draft.born) read.current = draft;
  useEffect(() => {
    let isGone = false;
    const opening = openDraft(flowId, read.current, { person, now: Date.now(), onStuckUndo: sayStuck });
    void opening.then(({ sync: opened }) => isGone || setSync(opened));
    return () => {
      isGone = true;
      setSync(null);
      void opening.then(({ close }) => close());
    };
  }, [flowId, draft.born, person]);
  useSendWhenLeaving(sync);
  // Asked again when the server tells that the flow has changed (editor/shell/changes.ts).
  useQuery({
    queryKey: ['draft news', flowId, draft.born],
    queryFn: async () => {
      await sync?.hear();
      return sync?.state().version ?? 0;
    },
    enabled: sync !== null,
    gcTime: 0,
  });
  return sync;
}

/** What is left to be sent is sent when the page is hidden or left, and tried again when it is back. */
function useSendWhenLeaving(sync: DraftSync | null): void {
  useEffect(() => {
    if (sync === null) return undefined;
    const leave = (): void => sync.sendNow();
    const back = (): void => {
      if (document.visibilityState === 'hidden') sync.sendNow();
      else if (sync.standing().is !== 'saved') sync.tryAgain();
    };
    window.addEventListener('pagehide', leave);
    window.addEventListener('blur', leave);
    window.addEventListener('online', back);
    window.addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('blur', leave);
      window.removeEventListener('online', back);
      window.removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, [sync]);
}

function sayStuck(label: string): void {
  const { cannotUndo, cannotUndoToDo } = drawingWords.session;
  notifications.show({ title: cannotUndo(label), message: cannotUndoToDo, color: 'red' });
}
