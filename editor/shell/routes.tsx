import type { ReactNode } from 'react';
import { createBrowserRouter, matchPath, useRouteError } from 'react-router';
import { drawing } from '../drawing/flow-drawing.tsx';
import { fetched, useFetched, type Fetched } from './fetched.ts';
import { Frame } from './frame.tsx';
import { casePage } from './look-ahead.ts';
import { NotThere } from './not-there.tsx';
import { place } from './place.ts';
import { Failed, Loading } from './states.tsx';
import { words } from './words.ts';

const today = fetched(() => import('../today/today-page.tsx').then((page) => page.default));
const cases = fetched(() => import('../cases/cases-page.tsx').then((page) => page.default));
const inbox = fetched(() => import('../inbox/inbox-page.tsx').then((page) => page.default));
const call = fetched(() => import('../calls/call-page.tsx').then((page) => page.default));
const stuck = fetched(() => import('../stuck/stuck-page.tsx').then((page) => page.default));
const noise = fetched(() => import('../noise/noise-page.tsx').then((page) => page.default));
const who = fetched(() => import('../who/who-page.tsx').then((page) => page.default));
const flows = fetched(() => import('../flows/flows-page.tsx').then((page) => page.default));
const flow = fetched(() => import('../flows/flow-page.tsx').then((page) => page.default));
const designer = fetched(() => import('../designer/designer-page.tsx').then((page) => page.default));
const approval = fetched(() => import('../designer/approval/approval-page.tsx').then((page) => page.default));
const compare = fetched(() => import('../flows/compare-page.tsx').then((page) => page.default));
const part = fetched(() => import('../flows/parts/part-page.tsx').then((page) => page.default));
const people = fetched(() => import('../people/people-page.tsx').then((page) => page.default));
const record = fetched(() => import('../record/record-page.tsx').then((page) => page.default));

/** Each page is a chunk of its own. What is drawn on it is another. */
const PAGES: readonly { readonly path: string; readonly page: ReactNode; readonly parts: readonly Part[] }[] =
  [
    of('/', today, {}, drawing),
    of('/cases', cases, {}),
    of('/cases/:caseId', casePage, {}, drawing),
    of('/inbox', inbox, {}),
    of('/calls/new', call, {}),
    of('/stuck', stuck, {}),
    of('/noise', noise, {}),
    of('/who', who, {}),
    of('/flows', flows, {}),
    of('/flows/:flowId', flow, {}, drawing),
    of('/flows/:flowId/draft/publish?', designer, {}, drawing),
    of('/flows/:flowId/approval', approval, {}, drawing),
    of('/flows/:flowId/compare', compare, {}, drawing),
    of('/flows/tables/:partId', part, { kind: 'table' }),
    of('/flows/word-lists/:partId', part, { kind: 'word-list' }),
    of('/people', people, {}),
    of('/record', record, {}),
  ];

/** All addresses of the pages. */
export function makeRouter(): ReturnType<typeof createBrowserRouter> {
  return createBrowserRouter(
    [
      {
        element: <Frame />,
        errorElement: <Broken />,
        children: [
          ...PAGES.map(({ path, page }) => ({ path, element: page })),
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
    { basename: place === '' ? '/' : place },
  );
}

/** Begins to fetch the page of an address below `place`, while it is not yet known who is signed in. */
export function fetchPage(address: string): void {
  const found = PAGES.find(({ path }) => matchPath(path, address) !== null);
  // What cannot be fetched now is asked for again when the page is shown, and told of then.
  for (const part of found?.parts ?? []) part.fetch().catch(() => undefined);
}

/** What a page is made of. */
interface Part {
  fetch(): Promise<unknown>;
}

function of<P extends object>(path: string, page: Fetched<P>, props: NoInfer<P>, ...drawn: readonly Part[]) {
  return { path, page: <FetchedPage key={path} page={page} props={props} />, parts: [page, ...drawn] };
}

function FetchedPage<P extends object>({
  page,
  props,
}: {
  readonly page: Fetched<P>;
  readonly props: P;
}): ReactNode {
  const Page = useFetched(page);
  return Page === null ? <Loading /> : <Page {...props} />;
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
