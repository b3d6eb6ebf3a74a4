import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore, type ReactNode } from 'react';
import { Pill, type PillTone } from '../shell/pill.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { beHere } from './sync/draft-calls.ts';
import type { DraftSync } from './sync/draft-sync.ts';
import type { Standing } from './sync/standing.ts';

/** A sign of being here is good for 20 s (engine/store/draft-visits.ts). */
const BEAT_MS = 8_000;

/** How what was done stands, and who else has the draft open. */
export function SessionPills({
  sync,
  flowId,
}: {
  readonly sync: DraftSync;
  readonly flowId: string;
}): ReactNode {
  const standing = useSyncExternalStore(sync.subscribe, sync.standing);
  return (
    <>
      <span role="status">
        <StandingPill standing={standing} />
      </span>
      <Others flowId={flowId} />
    </>
  );
}

const TONES: Record<Standing['is'], PillTone> = {
  saved: 'plain',
  saving: 'plain',
  offline: 'person',
  held: 'bad',
};

function StandingPill({ standing }: { readonly standing: Standing }): ReactNode {
  const { session } = drawingWords;
  if (standing.is === 'held')
    return (
      <Pill tone="bad" title={`${standing.sentence} ${standing.whatToDo}`}>
        {session.notSaved(standing.sentence)}
      </Pill>
    );
  return (
    <Pill tone={TONES[standing.is]} {...(standing.is === 'offline' ? { title: session.offlineHelp } : {})}>
      {session[standing.is]}
    </Pill>
  );
}

function Others({ flowId }: { readonly flowId: string }): ReactNode {
  const here = useQuery({
    queryKey: ['draft here', flowId],
    queryFn: () => beHere(flowId),
    refetchInterval: BEAT_MS,
    gcTime: 0,
    retry: false,
  });
  const others = here.data?.others ?? [];
  const [only] = others;
  if (only === undefined || here.isError) return null;
  const { session } = drawingWords;
  const names = others.map(({ name }) => (name === '' ? session.somebody : name));
  return (
    <Pill tone="accent" title={names.join(', ')}>
      {others.length === 1 ? session.here(names[0] ?? '') : session.hereMany(others.length)}
    </Pill>
  );
}
