import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import styles from './requirements.module.css';

/** Sizes of what is drawn, in pixels of the drawing. */
export const DECISION = { width: 190, height: 54 } as const;
export const DATA = { width: 150, height: 34 } as const;

type DecisionNode = Node<
  {
    readonly table: DecisionTable;
    readonly isCurrent: boolean;
    readonly onOpen: (tableId: string) => void;
  },
  'decision'
>;
type ValueNode = Node<{ readonly name: string }, 'value'>;
export type RequirementNode = DecisionNode | ValueNode;

/** A decision, a rectangle in DMN: a press opens it, a line is drawn from its upper edge to another's lower. */
function Decision({ data: { table, isCurrent, onOpen } }: NodeProps<DecisionNode>): ReactNode {
  return (
    <>
      <Handle type="target" position={Position.Bottom} className={styles['end'] ?? ''} />
      <button
        type="button"
        className={`${styles['decision']} ${isCurrent ? styles['current'] : ''}`}
        {...(isCurrent ? { 'aria-current': true } : {})}
        title={table.name}
        aria-label={drawingWords.requirements.opens(table.name)}
        onClick={() => onOpen(table.id)}
      >
        <span className={styles['name']}>{table.name}</span>
        <span className={styles['size']}>{words.parts.size.table(table.rows.length)}</span>
      </button>
      <Handle type="source" position={Position.Top} className={styles['end'] ?? ''} />
    </>
  );
}

/** A value of the case that tables look at, round at its sides in DMN. */
function Value({ data: { name } }: NodeProps<ValueNode>): ReactNode {
  return (
    <>
      <span className={styles['value']} title={name} aria-label={drawingWords.requirements.looksAt(name)}>
        {name}
      </span>
      <Handle type="source" position={Position.Top} isConnectable={false} className={styles['noEnd'] ?? ''} />
    </>
  );
}

export const NODE_TYPES = { decision: Decision, value: Value };
