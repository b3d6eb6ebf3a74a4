import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { actorIn } from '../../drawing/actor.ts';
import { StepIcon } from '../../drawing/step-icon.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { useDraftValue } from './draft-value.ts';
import { typingProps } from './inputs/text-input.tsx';
import styles from './inspector.module.css';

/** Who acts, the step's name, which is changed in its place, and what a step of its kind does. */
export function InspectorHead({
  node,
  content,
  icon,
  onName,
}: {
  readonly node: FlowNode;
  readonly content: DraftContent;
  /** The name of its activity's own icon, where one is known. */
  readonly icon?: string | undefined;
  /** Keeps a name, or says why it cannot. */
  readonly onName: (name: string) => string | null;
}): ReactNode {
  const draft = useDraftValue(node.name, onName);
  const { inspector } = drawingWords;
  const { flows } = words;
  return (
    <header className={styles['head']}>
      <StepIcon node={node} actor={actorIn(node, content)} icon={icon} />
      <div className={styles['headWords']}>
        <TextInput
          variant="unstyled"
          classNames={{ input: `${styles['inPlace']} ${styles['name']}` }}
          aria-label={inspector.name}
          placeholder={inspector.unnamed}
          error={draft.refusal}
          title={node.name}
          {...typingProps(draft, true)}
        />
        <p className={styles['kind']}>
          {flows.kinds[node.kind]} · {inspector.does[node.kind]}
        </p>
      </div>
    </header>
  );
}
