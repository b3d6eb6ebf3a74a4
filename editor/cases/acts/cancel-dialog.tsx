import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { carryOut } from '../../shell/carry-out.ts';
import { words } from '../../shell/words.ts';
import { ActDialog, ActForm } from './act-dialog.tsx';
import { useCancelCase } from './case-act-questions.ts';

interface CancelProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Ends the work on a case, once it was said why. */
export function CancelDialog({ isOpen, ...rest }: CancelProps & { readonly isOpen: boolean }): ReactNode {
  return (
    <ActDialog title={words.caseActs.cancel} isOpen={isOpen} onClose={rest.onClose}>
      <CancelForm {...rest} />
    </ActDialog>
  );
}

function CancelForm({ caseId, onClose }: CancelProps): ReactNode {
  const cancel = useCancelCase(caseId);
  return (
    <ActForm
      happens={words.caseActs.cancelHappens}
      go={words.caseActs.cancelGo}
      isGrave
      act={cancel}
      onSend={(why) =>
        carryOut(cancel, why, {
          onSuccess: () => {
            notifications.show({ message: words.caseActs.cancelled, color: 'accent' });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
