import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useMatch, useParams } from 'react-router';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { DraftContentView } from '../../definitions/model/views/flow.ts';
import casePage from '../cases/case-page.module.css';
import { useFlows } from '../flows/flow-questions.ts';
import { carryOut } from '../shell/carry-out.ts';
import { fetched, useOnceFetched } from '../shell/fetched.ts';
import { FailedPage, Page } from '../shell/page.tsx';
import { isProblem } from '../shell/problem.ts';
import { Empty, Loading } from '../shell/states.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import { Designer } from './designer.tsx';
import { useActivities, useBeginDraft, useDraftContent } from './designer-questions.ts';
import { LeftEdits } from './left-edits.tsx';
import { Notices } from './notices.tsx';
import { SessionPills } from './session-pills.tsx';
import { useOpenDraft } from './use-open-draft.ts';

const publishPage = fetched(() => import('./publish/publish-page.tsx').then((page) => page.PublishPage));

/** Where the draft of a flow is drawn. */
export default function DesignerPage(): ReactNode {
  const { flowId = '' } = useParams();
  const draft = useDraftContent(flowId);
  const activities = useActivities();
  // Both work on the draft as it is open here, so nothing waits to be sent that is not known to the other.
  const isPublishing = useMatch('/flows/:flowId/draft/publish') !== null;
  // Who is about to publish it is told what became of it, where they are.
  const isTold = isPublishing && draft.data !== undefined;
  if (isProblem(draft.error, 'not found') && !isTold) return <NoDraft flowId={flowId} />;
  const failed = [draft, activities].find(({ data, error }) => data === undefined && error !== null);
  if (failed !== undefined) return <FailedPage error={failed.error} again={() => void failed.refetch()} />;
  if (draft.data === undefined || activities.data === undefined) return <Loading height={44} />;
  return (
    <Opened
      key={flowId}
      flowId={flowId}
      draft={draft.data}
      contracts={activities.data}
      isPublishing={isPublishing}
    />
  );
}

function Opened({
  flowId,
  draft,
  contracts,
  isPublishing,
}: {
  readonly flowId: string;
  readonly draft: DraftContentView;
  readonly contracts: readonly ActivityContract[];
  readonly isPublishing: boolean;
}): ReactNode {
  const sync = useOpenDraft(flowId, draft);
  const PublishPage = useOnceFetched(publishPage, isPublishing);
  if (sync === null || (isPublishing && PublishPage === null)) return <Loading height={44} />;
  if (isPublishing && PublishPage !== null)
    return <PublishPage flowId={flowId} born={draft.born} sync={sync} contracts={contracts} />;
  return (
    <Designer
      desk={sync}
      contracts={contracts}
      beside={<SessionPills sync={sync} flowId={flowId} />}
      notices={
        <>
          <LeftEdits flowId={flowId} born={draft.born} />
          <Notices sync={sync} />
        </>
      }
    />
  );
}

/** Nothing is drawn on what is live: a draft is begun with it first. */
function NoDraft({ flowId }: { readonly flowId: string }): ReactNode {
  const flows = useFlows();
  const begin = useBeginDraft(flowId);
  const { designer } = drawingWords;
  const flow = flows.data?.find(({ id }) => id === flowId);
  const title = flow?.name ?? words.flows.missing;
  return (
    <Page
      title={title}
      before={
        <Link to="/flows" className={casePage['back']}>
          {words.flows.title} ›
        </Link>
      }
    >
      <LeftEdits flowId={flowId} born={null} />
      <Empty title={flow === undefined ? words.flows.missing : designer.noDraft}>
        <p>{flow === undefined ? words.flows.missingToDo : designer.noDraftToDo}</p>
        {flow === undefined ? null : (
          <Button
            mt={12}
            loading={begin.isPending}
            onClick={() => carryOut(begin, undefined, { onSuccess: () => undefined })}
          >
            {designer.begin}
          </Button>
        )}
      </Empty>
    </Page>
  );
}
