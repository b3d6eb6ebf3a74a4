import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { DRAWERS } from '../../definitions/model/people.ts';
import type { FlowRow, RevisionRow } from '../../definitions/model/views/flow.ts';
import { ActDialog } from '../cases/acts/act-dialog.tsx';
import casePage from '../cases/case-page.module.css';
import { useRevision } from '../cases/case-questions.ts';
import { queryText } from '../shell/api.ts';
import { FailedPage, Page } from '../shell/page.tsx';
import { useMay } from '../shell/session.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { DrawnDraft } from './drawn-draft.tsx';
import { DrawnRevision } from './drawn-revision.tsx';
import { FlowActs } from './flow-acts.tsx';
import { Lately } from './flow-item.tsx';
import styles from './flow-page.module.css';
import { FlowPills } from './flow-pills.tsx';
import { useFlows, useRevisions } from './flow-questions.ts';
import { ReleaseForm } from './release-form.tsx';
import { RestoreRevision } from './restore-revision.tsx';
import { DRAFT, useRevisionOptions, WhoMade } from './revision-options.tsx';

/** One flow: a revision of it as a drawing or its draft, the flows it calls, and the rules of the chosen step. */
export default function FlowPage(): ReactNode {
  const { flowId = '' } = useParams();
  const flows = useFlows();
  const revisions = useRevisions(flowId);
  const failed = [flows, revisions].find(({ data, error }) => data === undefined && error !== null);
  if (failed !== undefined) return <FailedPage error={failed.error} again={() => void failed.refetch()} />;
  if (flows.data === undefined || revisions.data === undefined) return <Loading height={44} />;
  const flow = flows.data.find(({ id }) => id === flowId);
  return flow === undefined ? <NoFlow /> : <FlowOf flow={flow} revisions={revisions.data} />;
}

function FlowOf({
  flow,
  revisions,
}: {
  readonly flow: FlowRow;
  readonly revisions: readonly RevisionRow[];
}): ReactNode {
  const [search] = useSearchParams();
  const wanted = search.get('revision');
  const shown =
    revisions.find(({ hash }) => hash === wanted) ?? revisions.find(({ live }) => live) ?? revisions[0];
  const isDraft = flow.draft !== null && (wanted === DRAFT || shown === undefined);
  return (
    <Page
      fill
      title={isDraft ? flow.draft.name : (shown?.name ?? flow.name)}
      before={
        <Link to="/flows" className={casePage['back']}>
          {words.flows.title} ›
        </Link>
      }
      beside={<FlowPills flow={flow} />}
      actions={
        <>
          <WhichRevision flow={flow} revisions={revisions} shown={isDraft ? DRAFT : (shown?.hash ?? null)} />
          <Compare
            flow={flow}
            others={revisions.length + (flow.draft === null ? 0 : 1) - 1}
            shown={isDraft ? DRAFT : (shown?.hash ?? null)}
          />
          {isDraft || shown === undefined ? null : <RestoreRevision flow={flow} revision={shown} />}
          <Draw flow={flow} />
          {isDraft ? <PublishDraft flow={flow} /> : null}
          {isDraft || shown === undefined || shown.live ? null : <Release flow={flow} revision={shown} />}
          <FlowActs
            flow={flow}
            {...(isDraft
              ? { shown: { draft: flow.id } }
              : shown === undefined
                ? {}
                : { shown: { revision: shown.hash } })}
          />
        </>
      }
    >
      {flow.archived === null ? null : (
        <p className={styles['note']}>
          <Lately flow={flow} />
        </p>
      )}
      {isDraft ? <DrawnDraft flowId={flow.id} /> : shown === undefined ? null : <Shown revision={shown} />}
    </Page>
  );
}

function Shown({ revision: { hash } }: { readonly revision: RevisionRow }): ReactNode {
  const revision = useRevision(hash);
  return (
    <Answered question={revision} loading={<Loading height={44} />}>
      {(answer) => <DrawnRevision revision={answer.revision} />}
    </Answered>
  );
}

/** Chooses what is looked at: one of the revisions, or the draft; nothing where there is no choice. */
function WhichRevision({
  flow: { draft },
  revisions,
  shown,
}: {
  readonly flow: FlowRow;
  readonly revisions: readonly RevisionRow[];
  readonly shown: string | null;
}): ReactNode {
  const [, setSearch] = useSearchParams();
  const { flows } = words;
  const options = useRevisionOptions(draft, revisions);
  const byHash = new Map(revisions.map((one) => [one.hash, one]));
  if (revisions.length === 0) return null;
  return (
    <Select
      size="xs"
      w={290}
      aria-label={flows.choose}
      data={[...options]}
      value={shown}
      onChange={(chosen) => chosen !== null && setSearch({ revision: chosen })}
      allowDeselect={false}
      comboboxProps={{ width: 340, position: 'bottom-end' }}
      renderOption={({ option }) => (
        <span className={styles['option']}>
          {option.label}
          <WhoMade made={draft !== null && option.value === DRAFT ? draft : byHash.get(option.value)} />
        </span>
      )}
    />
  );
}

/** Leads to where the draft is drawn, those who may. */
function Draw({ flow }: { readonly flow: FlowRow }): ReactNode {
  if (!useMay(DRAWERS) || flow.archived !== null) return null;
  return (
    <Button component={Link} to={`/flows/${encodeURIComponent(flow.id)}/draft`}>
      {words.flows.draw}
    </Button>
  );
}

/** Makes the revision that is looked at live, by those who may. */
function Release({ flow, revision }: { readonly flow: FlowRow; readonly revision: RevisionRow }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (!useMay(DRAWERS) || flow.archived !== null) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.flows.release}
      </Button>
      <ActDialog title={words.flows.releaseTitle(revision.number)} isOpen={isOpen} onClose={close}>
        <ReleaseForm flow={flow} revision={revision} onClose={close} />
      </ActDialog>
    </>
  );
}

/** Leads to where the draft that is looked at is published, those who may. */
function PublishDraft({ flow }: { readonly flow: FlowRow }): ReactNode {
  if (!useMay(DRAWERS) || flow.archived !== null) return null;
  return (
    <Button variant="default" component={Link} to={`/flows/${encodeURIComponent(flow.id)}/draft/publish`}>
      {words.flows.publish}
    </Button>
  );
}

/** Leads to what is not the same in the revision that is looked at and another, where there is another. */
function Compare({
  flow,
  others,
  shown,
}: {
  readonly flow: FlowRow;
  readonly others: number;
  readonly shown: string | null;
}): ReactNode {
  if (others === 0 || shown === null) return null;
  return (
    <Button
      variant="default"
      component={Link}
      to={`/flows/${encodeURIComponent(flow.id)}/compare${queryText({ to: shown })}`}
    >
      {words.compare.open}
    </Button>
  );
}

function NoFlow(): ReactNode {
  return (
    <Page title={words.flows.missing}>
      <Empty title={words.flows.missing}>
        <p>{words.flows.missingToDo}</p>
        <Button component={Link} to="/flows" variant="default" mt={12}>
          {words.flows.all}
        </Button>
      </Empty>
    </Page>
  );
}
