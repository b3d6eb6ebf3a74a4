import type { ReactNode } from 'react';
import type { DraftRow, RevisionRow } from '../../definitions/model/views/flow.ts';
import { whenInText } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import { words } from '../shell/words.ts';
import styles from './flow-page.module.css';

/** In an address, in place of a revision. */
export const DRAFT = 'draft';

/** What of a flow can be looked at: its draft, and its revisions, the newest first. */
export function useRevisionOptions(
  draft: DraftRow | null,
  revisions: readonly RevisionRow[],
): readonly { readonly value: string; readonly label: string }[] {
  const now = useNow();
  const { flows } = words;
  return [
    ...(draft === null ? [] : [{ value: DRAFT, label: flows.draftOption(whenInText(draft.at, now)) }]),
    ...revisions.map((one) => ({
      value: one.hash,
      label: `${flows.revision(one.number)} · ${whenInText(one.at, now)}${one.live ? ` · ${flows.live}` : ''}`,
    })),
  ];
}

/** Who made a revision, and why; or who changed the draft last. */
export function WhoMade({ made }: { readonly made: RevisionRow | DraftRow | undefined }): ReactNode {
  if (made === undefined || made.by.name === '') return null;
  const why = 'why' in made && made.why !== '' ? ` · ${made.why}` : '';
  return <span className={styles['quiet']}>{`${words.flows.by(made.by.name)}${why}`}</span>;
}
