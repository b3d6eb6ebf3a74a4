import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { CardRecord } from '../../../definitions/model/views/who.ts';
import { carryOut } from '../../shell/carry-out.ts';
import { ActDialog, ActForm } from '../acts/act-dialog.tsx';
import { useUndoLink } from './card-questions.ts';
import { cardWords } from './card-words.ts';
import { systemName } from './known.ts';

interface NotThemProps {
  readonly caseId: string;
  readonly record: CardRecord;
  readonly onClose: () => void;
}

/** Says that who writes is not this customer, once it was said why; what that takes back is said before. */
export function NotThemDialog({ isOpen, ...rest }: NotThemProps & { readonly isOpen: boolean }): ReactNode {
  return (
    <ActDialog title={cardWords.notThemTitle} isOpen={isOpen} onClose={rest.onClose}>
      <NotThemForm {...rest} />
    </ActDialog>
  );
}

function NotThemForm({ caseId, record: { customer, link }, onClose }: NotThemProps): ReactNode {
  const undo = useUndoLink(caseId, link.id);
  return (
    <ActForm
      happens={cardWords.notThemHappens(customer.name ?? cardWords.nobody, systemName(customer))}
      go={cardWords.notThemGo}
      act={undo}
      onSend={(why) =>
        carryOut(undo, why, {
          onSuccess: () => {
            notifications.show({ message: cardWords.notThemDone, color: 'accent' });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
