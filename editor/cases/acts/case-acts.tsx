import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Role } from '../../../definitions/model/people.ts';
import type { CaseDetail } from '../../../definitions/model/views/case-detail.ts';
import { HandOver } from '../../inbox/hand-over.tsx';
import { useMe } from '../../shell/session.tsx';
import { words } from '../../shell/words.ts';
import { CancelDialog } from './cancel-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';

/** What can be done with a whole case, by those who may. */
export function CaseActs({ of }: { readonly of: CaseDetail }): ReactNode {
  const { roles } = useMe();
  const [open, setOpen] = useState<'hand over' | 'link' | 'cancel' | null>(null);
  const close = (): void => setOpen(null);
  const task = of.tasks.find((one) => one.status === 'open');
  const isOver = of.status === 'closed' || of.status === 'continued';
  const may = (wanted: readonly Role[]): boolean =>
    !isOver && roles.some((role) => role === 'admin' || wanted.includes(role));
  return (
    <>
      {task === undefined ? null : (
        <Button variant="default" onClick={() => setOpen('hand over')}>
          {words.case.handOver}
        </Button>
      )}
      {may(['agent', 'lead']) ? (
        <Button variant="default" onClick={() => setOpen('link')}>
          {words.caseActs.linkOpen}
        </Button>
      ) : null}
      <Button variant="default" component={Link} to={`/record?caseId=${of.id}`}>
        {words.case.record}
      </Button>
      {may(['lead']) ? (
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
