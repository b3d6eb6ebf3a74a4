import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '../../../editor/shell/look.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { DecisionEditor } from '../../../editor/decisions/decision-editor.tsx';
import { Page } from '../../../editor/shell/page.tsx';
import { lookVariables, theme } from '../../../editor/shell/theme.ts';
import { SHOWN } from './tables.ts';

/** What the tests look at: the table as it stands, every table that was handed up, and how it was called. */
declare global {
  interface Window {
    decided: { table: DecisionTable; readonly done: { label: string; table: DecisionTable }[] };
  }
}

/** The editor by itself over one of the tables, chosen by the address; it keeps what it is handed. */
function DecisionPage(): ReactNode {
  const asked = new URLSearchParams(location.search);
  const [{ table, types }, setShown] = useState(SHOWN[asked.get('table') ?? ''] ?? SHOWN['urgency']);
  const done = window.decided?.done ?? [];
  window.decided = { table, done };
  return (
    <main style={{ display: 'flex', flexDirection: 'column', height: '100dvh' }}>
      <Page title={table.name} fill>
        <DecisionEditor
          table={table}
          {...(types === undefined ? {} : { types })}
          usedBy={['Whose case?']}
          readOnly={asked.has('readOnly')}
          onChange={(label, next) => {
            done.push({ label, table: next });
            setShown({ table: next, types });
          }}
        />
      </Page>
    </main>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={lookVariables} defaultColorScheme="auto">
      <QueryClientProvider client={new QueryClient()}>
        <DecisionPage />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
