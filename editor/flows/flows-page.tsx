import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { DRAWERS } from '../../definitions/model/people.ts';
import { ActDialog } from '../cases/acts/act-dialog.tsx';
import { Page } from '../shell/page.tsx';
import { useMay } from '../shell/session.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { BeginForm } from './begin-form.tsx';
import { useFlows } from './flow-questions.ts';
import { FlowItem } from './flow-item.tsx';
import styles from './flows-page.module.css';

/** All flows, each with the revision that is live or its draft, and what can be done with it; below, the archive. */
export default function FlowsPage(): ReactNode {
  const flows = useFlows();
  return (
    <Page title={words.flows.title} actions={<NewFlow />}>
      <Answered question={flows} loading={<Loading lines={3} height={60} />}>
        {(answer) => {
          const shown = answer.filter(({ archived }) => archived === null);
          const archived = answer.filter((flow) => flow.archived !== null);
          return (
            <>
              {shown.length === 0 ? (
                <Empty title={words.flows.empty}>{words.flows.emptyToDo}</Empty>
              ) : (
                <ul className={styles['flows']}>
                  {shown.map((flow) => (
                    <FlowItem key={flow.id} flow={flow} />
                  ))}
                </ul>
              )}
              {archived.length === 0 ? null : (
                <details className={styles['archive']}>
                  <summary>{words.flows.archive(archived.length)}</summary>
                  <ul className={styles['flows']}>
                    {archived.map((flow) => (
                      <FlowItem key={flow.id} flow={flow} />
                    ))}
                  </ul>
                </details>
              )}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function NewFlow(): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (!useMay(DRAWERS)) return null;
  return (
    <>
      <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setOpen(true)}>
        {words.flowActs.begin}
      </Button>
      <ActDialog title={words.flowActs.begin} isOpen={isOpen} onClose={close}>
        <BeginForm onClose={close} />
      </ActDialog>
    </>
  );
}
