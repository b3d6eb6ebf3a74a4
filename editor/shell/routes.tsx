import { lazy, type ReactNode } from 'react';
import { createBrowserRouter, useRouteError } from 'react-router';
import { Frame } from './frame.tsx';
import { loadCasePage } from './look-ahead.ts';
import { NotThere } from './not-there.tsx';
import { place } from './place.ts';
import { Failed } from './states.tsx';
import { words } from './words.ts';

const TodayPage = lazy(() => import('../today/today-page.tsx'));
const CasesPage = lazy(() => import('../cases/cases-page.tsx'));
const CasePage = lazy(loadCasePage);
const InboxPage = lazy(() => import('../inbox/inbox-page.tsx'));
const CallPage = lazy(() => import('../calls/call-page.tsx'));
const StuckPage = lazy(() => import('../stuck/stuck-page.tsx'));
const NoisePage = lazy(() => import('../noise/noise-page.tsx'));
const FlowsPage = lazy(() => import('../flows/flows-page.tsx'));
const FlowPage = lazy(() => import('../flows/flow-page.tsx'));
const PartPage = lazy(() => import('../flows/parts/part-page.tsx'));
const PeoplePage = lazy(() => import('../people/people-page.tsx'));
const RecordPage = lazy(() => import('../record/record-page.tsx'));

/** All addresses of the pages. Each page is a chunk of its own. */
export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(
    [
      {
        element: <Frame />,
        errorElement: <Broken />,
        children: [
          { index: true, element: <TodayPage /> },
          { path: 'cases', element: <CasesPage /> },
          { path: 'cases/:caseId', element: <CasePage /> },
          { path: 'inbox', element: <InboxPage /> },
          { path: 'calls/new', element: <CallPage /> },
          { path: 'stuck', element: <StuckPage /> },
          { path: 'noise', element: <NoisePage /> },
          { path: 'flows', element: <FlowsPage /> },
          { path: 'flows/:flowId', element: <FlowPage /> },
          { path: 'flows/tables/:partId', element: <PartPage kind="table" /> },
          { path: 'flows/word-lists/:partId', element: <PartPage kind="word-list" /> },
          { path: 'people', element: <PeoplePage /> },
          { path: 'record', element: <RecordPage /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
    { basename: place === '' ? '/' : place },
  );
}

function NotFound(): ReactNode {
  return (
    <NotThere title={words.failures.notFound} to="/" toName={words.failures.toToday}>
      {words.failures.notFoundToDo}
    </NotThere>
  );
}

/** A page that broke: said in a sentence; the details stay in the browser's own console. */
function Broken(): ReactNode {
  const error = useRouteError();
  return <Failed error={error} again={() => location.reload()} />;
}
