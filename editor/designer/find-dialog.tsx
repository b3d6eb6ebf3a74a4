import { Modal, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { iconIn } from '../drawing/icon-in.ts';
import { StepIcon } from '../drawing/step-icon.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { stepsHolding } from './find-steps.ts';
import styles from './palette.module.css';

/** Finds a step by anything that stands in it; Enter goes to the first. */
export function FindDialog({
  flow,
  content,
  activities,
  onFound,
  onClose,
}: {
  readonly flow: Flow;
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly onFound: (node: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [wanted, setWanted] = useState('');
  const { designer } = drawingWords;
  const found = stepsHolding(flow, content, wanted);
  const go = ({ id }: Pick<FlowNode, 'id'>): void => {
    onFound(id);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={designer.searchSteps}>
      <TextInput
        data-autofocus
        aria-label={designer.searchSteps}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          const [first] = found;
          if (event.key === 'Enter' && first !== undefined) go(first);
        }}
      />
      {found.length === 0 ? <p className={styles['none']}>{designer.noStepFound}</p> : null}
      <ul>
        {found.map((node) => (
          <li key={node.id}>
            <button type="button" className={styles['item']} onClick={() => go(node)}>
              <StepIcon node={node} icon={iconIn(node, activities)} />
              <span className={styles['name']}>{node.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
