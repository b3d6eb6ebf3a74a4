import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './shell/look.css';
import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { DraftsProvider } from './inbox/drafts.tsx';
import { NowProvider } from './shell/now.tsx';
import { fetchCase, fetchDraft } from './shell/look-ahead.ts';
import { place } from './shell/place.ts';
import { ApiProblem } from './shell/problem.ts';
import { fetchPage, makeRouter } from './shell/routes.tsx';
import { SampleGate } from './shell/sample-gate.tsx';
import { SessionGate, sessionQuestion } from './shell/session.tsx';
import { lookVariables, theme } from './shell/theme.ts';

const MOST_TRIES = 2;
const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one when asked again; only a connection that failed may come back.
      retry: (tries, error) =>
        tries < MOST_TRIES && error instanceof ApiProblem && error.code === 'unreachable',
    },
  },
});
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// All at once, rather than each when the one before it has come. A sample day may be over: it is asked for first.
const address = location.pathname.slice(place.length);
fetchPage(address);
if (place === '') {
  void client.prefetchQuery(sessionQuestion);
  fetchCase(client, address);
  fetchDraft(address);
}
const router = makeRouter();

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={lookVariables} defaultColorScheme="auto">
      <Notifications position="bottom-right" />
      <QueryClientProvider client={client}>
        <SampleGate>
          <SessionGate>
            <NowProvider>
              <DraftsProvider>
                <RouterProvider router={router} />
              </DraftsProvider>
            </NowProvider>
          </SessionGate>
        </SampleGate>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
