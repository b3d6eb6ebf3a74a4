import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { FlowRow, RevisionRow } from '../../definitions/model/views/flow.ts';
import { ActForm } from '../cases/acts/act-dialog.tsx';
import { carryOut } from '../shell/carry-out.ts';
import { words } from '../shell/words.ts';
import { useFlows, useRelease } from './flow-questions.ts';

/** Makes a revision live, once it was said why. */
export function ReleaseForm({
  flow,
  revision,
  onClose,
}: {
  readonly flow: FlowRow;
  readonly revision: RevisionRow;
  readonly onClose: () => void;
}): ReactNode {
  const release = useRelease(flow.id);
  const other = useFlows().data?.find(({ id, takesCases }) => takesCases && id !== flow.id);
  return (
    <ActForm
      happens={other === undefined ? words.flows.releaseText : words.flows.releaseTextOther(other.name)}
      go={words.flows.release}
      act={release}
      onSend={(why) =>
        carryOut(
          release,
          { hash: revision.hash, why },
          {
            onSuccess: (answer) => {
              const message = 'held' in answer ? words.flows.held : words.flows.released;
              notifications.show({ message, color: 'accent' });
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}
