import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { DRAWERS } from '../../definitions/model/people.ts';
import type { FlowRow, RevisionRow } from '../../definitions/model/views/flow.ts';
import { ActDialog, ActForm } from '../cases/acts/act-dialog.tsx';
import { carryOut } from '../shell/carry-out.ts';
import { whenInText } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import { useMay } from '../shell/session.tsx';
import { words } from '../shell/words.ts';
import { useRestore } from './flow-act-questions.ts';

/** Begins a draft with the revision that is looked at, by those who may; not with what is live, which 'Draw' does. */
export function RestoreRevision({
  flow,
  revision,
}: {
  readonly flow: FlowRow;
  readonly revision: RevisionRow;
}): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  const { restore } = words;
  if (!useMay(DRAWERS) || flow.archived !== null || (revision.live && flow.draft === null)) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {restore.open}
      </Button>
      <ActDialog title={restore.title(revision.number)} isOpen={isOpen} onClose={close}>
        <RestoreForm flow={flow} revision={revision} onClose={close} />
      </ActDialog>
    </>
  );
}

/** Where there is a draft already it goes only if one says so. */
function RestoreForm({
  flow: { id, draft },
  revision,
  onClose,
}: {
  readonly flow: FlowRow;
  readonly revision: RevisionRow;
  readonly onClose: () => void;
}): ReactNode {
  const act = useRestore(id);
  const navigate = useNavigate();
  const now = useNow();
  const [isSaid, setSaid] = useState(false);
  const [isTried, setTried] = useState(false);
  const { restore } = words;
  return (
    <ActForm
      before={
        draft === null ? undefined : (
          <>
            <p>{restore.thereIsOne(draft.by.name, whenInText(draft.at, now))}</p>
            <Checkbox
              label={restore.putAway}
              checked={isSaid}
              error={isTried && !isSaid ? restore.sayIt : undefined}
              onChange={(event) => setSaid(event.currentTarget.checked)}
            />
          </>
        )
      }
      happens={draft === null ? restore.happens(revision.number) : restore.happensInstead(revision.number)}
      go={restore.go}
      isGrave={draft !== null}
      isReady={draft === null || isSaid}
      asksWhy={false}
      act={act}
      onTry={() => setTried(true)}
      onSend={() =>
        carryOut(
          act,
          { revision: revision.hash, ...(draft === null ? {} : { instead: draft.version }) },
          {
            onSuccess: () => {
              notifications.show({ message: restore.done(revision.number), color: 'accent' });
              onClose();
              void navigate(`/flows/${encodeURIComponent(id)}/draft`);
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
