import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { DRAWERS } from '../../definitions/model/people.ts';
import type { DraftRow, FlowRow, RevisionRow } from '../../definitions/model/views/flow.ts';
import { ActDialog } from '../cases/acts/act-dialog.tsx';
import casePage from '../cases/case-page.module.css';
import { useRevision } from '../cases/case-questions.ts';
import { whenInText } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import { FailedPage, Page } from '../shell/page.tsx';
import { useMay } from '../shell/session.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { ReleaseDraftForm } from './draft-forms.tsx';
import { DrawnDraft } from './drawn-draft.tsx';
import { DrawnRevision } from './drawn-revision.tsx';
import { FlowActs } from './flow-acts.tsx';
import { Lately } from './flow-item.tsx';
import styles from './flow-page.module.css';
import { FlowPills } from './flow-pills.tsx';
import { useFlows, useRevisions } from './flow-questions.ts';
import { ReleaseForm } from './release-form.tsx';

/** In the address, in place of a revision. */
const DRAFT = 'draft';

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
          {isDraft ? <ReleaseDraft flow={flow} draft={flow.draft} /> : null}
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
  const now = useNow();
  const { flows } = words;
  const byHash = new Map(revisions.map((one) => [one.hash, one]));
  if (revisions.length === 0) return null;
  return (
    <Select
      size="xs"
      w={290}
      aria-label={flows.choose}
      data={[
        ...(draft === null ? [] : [{ value: DRAFT, label: flows.draftOption(whenInText(draft.at, now)) }]),
        ...revisions.map((one) => ({
          value: one.hash,
          label: `${flows.revision(one.number)} · ${whenInText(one.at, now)}${one.live ? ` · ${flows.live}` : ''}`,
        })),
      ]}
      value={shown}
      onChange={(chosen) => chosen !== null && setSearch({ revision: chosen })}
      allowDeselect={false}
      comboboxProps={{ width: 340, position: 'bottom-end' }}
      renderOption={({ option }) => (
        <span className={styles['option']}>
          {option.label}
          <Who made={draft !== null && option.value === DRAFT ? draft : byHash.get(option.value)} />
        </span>
      )}
    />
  );
}

/** Who made a revision, and why; or who changed the draft last. */
function Who({ made }: { readonly made: RevisionRow | DraftRow | undefined }): ReactNode {
  if (made === undefined || made.by.name === '') return null;
  const why = 'why' in made && made.why !== '' ? ` · ${made.why}` : '';
  return <span className={styles['quiet']}>{`${words.flows.by(made.by.name)}${why}`}</span>;
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

/** Makes the draft that is looked at a revision that is live, by those who may. */
function ReleaseDraft({ flow, draft }: { readonly flow: FlowRow; readonly draft: DraftRow }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  if (!useMay(DRAWERS) || flow.archived !== null) return null;
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {words.flowActs.releaseGo}
      </Button>
      <ActDialog title={words.flowActs.releaseTitle(draft.name)} isOpen={isOpen} onClose={close}>
        <ReleaseDraftForm draft={draft} onClose={close} />
      </ActDialog>
    </>
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
