import { Button, Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { RevisionRow } from '../../definitions/model/views/flow.ts';
import casePage from '../cases/case-page.module.css';
import { useRevision } from '../cases/case-questions.ts';
import { actorIn } from '../drawing/actor.ts';
import { FlowDrawing } from '../drawing/flow-drawing.tsx';
import { drawnPlacement } from '../drawing/place.ts';
import { calledFlow, stepLine } from '../drawing/step-line.ts';
import { queryText } from '../shell/api.ts';
import { when } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import { FailedPage, Page } from '../shell/page.tsx';
import { Pill } from '../shell/pill.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import styles from './flow-page.module.css';
import { useRevisions } from './flow-questions.ts';
import { ReleaseDialog } from './release-dialog.tsx';
import { StepRules } from './step-rules.tsx';

/** One flow: a revision of it as a drawing, the flows it calls, and the rules of the chosen step. */
export default function FlowPage(): ReactNode {
  const { flowId = '' } = useParams();
  const revisions = useRevisions(flowId);
  if (revisions.data === undefined && revisions.error !== null) {
    return <FailedPage error={revisions.error} again={() => void revisions.refetch()} />;
  }
  return (
    <Answered question={revisions} loading={<Loading height={44} />}>
      {(answer) => <FlowOf flowId={flowId} revisions={answer} />}
    </Answered>
  );
}

function FlowOf({
  flowId,
  revisions,
}: {
  readonly flowId: string;
  readonly revisions: readonly RevisionRow[];
}): ReactNode {
  const [search, setSearch] = useSearchParams();
  const [isReleasing, setReleasing] = useState(false);
  const now = useNow();
  const shown =
    revisions.find(({ hash }) => hash === search.get('revision')) ??
    revisions.find(({ live }) => live) ??
    revisions[0];
  const revision = useRevision(shown?.hash ?? null);
  if (shown === undefined) return <Empty title={words.flows.empty}>{words.flows.emptyToDo}</Empty>;
  return (
    <Page
      fill
      title={shown.name}
      before={
        <Link to="/flows" className={casePage['back']}>
          {words.flows.title} ›
        </Link>
      }
      beside={
        <Pill tone={shown.live ? 'good' : 'plain'}>
          {shown.live ? words.flows.live : words.flows.notLive}
        </Pill>
      }
      actions={
        <>
          <Select
            size="xs"
            w={230}
            aria-label={words.flows.choose}
            data={revisions.map((one) => ({
              value: one.hash,
              label: `${words.flows.revision(one.number)} · ${when(one.at, now)}${one.live ? ` · ${words.flows.live}` : ''}`,
            }))}
            value={shown.hash}
            onChange={(hash) => hash !== null && setSearch({ revision: hash })}
            allowDeselect={false}
          />
          {shown.live ? null : (
            <Button variant="default" onClick={() => setReleasing(true)}>
              {words.flows.release}
            </Button>
          )}
        </>
      }
    >
      <Answered question={revision} loading={<Loading height={44} />}>
        {(answer) => <Drawn revision={answer.revision} />}
      </Answered>
      <ReleaseDialog
        flowId={flowId}
        revision={shown}
        isOpen={isReleasing}
        onClose={() => setReleasing(false)}
      />
    </Page>
  );
}

function Drawn({ revision }: { readonly revision: Revision }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const flow = calledFlow(search.get('flow') ?? '', revision) ?? revision.flow;
  const node = flow.nodes.find(({ id }) => id === search.get('step'));
  const choose = (part: { readonly [name: string]: string }): void =>
    setSearch((before) => new URLSearchParams(queryText({ ...Object.fromEntries(before), ...part })), {
      replace: true,
    });
  return (
    <div className={styles['columns']}>
      <section className={styles['drawing']} aria-label={flow.name}>
        <FlowTabs revision={revision} flow={flow} onFlow={(id) => choose({ flow: id, step: '' })} />
        <FlowDrawing
          flow={flow}
          steps={flow.nodes.map((one) => ({
            node: one,
            actor: actorIn(one, revision),
            state: 'plain',
            line: stepLine(one, revision),
            isSelected: one.id === node?.id,
            badge: 0,
          }))}
          placement={drawnPlacement(flow)}
          withBands
          withLabels
          label={words.flows.drawing(flow.name)}
          onSelect={(step) => choose({ step })}
        />
      </section>
      {node === undefined ? null : (
        <StepRules node={node} revision={revision} onFlow={(id) => choose({ flow: id, step: '' })} />
      )}
    </div>
  );
}

/** The flow itself and those it calls. */
function FlowTabs({
  revision,
  flow,
  onFlow,
}: {
  readonly revision: Revision;
  readonly flow: Flow;
  readonly onFlow: (flowId: string) => void;
}): ReactNode {
  const flows = [revision.flow, ...Object.values(revision.called)];
  return (
    <div className={styles['tabs']}>
      {flows.map((one) => (
        <Button
          key={one.id}
          size="compact-sm"
          variant={one.id === flow.id ? 'light' : 'subtle'}
          fz={13}
          {...(one.id === flow.id ? {} : { c: 'var(--soft)' })}
          aria-pressed={one.id === flow.id}
          onClick={() => onFlow(one.id)}
        >
          {one.name}
        </Button>
      ))}
      <span className={styles['count']}>
        {words.flows.steps(flow.nodes.filter(({ kind }) => kind !== 'textAnnotation').length)}
      </span>
    </div>
  );
}
