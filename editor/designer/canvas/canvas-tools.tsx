import { ActionIcon, Group, Tooltip } from '@mantine/core';
import { useReactFlow } from '@xyflow/react';
import { IconArrowsMaximize, IconLayoutGrid, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useImperativeHandle, type RefObject } from 'react';
import { drawingWords } from '../../shell/drawing-words.ts';
import styles from './canvas.module.css';
import { AROUND } from './around.ts';
import type { Naming } from './naming.ts';

const FITTING = { maxZoom: 1, padding: AROUND, duration: 150 };

/** What can be asked of the drawing from elsewhere on the page. */
export interface ViewActs {
  zoomIn(): void;
  zoomOut(): void;
  fit(): void;
  /** Lets the words of something be written where they stand: of what is chosen, if nothing is named. */
  name(what?: Naming): void;
}

/** Nearer, further, all of it, and in order. */
export function CanvasTools({
  chosen,
  view,
  onTidy,
  onName,
}: {
  readonly chosen: readonly string[];
  readonly view: RefObject<ViewActs | null>;
  readonly onTidy: () => void;
  readonly onName: ViewActs['name'];
}): ReactNode {
  const canvas = useReactFlow();
  const { designer } = drawingWords;
  const acts = {
    zoomOut: () => void canvas.zoomOut({ duration: 100 }),
    zoomIn: () => void canvas.zoomIn({ duration: 100 }),
    fit: () => void canvas.fitView(fitting(chosen)),
    name: onName,
  };
  useImperativeHandle(view, () => acts);
  const tools = [
    { label: designer.layout, icon: IconLayoutGrid, act: onTidy },
    { label: designer.zoomOut, icon: IconMinus, act: acts.zoomOut },
    { label: designer.zoomIn, icon: IconPlus, act: acts.zoomIn },
    { label: designer.fit, icon: IconArrowsMaximize, act: acts.fit },
  ];
  return (
    <Group className={styles['tools'] ?? ''} gap={4}>
      {tools.map(({ label, icon: Icon, act }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="default" size={28} aria-label={label} onClick={act}>
            <Icon size={15} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </Group>
  );
}

/** What is chosen, if several are; else everything. */
function fitting(chosen: readonly string[]) {
  return chosen.length > 1 ? { ...FITTING, nodes: chosen.map((id) => ({ id })) } : FITTING;
}
