import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import type { Revision } from '../../../definitions/flow/revision.ts';
import type { ApprovalView } from '../../../definitions/model/views/approval.ts';
import casePage from '../../cases/case-page.module.css';
import { useRevision } from '../../cases/case-questions.ts';
import { differenceOf } from '../../flows/changed/compared.ts';
import { FailedPage, Page } from '../../shell/page.tsx';
import { Empty, Loading } from '../../shell/states.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { Changes } from '../publish/changes.tsx';
import styles from '../publish/publish.module.css';
import { useApproval, useApprovalState } from './approval-questions.ts';
import { DecisionCard } from './decision-card.tsx';

/** What somebody asked to have published, as they saw it: a second person decides here. */
export default function ApprovalPage(): ReactNode {
  const { flowId = '' } = useParams();
  const state = useApprovalState(flowId);
  const view = useApproval(state.data?.last?.id ?? null);
  const base = useRevision(view.data?.before?.hash ?? null);
  const failed = [state, view, base].find(({ data, error }) => data === undefined && error !== null);
  if (failed !== undefined) return <FailedPage error={failed.error} again={() => void failed.refetch()} />;
  if (state.data?.last === null) return <Nothing flowId={flowId} />;
  if (view.data === undefined || (view.data.before !== null && base.data === undefined))
    return <Loading height={44} />;
  return <Held key={view.data.id} view={view.data} base={base.data?.revision ?? null} />;
}

function Held({ view, base }: { readonly view: ApprovalView; readonly base: Revision | null }): ReactNode {
  const { approval } = drawingWords;
  const { flowId, name, state, before, revision, scenarios } = view;
  const difference = useMemo(
    () => differenceOf(base, revision, { before: before?.scenarios ?? {}, after: scenarios }),
    [base, revision, before, scenarios],
  );
  return (
    <Page
      title={approval.titles[state](name)}
      before={<Back to={`/flows/${encodeURIComponent(flowId)}`}>{name}</Back>}
      actions={
        <Button variant="default" component={Link} to={`/flows/${encodeURIComponent(flowId)}`}>
          {approval.toFlow}
        </Button>
      }
    >
      <div className={styles['columns']}>
        <div className={styles['main']}>
          <Changes
            difference={difference}
            number={before?.number ?? 0}
            isLive={before?.isLive ?? false}
            after={approval.isHeld}
          />
        </div>
        <div className={styles['aside']}>
          <DecisionCard view={view} />
        </div>
      </div>
    </Page>
  );
}

function Nothing({ flowId }: { readonly flowId: string }): ReactNode {
  const { approval } = drawingWords;
  return (
    <Page title={approval.nothing} before={<Back to="/flows">{words.flows.title}</Back>}>
      <Empty title={approval.nothing}>
        <p>{approval.nothingToDo}</p>
        <Button component={Link} to={`/flows/${encodeURIComponent(flowId)}`} variant="default" mt={12}>
          {approval.toFlow}
        </Button>
      </Empty>
    </Page>
  );
}

function Back({ to, children }: { readonly to: string; readonly children: string }): ReactNode {
  return (
    <Link to={to} className={casePage['back']}>
      {children} ›
    </Link>
  );
}
