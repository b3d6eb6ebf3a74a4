import { Button } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { environmentOf } from '../../../definitions/check/environment.ts';
import { gathered } from '../../../definitions/flow/publish.ts';
import type { Revision } from '../../../definitions/flow/revision.ts';
import type { ApprovalState } from '../../../definitions/model/views/approval.ts';
import type { FlowRow } from '../../../definitions/model/views/flow.ts';
import type { Scenarios } from '../../../definitions/scenario/scenario.ts';
import { SEMANTICS } from '../../../engine/interpreter/state.ts';
import casePage from '../../cases/case-page.module.css';
import { useRevision } from '../../cases/case-questions.ts';
import { differenceOf, isOfStories, isSame } from '../../flows/changed/compared.ts';
import { useFlows } from '../../flows/flow-questions.ts';
import { FailedPage, Page } from '../../shell/page.tsx';
import { useMe } from '../../shell/session.tsx';
import { Empty, Loading } from '../../shell/states.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { useApprovalState, useStories } from '../approval/approval-questions.ts';
import { Notices } from '../notices.tsx';
import { SessionPills } from '../session-pills.tsx';
import type { DraftSync } from '../sync/draft-sync.ts';
import { useChecks } from '../use-checks.ts';
import { Changes } from './changes.tsx';
import { ChecksCard } from './checks-card.tsx';
import { useLeadToFlow } from './lead-to-flow.ts';
import { PublishCard } from './publish-card.tsx';
import styles from './publish.module.css';
import { usePublish, type Publisher } from './use-publish.ts';
import { useShown, type Shown } from './use-shown.ts';

interface PublishProps {
  readonly flowId: string;
  readonly born: string;
  readonly sync: DraftSync;
  readonly contracts: readonly ActivityContract[];
}

/** Where a draft is published: what stands against it, what it changes, and why. */
export function PublishPage({ flowId, born, sync, contracts }: PublishProps): ReactNode {
  const { shown, standing, hasMovedOn, lookAgain } = useShown(sync);
  const { name } = sync.state().content.flow;
  const { publish } = drawingWords;
  const base = useBase(flowId);
  const isGone = standing.is === 'held' && standing.isGone;
  const publisher = usePublish({ flowId, born }, { me: useMe().id, isGone });
  const { publishing } = publisher;
  const [why, setWhy] = useState('');
  const takesCases = base.flows?.find(({ id }) => id === flowId)?.takesCases === true;
  useLeadToFlow(publishing, flowId, takesCases);
  if (base.failed !== null) return <FailedPage error={base.failed} again={base.again} />;
  return (
    <Page
      title={publish.title(shown?.content.flow.name ?? name)}
      before={
        <Link to={`/flows/${encodeURIComponent(flowId)}/draft`} className={casePage['back']}>
          {name} ›
        </Link>
      }
      beside={<SessionPills sync={sync} flowId={flowId} />}
      actions={
        <Button variant="default" component={Link} to={`/flows/${encodeURIComponent(flowId)}/draft`}>
          {publish.back}
        </Button>
      }
    >
      {isGone ? null : <Notices sync={sync} />}
      {publishing.is === 'gone' ? (
        <Empty title={publishing.sentence}>
          <p>{publishing.whatToDo}</p>
          <Button component={Link} to={`/flows/${encodeURIComponent(flowId)}`} mt={12}>
            {publish.toFlow}
          </Button>
        </Empty>
      ) : shown === null ? (
        standing.is === 'offline' ? (
          <Empty title={publish.offline}>
            <p>{publish.offlineToDo}</p>
          </Empty>
        ) : (
          <div role="status" aria-label={publish.sending}>
            <Loading height={44} />
          </div>
        )
      ) : base.flows === undefined ? (
        <Loading height={44} />
      ) : (
        <Against
          key={shown.version}
          {...{ flowId, contracts, shown, hasMovedOn, lookAgain, publisher, why }}
          onWhy={setWhy}
          flows={base.flows}
          released={base.revision}
          stories={base.stories}
          approval={base.approval}
        />
      )}
    </Page>
  );
}

function Against({
  flowId,
  contracts,
  shown,
  hasMovedOn,
  lookAgain,
  publisher,
  why,
  onWhy,
  flows,
  released,
  stories,
  approval,
}: Omit<PublishProps, 'sync' | 'born'> & {
  readonly shown: Shown;
  readonly hasMovedOn: boolean;
  readonly lookAgain: () => void;
  readonly publisher: Publisher;
  readonly why: string;
  readonly onWhy: (why: string) => void;
  readonly flows: readonly FlowRow[];
  readonly released: Revision | null;
  readonly stories: Scenarios;
  readonly approval: ApprovalState;
}): ReactNode {
  const { content } = shown;
  const activities = useMemo(
    () => Object.fromEntries(contracts.map((contract) => [contract.name, contract])),
    [contracts],
  );
  const issues = useChecks(content, activities);
  const difference = useMemo(
    () =>
      differenceOf(released, gathered(content.flow, environmentOf({ ...content, activities }), SEMANTICS), {
        before: stories,
        after: content.scenarios,
      }),
    [released, stories, content, activities],
  );
  const flow = flows.find(({ id }) => id === flowId);
  return (
    <div className={styles['columns']}>
      <div className={styles['main']}>
        <ChecksCard flowId={flowId} issues={issues} content={content} />
        <Changes
          difference={difference}
          number={flow?.live?.number ?? flow?.newest?.number ?? 0}
          isLive={(flow?.live ?? null) !== null}
          after={drawingWords.publish.isDraft}
        />
      </div>
      <div className={styles['aside']}>
        <PublishCard
          {...{ publisher, why, onWhy, hasMovedOn, lookAgain }}
          version={shown.version}
          mayGo={
            issues !== null && issues.every(({ severity }) => severity !== 'error') && !isSame(difference)
          }
          approval={approval}
          storiesOf={isOfStories(difference) ? (flow?.live?.number ?? null) : null}
          other={flows.find(({ id, takesCases }) => takesCases && id !== flowId)?.name}
        />
      </div>
    </div>
  );
}

/** What a draft is held against: what is live of its flow, or else the newest; null where there is nothing. */
function useBase(flowId: string): {
  readonly failed: unknown;
  readonly again: () => void;
  /** Undefined: they have not come yet, or not all of it. */
  readonly flows: readonly FlowRow[] | undefined;
  readonly revision: Revision | null;
  readonly stories: Scenarios;
  readonly approval: ApprovalState;
} {
  const flows = useFlows();
  const flow = flows.data?.find(({ id }) => id === flowId);
  const hash = flow?.live?.hash ?? flow?.newest?.hash ?? null;
  const revision = useRevision(hash);
  const stories = useStories(hash);
  const approval = useApprovalState(flowId);
  const failed = [flows, revision, stories, approval].find(
    ({ data, error }) => data === undefined && error !== null,
  );
  const hasCome =
    approval.data !== undefined &&
    (hash === null || (revision.data !== undefined && stories.data !== undefined));
  return {
    failed: failed === undefined ? null : failed.error,
    again: () => void failed?.refetch(),
    flows: hasCome ? flows.data : undefined,
    revision: hash === null ? null : (revision.data?.revision ?? null),
    stories: stories.data?.scenarios ?? {},
    approval: approval.data ?? { isNeeded: false, last: null },
  };
}
