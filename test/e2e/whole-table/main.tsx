import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.css';
import '../../../editor/shell/look.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter } from 'react-router';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { TableDecision } from '../../../editor/cases/step/decision-body.tsx';
import { Page } from '../../../editor/shell/page.tsx';
import { lookVariables, theme } from '../../../editor/shell/theme.ts';

const COUNT = 5_000;
const text = (id: string, name: string) => ({ id, name, type: { type: 'string' } }) as const;
const number = (id: string, name: string) => ({ id, name, type: { type: 'number' } }) as const;

/** Rows by region and amount: of 5,000, those of one region whose amount is reached fit. */
const TABLE: DecisionTable = {
  id: 'many',
  name: 'Who is told?',
  hitPolicy: 'collect',
  inputs: [text('region', 'region'), number('amount', 'amount')],
  outputs: [text('team', 'team')],
  rows: Array.from({ length: COUNT }, (_, at) => ({
    id: `row ${at}`,
    when: [`"r${at % 500}"`, `>= ${at}`],
    then: [`"team ${at}"`],
  })),
};
const INPUTS = { region: 'r7', amount: 2_600 };
/** Rows 8, 508, 1,008 … of the region, as long as their amount is reached. */
const HITS = TABLE.rows.filter((_, at) => at % 500 === 7 && at <= INPUTS.amount).map(({ id }) => id);

function WholeTablePage(): ReactNode {
  return (
    <Page title={TABLE.name}>
      <TableDecision
        table={TABLE}
        decision={{ value: HITS, rows: HITS, inputs: INPUTS }}
        at="2026-03-01T10:00:00Z"
        hash="0"
      />
    </Page>
  );
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
createRoot(root).render(
  <MantineProvider theme={theme} cssVariablesResolver={lookVariables} defaultColorScheme="auto">
    <QueryClientProvider client={new QueryClient()}>
      <MemoryRouter>
        <WholeTablePage />
      </MemoryRouter>
    </QueryClientProvider>
  </MantineProvider>,
);
