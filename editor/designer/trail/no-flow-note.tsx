import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { flowIn } from '../../../definitions/flow/drawn.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { useFlows } from '../../flows/flow-questions.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import styles from './no-flow-note.module.css';

/** Of a step that calls a flow which the draft does not hold: that, and the ways on. Nothing for any other step. */
export function NoFlowNote({
  node,
  content,
  onBegin,
}: {
  readonly node: FlowNode;
  readonly content: DraftContent;
  /** Begins a flow for the step. */
  readonly onBegin: (step: string) => void;
}): ReactNode {
  if (node.kind !== 'callActivity' || flowIn(content, node.flow) !== undefined) return null;
  const said = drawingWords.calledFlows;
  return (
    <div className={styles['note']} role="note">
      <p>{node.flow === '' ? said.unchosen : said.missing}</p>
      <Elsewhere flowId={node.flow} />
      <Button size="compact-sm" variant="default" onClick={() => onBegin(node.id)}>
        {said.begin}
      </Button>
      <p>{said.orChoose}</p>
    </div>
  );
}

/** A flow of the same id stands by itself: what was meant may be looked up there. */
function Elsewhere({ flowId }: { readonly flowId: string }): ReactNode {
  const flow = useFlows().data?.find(({ id }) => id === flowId);
  if (flow === undefined) return null;
  return (
    <p>
      <Link to={`/flows/${encodeURIComponent(flow.id)}`}>
        {drawingWords.calledFlows.elsewhere(flow.name)}
      </Link>
    </p>
  );
}
