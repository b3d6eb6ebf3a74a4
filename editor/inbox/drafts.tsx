import { createContext, useContext, useMemo, useRef, type ReactNode } from 'react';
import type { JsonObject } from '../../definitions/flow/json.ts';

/** What somebody has begun to write, by task; kept while the pages are open and never sent anywhere. */
export interface Drafts {
  read(taskId: string): JsonObject | undefined;
  keep(taskId: string, values: JsonObject): void;
  forget(taskId: string): void;
}

const DraftsContext = createContext<Drafts | null>(null);

/** Keeps begun answers while somebody looks at other pages. */
export function DraftsProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const kept = useRef(new Map<string, JsonObject>());
  const drafts = useMemo<Drafts>(
    () => ({
      read: (taskId) => kept.current.get(taskId),
      keep: (taskId, values) => void kept.current.set(taskId, values),
      forget: (taskId) => void kept.current.delete(taskId),
    }),
    [],
  );
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

/** Begun answers. Only below a DraftsProvider. */
export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('useDrafts was asked outside of DraftsProvider');
  return drafts;
}
