import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { DRAWERS } from '../../../definitions/model/people.ts';
import type { ApprovalView } from '../../../definitions/model/views/approval.ts';
import acts from '../../cases/acts/acts.module.css';
import forms from '../../inbox/task-form.module.css';
import { carryOut } from '../../shell/carry-out.ts';
import { Moment } from '../../shell/moment-text.tsx';
import { Card } from '../../shell/page.tsx';
import { ApiProblem } from '../../shell/problem.ts';
import { useMay } from '../../shell/session.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { useDecide, type Decision } from './approval-questions.ts';
import { SendBackForm } from './send-back-form.tsx';
import styles from './approval.module.css';

/** Who asked for what and why, how it was decided, and what is left to be done about it. */
export function DecisionCard({ view }: { readonly view: ApprovalView }): ReactNode {
  const { approval } = drawingWords;
  const { by, at, why, wants, despite, decided, state } = view;
  return (
    <Card title={approval.asked}>
      <div className={forms['form']}>
        <div>
          <p className={styles['why']}>{why}</p>
          <p className={styles['quiet']}>
            {approval.askedBy(approval.by(by.name))} · <Moment at={at} />
          </p>
        </div>
        {despite.length === 0 ? null : (
          <div className={styles['despite']}>
            <p>{approval.despite}</p>
            <ul>
              {despite.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </div>
        )}
        {decided === null ? (
          <p className={acts['happens']}>{approval.wants[wants]}</p>
        ) : (
          <div role="status">
            <p className={styles['decided']}>
              {approval.states[state]} {approval.askedBy(approval.by(decided.by.name))} ·{' '}
              <Moment at={decided.at} />
            </p>
            {decided.why === null ? null : <p className={styles['why']}>{decided.why}</p>}
          </div>
        )}
        {state === 'waiting' ? <Waiting view={view} /> : null}
        {state === 'sent back' && view.draft !== null && view.draft !== 'gone' ? (
          <Button variant="default" component={Link} to={`/flows/${encodeURIComponent(view.flowId)}/draft`}>
            {approval.toDraft}
          </Button>
        ) : null}
      </div>
    </Card>
  );
}

/** What can be done while it waits: by who asked, by another who may publish, or by nobody who looks. */
function Waiting({ view }: { readonly view: ApprovalView }): ReactNode {
  const { approval } = drawingWords;
  const { id, digest, draft, isOvertaken, isMine } = view;
  const decide = useDecide(id);
  const [isSendingBack, setSendingBack] = useState(false);
  const mayDecide = useMay(DRAWERS);
  const act = (decision: Decision, done: string): void =>
    carryOut(decide, decision, {
      onSuccess: () => notifications.show({ message: done, color: 'accent' }),
    });
  if (!mayDecide)
    return (
      <p className={acts['happens']}>
        {approval.notYours} {approval.notYoursToDo}
      </p>
    );
  return (
    <>
      {isOvertaken ? (
        <p role="alert" className={forms['refusal']}>
          {approval.overtaken} {isMine ? approval.overtakenMine : approval.overtakenOthers}
        </p>
      ) : draft === 'changed since' || draft === 'gone' ? (
        <p className={styles['quiet']}>{draft === 'gone' ? approval.gone : approval.changedSince}</p>
      ) : null}
      {isOvertaken || isSendingBack ? null : (
        <p className={styles['quiet']}>{isMine ? approval.mine : approval.approveText}</p>
      )}
      {decide.error instanceof ApiProblem ? (
        <p role="alert" className={forms['refusal']}>
          {decide.error.message} {decide.error.whatToDo}
        </p>
      ) : null}
      {isMine ? (
        <Button
          variant="default"
          loading={decide.isPending}
          onClick={() => act({ act: 'withdraw' }, approval.withdrawnNow)}
        >
          {approval.withdraw}
        </Button>
      ) : isSendingBack ? (
        <SendBackForm
          isBusy={decide.isPending}
          onSend={(why) => act({ act: 'send-back', why }, approval.sentBackNow)}
          onClose={() => setSendingBack(false)}
        />
      ) : (
        <>
          {isOvertaken ? null : (
            <Button
              loading={decide.isPending}
              onClick={() => act({ act: 'approve', digest }, approval.approvedNow)}
            >
              {approval.approve}
            </Button>
          )}
          <Button variant="default" disabled={decide.isPending} onClick={() => setSendingBack(true)}>
            {approval.sendBack}
          </Button>
        </>
      )}
    </>
  );
}
