import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { DraftRow } from '../../definitions/model/views/flow.ts';
import { ActForm } from '../cases/acts/act-dialog.tsx';
import { carryOut } from '../shell/carry-out.ts';
import { words } from '../shell/words.ts';
import { useDiscardDraft, useRenameDraft } from './flow-act-questions.ts';
import { NameForm } from './name-form.tsx';

interface DraftFormProps {
  readonly draft: DraftRow;
  readonly onClose: () => void;
}

export function RenameForm({ draft, onClose }: DraftFormProps): ReactNode {
  const rename = useRenameDraft(draft);
  return (
    <NameForm
      happens={words.flowActs.renameHappens}
      go={words.flowActs.renameGo}
      proposed={draft.name}
      act={rename}
      onSend={(name) =>
        carryOut(rename, name, {
          onSuccess: () => {
            notifications.show({ message: words.flowActs.renamed, color: 'accent' });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}

/** Asks once, then the draft is gone. */
export function DiscardForm({ draft, onClose }: DraftFormProps): ReactNode {
  const discard = useDiscardDraft(draft);
  const navigate = useNavigate();
  return (
    <ActForm
      happens={words.flowActs.discardHappens}
      go={words.flowActs.discardGo}
      isGrave
      asksWhy={false}
      act={discard}
      onSend={() =>
        carryOut(discard, undefined, {
          onSuccess: () => {
            notifications.show({ message: words.flowActs.discarded, color: 'accent' });
            onClose();
            void navigate('/flows');
          },
        })
      }
      onClose={onClose}
    />
  );
}
