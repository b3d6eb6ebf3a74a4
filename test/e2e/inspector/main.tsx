import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '@mantine/core/styles.css';
import '../../../editor/shell/look.css';
import { MantineProvider } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { applyFix } from '../../../definitions/check/apply-fix.ts';
import { check } from '../../../definitions/check/check.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { lookVariables, theme } from '../../../editor/shell/theme.ts';
import { inspectorChunk } from '../../../editor/designer/inspector/inspector-chunk.ts';
import { useFetched } from '../../../editor/shell/fetched.ts';
import type { Told } from './told.ts';

/** A page with nothing but the panel of one step of a draft: what stands in its address. What was done is told to the test. */
function Page({ told }: { readonly told: Told }): ReactNode {
  const { contracts, knownBefore, flowId, nodeId } = told;
  const [content, setContent] = useState<DraftContent>(told.content);
  const Inspector = useFetched(inspectorChunk);
  const flow = flowIn(content, flowId);
  const node = flow?.nodes.find(({ id }) => id === nodeId);
  if (flow === undefined || node === undefined || Inspector === null) return null;
  const put = (next: Flow): void =>
    setContent((before) =>
      next.id === before.flow.id
        ? { ...before, flow: next }
        : { ...before, called: { ...before.called, [next.id]: next } },
    );
  return (
    <main style={{ maxWidth: told.width }}>
      <h1 hidden>{node.name}</h1>
      <Inspector
        node={node}
        flow={flow}
        content={content}
        contracts={contracts}
        knownBefore={knownBefore}
        example={told.example}
        issues={issuesOf(flow, content, [...contracts, ...knownBefore]).filter(
          ({ place }) => place.node === nodeId,
        )}
        onChange={(label, changed) => {
          window.done = [...(window.done ?? []), { label, node: changed }];
          put({ ...flow, nodes: flow.nodes.map((other) => (other.id === nodeId ? changed : other)) });
        }}
        onFix={(fix) => {
          const fixed = applyFix(flow, fix);
          if ('flow' in fixed) put(fixed.flow);
        }}
        onOpenTable={(table) => (window.opened = table)}
        onOpenFlow={(opened) => (window.opened = opened)}
      />
    </main>
  );
}

function issuesOf(
  flow: Flow,
  content: DraftContent,
  contracts: readonly ActivityContract[],
): ReturnType<typeof check> {
  return check(flow, {
    flows: { ...content.called, [content.flow.id]: content.flow },
    tables: content.tables,
    wordLists: content.wordLists,
    calendars: content.calendars,
    activities: Object.fromEntries(contracts.map((contract) => [contract.name, contract])),
    messages: ['mention', 'answered elsewhere'],
  });
}

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const answer = await fetch(`told.json${location.search}`);
const told: Told = await answer.json();
createRoot(root).render(
  <MantineProvider theme={theme} cssVariablesResolver={lookVariables} defaultColorScheme="auto">
    <Page told={told} />
  </MantineProvider>,
);
