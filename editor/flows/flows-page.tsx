import { Button, SegmentedControl } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { PART_KINDS, type PartKind } from '../../definitions/flow/part-kind.ts';
import { DRAWERS } from '../../definitions/model/people.ts';
import { ActDialog } from '../cases/acts/act-dialog.tsx';
import { Page } from '../shell/page.tsx';
import { useMay } from '../shell/session.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import surface from '../shell/surface.module.css';
import { words } from '../shell/words.ts';
import { BeginForm } from './begin-form.tsx';
import { useFlows } from './flow-questions.ts';
import { FlowItem } from './flow-item.tsx';
import styles from './flows-page.module.css';
import { ImportFlow } from './import-flow.tsx';
import { listedKind, partsAddress } from './parts/part-address.ts';
import { PartList } from './parts/part-list.tsx';

/** All flows, or the decision tables or word lists that they hold. */
export default function FlowsPage(): ReactNode {
  const [search] = useSearchParams();
  const kind = listedKind(search);
  return (
    <Page
      title={words.flows.title}
      beside={<WhichList kind={kind} />}
      actions={
        kind === null ? (
          <>
            <ImportFlow />
            <NewFlow />
          </>
        ) : null
      }
    >
      {kind === null ? <Flows /> : <PartList kind={kind} />}
    </Page>
  );
}

function WhichList({ kind }: { readonly kind: PartKind | null }): ReactNode {
  const navigate = useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label={words.parts.which}
      data={[
        { value: '', label: words.parts.flows },
        ...PART_KINDS.map((one) => ({ value: one, label: words.parts.kinds[one] })),
      ]}
      value={kind ?? ''}
      onChange={(chosen) => {
        const next = PART_KINDS.find((one) => one === chosen);
        void navigate(next === undefined ? '/flows' : partsAddress(next), { replace: true });
      }}
    />
  );
}

/** All flows, each with the revision that is live or its draft, and what can be done with it; below, the archive. */
function Flows(): ReactNode {
  const flows = useFlows();
  const mayDraw = useMay(DRAWERS);
  return (
    <Answered question={flows} loading={<Loading lines={3} height={60} />}>
      {(answer) => {
        const shown = answer.filter(({ archived }) => archived === null);
        const archived = answer.filter((flow) => flow.archived !== null);
        return (
          <>
            {shown.length === 0 ? (
              <Empty title={words.flows.empty}>{words.flows.emptyToDo}</Empty>
            ) : (
              <ul className={surface['surface']}>
                {shown.map((flow) => (
                  <FlowItem key={flow.id} flow={flow} />
                ))}
              </ul>
            )}
            {mayDraw && shown.length > 0 && shown.every(({ draft }) => draft === null) ? (
              <p className={styles['note']}>{words.flows.noDraft}</p>
            ) : null}
            {archived.length === 0 ? null : (
              <details className={styles['archive']}>
                <summary>{words.flows.archive(archived.length)}</summary>
                <ul className={surface['surface']}>
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
