import { Popover } from '@mantine/core';
import { useCallbackRef } from '@mantine/hooks';
import { useEffect, useRef, useState, type MouseEvent, type ReactNode } from 'react';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import { TableRows } from '../../drawing/table-view.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { DrawnWith } from './canvas-nodes.ts';
import { glimpseOf, type GlimpseOf } from './glimpse-of.ts';
import styles from './glimpse.module.css';

/** Who only passes over a step does not ask for it. */
const AFTER_MS = 450;
/** So many rows, or questions, say what it is about. */
const FIRST = 4;

interface Pointed {
  readonly id: string;
  readonly at: DOMRect;
}

/** The step that somebody points at for a while, where it is in the window; null when they do something else. */
export function usePointedAt(): {
  readonly pointed: Pointed | null;
  readonly move: (event: MouseEvent, step: { readonly id: string }) => void;
  readonly leave: () => void;
} {
  const [pointed, point] = useState<Pointed | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  /** The step that the pointer is on, be it shown or put away. */
  const on = useRef<string | null>(null);
  const putAway = useCallbackRef(() => {
    clearTimeout(timer.current);
    point(null);
  });
  const leave = useCallbackRef(() => {
    on.current = null;
    putAway();
  });
  const move = useCallbackRef((event: MouseEvent, { id }: { readonly id: string }) => {
    const { currentTarget, buttons, movementX, movementY } = event;
    // Nobody points at what came under the pointer as the drawing moved.
    if (on.current === id || buttons !== 0 || (movementX === 0 && movementY === 0)) return;
    on.current = id;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      if (currentTarget.isConnected) point({ id, at: currentTarget.getBoundingClientRect() });
    }, AFTER_MS);
  });
  // What is pressed or turned means something else by it.
  useEffect(() => {
    const over = { capture: true, passive: true };
    for (const act of ACTS) addEventListener(act, putAway, over);
    return () => {
      clearTimeout(timer.current);
      for (const act of ACTS) removeEventListener(act, putAway, over);
    };
  }, [putAway]);
  return { pointed, move, leave };
}

const ACTS = ['pointerdown', 'wheel', 'keydown'] as const;

/** Beside a step that is pointed at: what is behind it. */
export function Glimpse({
  node,
  at,
  drawn,
}: {
  readonly node: FlowNode;
  readonly at: DOMRect;
  readonly drawn: Pick<DrawnWith, 'content' | 'activities'>;
}): ReactNode {
  const glimpse = glimpseOf(node, drawn);
  if (glimpse === null) return null;
  return (
    <Popover
      opened
      position="bottom-start"
      offset={8}
      width="max-content"
      withRoles={false}
      closeOnEscape={false}
    >
      <Popover.Target>
        <div
          className={styles['place']}
          style={{ left: at.left, top: at.top, width: at.width, height: at.height }}
        />
      </Popover.Target>
      <Popover.Dropdown role="tooltip" className={styles['glimpse'] ?? ''}>
        <p className={styles['name']}>{node.name}</p>
        <Told glimpse={glimpse} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Told({ glimpse }: { readonly glimpse: GlimpseOf }): ReactNode {
  const said = drawingWords.designer.glimpse;
  if ('purpose' in glimpse) return <p className={styles['text']}>{glimpse.purpose}</p>;
  if ('questions' in glimpse)
    return (
      <>
        <ul className={styles['questions']}>
          {glimpse.questions.slice(0, FIRST).map(({ name, label }) => (
            <li key={name}>{label}</li>
          ))}
        </ul>
        <Rest count={glimpse.questions.length - FIRST} say={said.moreQuestions} />
      </>
    );
  const { table } = glimpse;
  return (
    <>
      <TableRows table={table} rows={table.rows.slice(0, FIRST)} />
      <Rest count={table.rows.length - FIRST} say={said.moreRows} />
    </>
  );
}

function Rest({
  count,
  say,
}: {
  readonly count: number;
  readonly say: (count: number) => string;
}): ReactNode {
  return count <= 0 ? null : <p className={styles['rest']}>{say(count)}</p>;
}
