import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { nanoid } from 'nanoid';
import { useRef, type ReactNode } from 'react';
import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { BandAct } from '../band-acts.ts';
import styles from './bands.module.css';

export interface BandMenuActs {
  /** The name of a band is to be written where it stands. */
  readonly onName: (band: string) => void;
  readonly onBand: (act: BandAct) => void;
}

/** What can be done to a band. A new one is named at once. */
export function BandMenu({
  flow: { lanes },
  id,
  name,
  onName,
  onBand,
}: { readonly flow: Flow; readonly id: string; readonly name: string } & BandMenuActs): ReactNode {
  const said = drawingWords.designer.bands;
  const button = useRef<HTMLButtonElement>(null);
  const isFull = lanes.length >= BOUNDS.lanes;
  const at = lanes.findIndex((lane) => lane.id === id);
  const add = (behind: string | null): void => {
    const added = nanoid(12);
    onBand({ do: 'add', id: added, behind });
    onName(added);
  };
  // By itself the menu gives the focus back a moment later, and takes it from the field for a name.
  const giveFocus = (): void => button.current?.focus({ preventScroll: true });
  return (
    <Menu position="bottom-start" returnFocus={false} onClose={giveFocus}>
      <Menu.Target>
        <button
          ref={button}
          type="button"
          className={styles['menu']}
          aria-label={said.menu(name)}
          title={said.menu(name)}
        >
          <IconDots size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => onName(id)}>{said.rename}</Menu.Item>
        <Menu.Item disabled={isFull} onClick={() => add(lanes[at - 1]?.id ?? null)}>
          {said.addAbove}
        </Menu.Item>
        <Menu.Item disabled={isFull} onClick={() => add(id)}>
          {said.addBelow}
        </Menu.Item>
        <Menu.Item disabled={at === 0} onClick={() => onBand({ do: 'move', id, to: 'up' })}>
          {said.up}
        </Menu.Item>
        <Menu.Item disabled={at === lanes.length - 1} onClick={() => onBand({ do: 'move', id, to: 'down' })}>
          {said.down}
        </Menu.Item>
        <Menu.Item onClick={() => onBand({ do: 'remove', id })}>{said.remove}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
