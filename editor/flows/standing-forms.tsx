import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import type { FlowRow } from '../../definitions/model/views/flow.ts';
import { ActForm } from '../cases/acts/act-dialog.tsx';
import acts from '../cases/acts/acts.module.css';
import forms from '../inbox/task-form.module.css';
import { carryOut } from '../shell/carry-out.ts';
import { words } from '../shell/words.ts';
import { useArchiveFlow, useLetTakeCases } from './flow-act-questions.ts';
import { useFlows } from './flow-questions.ts';

interface StandingFormProps {
  readonly flow: FlowRow;
  readonly onClose: () => void;
}

/** Lets new cases begin with a flow, once it was said why. */
export function TakeCasesForm({ flow, onClose }: StandingFormProps): ReactNode {
  const letTake = useLetTakeCases(flow.id);
  const before = useFlows().data?.find(({ takesCases }) => takesCases)?.name ?? null;
  return (
    <ActForm
      happens={words.flowActs.takeCasesHappens(flow.name, before)}
      go={words.flowActs.takeCasesGo}
      act={letTake}
      onSend={(why) =>
        carryOut(letTake, why, {
          onSuccess: () => {
            notifications.show({ message: words.flowActs.takesCasesNow, color: 'accent' });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}

/** Puts a flow out of the way, once it was said why; the one that new cases begin with stays, and says so. */
export function ArchiveForm({ flow, onClose }: StandingFormProps): ReactNode {
  const archive = useArchiveFlow(flow.id);
  if (flow.takesCases)
    return (
      <div className={forms['form']}>
        <p className={acts['happens']}>{words.flowActs.archiveNot}</p>
        <div className={forms['buttons']}>
          <Button variant="default" data-autofocus onClick={onClose}>
            {words.acts.close}
          </Button>
        </div>
      </div>
    );
  return (
    <ActForm
      happens={words.flowActs.archiveHappens}
      go={words.flowActs.archiveGo}
      act={archive}
      onSend={(why) =>
        carryOut(archive, why, {
          onSuccess: () => {
            notifications.show({ message: words.flowActs.archived, color: 'accent' });
            onClose();
          },
        })
      }
      onClose={onClose}
    />
  );
}
