import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { DRAWERS } from '../../../definitions/model/people.ts';
import type { ApprovalRow, ApprovalState } from '../../../definitions/model/views/approval.ts';
import acts from '../../cases/acts/acts.module.css';
import forms from '../../inbox/task-form.module.css';
import { Card } from '../../shell/page.tsx';
import { useMay, useMe } from '../../shell/session.tsx';
import { WhyField } from '../../shell/why-field.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import styles from './publish.module.css';
import type { Publisher, Publishing } from './use-publish.ts';

interface PublishCardProps {
  readonly publisher: Publisher;
  /** What is shown. */
  readonly version: number;
  readonly why: string;
  readonly onWhy: (why: string) => void;
  /** Nothing stands against it, and something is changed. */
  readonly mayGo: boolean;
  /** The draft is not what is shown any more. */
  readonly hasMovedOn: boolean;
  readonly lookAgain: () => void;
  /** Whether another person has to approve, and what was asked last. */
  readonly approval: ApprovalState;
  /** The number of the revision that is live, where only its stories are others. */
  readonly storiesOf: number | null;
  /** The flow that new cases begin with, if it is another. */
  readonly other: string | undefined;
}

/** Asks why, and publishes what is shown. */
export function PublishCard(props: PublishCardProps): ReactNode {
  const { publish, approval } = drawingWords;
  const isMine = useMay(DRAWERS);
  const { isNeeded, last } = props.approval;
  return (
    <Card title={isNeeded ? approval.ask : publish.go}>
      {last?.state === 'waiting' ? (
        <Waits last={last} />
      ) : isMine ? (
        <>
          {last?.state === 'sent back' ? <SentBack last={last} /> : null}
          <PublishForm {...props} />
        </>
      ) : (
        <p className={acts['happens']}>
          {publish.notYours} {publish.notYoursToDo}
        </p>
      )}
    </Card>
  );
}

function PublishForm({
  publisher: { publishing, publish: send, again },
  version,
  why,
  onWhy,
  mayGo,
  hasMovedOn,
  lookAgain,
  approval: { isNeeded },
  storiesOf,
  other,
}: PublishCardProps): ReactNode {
  const { publish, approval } = drawingWords;
  const [isTried, setTried] = useState(false);
  const isBusy =
    publishing.is === 'under way' ||
    publishing.is === 'asking' ||
    publishing.is === 'done' ||
    publishing.is === 'held';
  const hasStories = publishing.is === 'refused' && publishing.stories.length > 0;
  const isStale = hasMovedOn || (publishing.is === 'refused' && publishing.isStale);
  return (
    <form
      className={forms['form']}
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (mayGo && !isBusy && !isStale && why.trim() !== '') send(version, why.trim(), hasStories);
      }}
    >
      <p className={acts['happens']}>
        {storiesOf !== null
          ? publish.happensStories(storiesOf)
          : other === undefined
            ? publish.happens
            : publish.happensOther(other)}
        {isNeeded ? ` ${approval.needed}` : ''}
      </p>
      <WhyField
        why={why}
        isMissing={isTried}
        said={{ label: publish.why, help: publish.whyHelp, missing: publish.whyMissing }}
        onChange={onWhy}
      />
      <Told publishing={publishing} hasMovedOn={hasMovedOn} />
      {isStale && !isBusy ? (
        // Another button, not this one with another name: the click that looks again must not send the form.
        <Button
          key="again"
          onClick={() => {
            again();
            lookAgain();
          }}
        >
          {publish.lookAgain}
        </Button>
      ) : (
        <Button
          key={hasStories ? 'anyway' : 'go'}
          type="submit"
          variant={hasStories ? 'default' : 'filled'}
          disabled={!mayGo}
          loading={isBusy}
        >
          {isNeeded
            ? hasStories
              ? approval.askAnyway
              : approval.ask
            : hasStories
              ? publish.goAnyway
              : publish.go}
        </Button>
      )}
    </form>
  );
}

/** Something of the flow waits for approval: more cannot be asked for before that is decided. */
function Waits({ last }: { readonly last: ApprovalRow }): ReactNode {
  const { approval } = drawingWords;
  const isMine = last.by.id === useMe().id;
  return (
    <div className={forms['form']}>
      <p className={acts['happens']}>
        {isMine ? approval.waitsMine : approval.waits(approval.by(last.by.name))} {approval.waitsToDo}
      </p>
      <Button component={Link} to={`/flows/${encodeURIComponent(last.flowId)}/approval`}>
        {approval.look}
      </Button>
    </div>
  );
}

/** What was asked for last came back, and with which sentence. */
function SentBack({ last: { decided } }: { readonly last: ApprovalRow }): ReactNode {
  if (decided === null) return null;
  const { approval } = drawingWords;
  return (
    <div className={styles['back']}>
      <p className={styles['quiet']}>{approval.backBy(approval.by(decided.by.name))}</p>
      <p>{decided.why}</p>
    </div>
  );
}

/** How it stands, where there is something to say. */
function Told({
  publishing,
  hasMovedOn,
}: {
  readonly publishing: Publishing;
  readonly hasMovedOn: boolean;
}): ReactNode {
  const { publish } = drawingWords;
  if (publishing.is === 'asking')
    return (
      <p role="status" className={styles['asking']}>
        {publish.asking}
      </p>
    );
  if (publishing.is === 'refused')
    return (
      <div role="alert" className={forms['refusal']}>
        <p>
          {publishing.sentence} {publishing.whatToDo}
        </p>
        {publishing.stories.length === 0 ? null : (
          <ul className={styles['stories']}>
            {publishing.stories.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </div>
    );
  if (!hasMovedOn || publishing.is !== 'not begun') return null;
  return (
    <p role="alert" className={forms['refusal']}>
      {publish.movedOn} {publish.movedOnToDo}
    </p>
  );
}
