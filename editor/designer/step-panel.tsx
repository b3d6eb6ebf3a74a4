import { Button } from '@mantine/core';
import { memo, useEffect, useRef, type ReactNode } from 'react';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { Fix } from '../../definitions/check/fix.ts';
import type { Issue } from '../../definitions/check/issue.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { useOnceFetched } from '../shell/fetched.ts';
import { Loading } from '../shell/states.tsx';
import surface from '../shell/surface.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import type { Chosen } from './commands/remove.ts';
import styles from './designer.module.css';
import { inspectorChunk } from './inspector/inspector-chunk.ts';
import { ReadsWith } from './reads-with.tsx';
import type { StepExample } from './stories/story-run.ts';
import { NoFlowNote } from './trail/no-flow-note.tsx';

/** The panel beside the drawing: the chosen step, or what to do to see one. */
export const StepPanel = memo(function StepPanel({
  flow,
  content,
  contracts,
  chosen,
  issues,
  onOpenWords,
  onBeginFlow,
  onGroup,
  example,
  ...on
}: {
  readonly flow: Flow;
  readonly content: DraftContent;
  readonly contracts: readonly ActivityContract[];
  readonly chosen: Chosen;
  readonly issues: readonly Issue[] | null;
  /** What the flow knew when a story came to the step. */
  readonly example: StepExample | null;
  readonly onChange: (label: string, node: FlowNode) => void;
  readonly onFix: (fix: Fix) => void;
  readonly onOpenTable: (tableId: string) => void;
  readonly onOpenWords: (listId: string) => void;
  readonly onOpenFlow: (flowId: string) => void;
  /** Begins a flow for a step that calls none. */
  readonly onBeginFlow: (step: string) => void;
  /** Asks to make a flow of the chosen steps. */
  readonly onGroup: () => void;
}): ReactNode {
  const { designer } = drawingWords;
  const [only] = chosen.nodes;
  const Inspector = useOnceFetched(inspectorChunk, only !== undefined);
  const node = chosen.nodes.length > 1 ? undefined : flow.nodes.find(({ id }) => id === only);
  const panel = useRef<HTMLElement>(null);
  // In a narrow window it stands below: choosing a step leads there.
  useEffect(() => {
    const isBelow = matchMedia('(max-width: 900px)').matches;
    if (isBelow && only !== undefined) panel.current?.scrollIntoView({ block: 'start' });
  }, [only]);
  return (
    <aside
      ref={panel}
      className={`${surface['surface']} ${styles['inspector']}`}
      aria-label={designer.inspector}
      tabIndex={-1}
    >
      {chosen.nodes.length > 1 ? (
        <div className={styles['several']}>
          <p className={styles['quiet']}>{designer.chosen(chosen.nodes.length)}</p>
          <Button size="compact-sm" variant="default" onClick={onGroup}>
            {drawingWords.calledFlows.group.open}
          </Button>
        </div>
      ) : node === undefined ? (
        <p className={styles['quiet']}>{designer.nothingChosen}</p>
      ) : Inspector === null ? (
        <Loading lines={5} height={32} />
      ) : (
        <>
          <NoFlowNote {...{ node, content }} onBegin={onBeginFlow} />
          <Inspector
            {...{ node, flow, content, contracts, ...on }}
            {...(example === null ? {} : { example: example.values, exampleOf: example.story })}
            issues={(issues ?? []).filter(({ place }) => place.flow === flow.id && place.node === node.id)}
          />
          <ReadsWith {...{ node, content }} onOpen={onOpenWords} />
        </>
      )}
    </aside>
  );
});
