import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { DRAWERS } from '../../../definitions/model/people.ts';
import type { CaseDetail } from '../../../definitions/model/views/case-detail.ts';
import { HandOver } from '../../inbox/hand-over.tsx';
import { useMay } from '../../shell/session.tsx';
import { words } from '../../shell/words.ts';
import { useRevision } from '../case-questions.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';

/** What can be done with a whole case, by those who may. */
export function CaseActs({ of }: { readonly of: CaseDetail }): ReactNode {
  const [open, setOpen] = useState<'hand over' | 'link' | 'cancel' | null>(null);
  const close = (): void => setOpen(null);
  const task = of.tasks.find((one) => one.status === 'open');
  const isOver = of.status === 'closed' || of.status === 'continued';
  const mayLink = useMay(['agent', 'lead']) && !isOver;
  const mayDraw = useMay(DRAWERS);
  const flowId = useRevision(mayDraw ? (of.revision?.hash ?? null) : null).data?.revision.flow.id;
  const mayCancel = useMay(['lead']) && !isOver;
  return (
    <>
      {task === undefined ? null : (
        <Button variant="default" onClick={() => setOpen('hand over')}>
          {words.case.handOver}
        </Button>
      )}
      {mayLink ? (
        <Button variant="default" onClick={() => setOpen('link')}>
          {words.caseActs.linkOpen}
        </Button>
      ) : null}
      <Button variant="default" component={Link} to={`/record?caseId=${of.id}`}>
        {words.case.record}
      </Button>
      {flowId === undefined ? null : (
        <Button
          variant="default"
          component={Link}
          to={`/flows/${encodeURIComponent(flowId)}/draft?case=${of.id}`}
        >
          {words.case.keepAsStory}
        </Button>
      )}
      {mayCancel ? (
        <Button variant="default" c="var(--bad)" onClick={() => setOpen('cancel')}>
          {words.caseActs.cancel}
        </Button>
      ) : null}
      {task === undefined ? null : <HandOver task={task} isOpen={open === 'hand over'} onClose={close} />}
      <LinkDialog of={of} isOpen={open === 'link'} onClose={close} />
      <CancelDialog caseId={of.id} isOpen={open === 'cancel'} onClose={close} />
    </>
  );
}
