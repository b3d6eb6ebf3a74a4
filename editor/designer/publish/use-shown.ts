import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Standing } from '../sync/standing.ts';
import type { DraftSync } from '../sync/draft-sync.ts';

/** What somebody looks at who wants to publish: the draft as the server had it at a version. */
export interface Shown {
  readonly version: number;
  readonly content: DraftContent;
}

/** What is shown stays as it is until one looks again; null: what was done has not been sent yet. */
export function useShown(sync: DraftSync): {
  readonly shown: Shown | null;
  readonly standing: Standing;
  /** The draft is not what is shown any more. */
  readonly hasMovedOn: boolean;
  readonly lookAgain: () => void;
} {
  const { version, content, pending } = useSyncExternalStore(sync.subscribe, sync.state);
  const standing = useSyncExternalStore(sync.subscribe, sync.standing);
  const [shown, setShown] = useState<Shown | null>(null);
  const isSent = pending.length === 0 && standing.is === 'saved';
  useEffect(() => {
    if (shown === null && isSent) setShown({ version, content });
  }, [shown, isSent, version, content]);
  return {
    shown,
    standing,
    hasMovedOn: shown !== null && (shown.version !== version || pending.length > 0),
    lookAgain: () => void sync.hear().then(() => setShown(null)),
  };
}
