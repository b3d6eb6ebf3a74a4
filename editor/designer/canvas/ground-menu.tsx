import { Menu } from '@mantine/core';
import { nanoid } from 'nanoid';
import type { ReactNode } from 'react';
import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { BandMenuActs } from './band-menu.tsx';

/** What can be done where nothing stands. A new band comes below all others, and is named at once. */
export function GroundMenu({
  flow: { lanes },
  at,
  onAdd,
  onTidy,
  onName,
  onBand,
  onClose,
}: {
  readonly flow: Flow;
  /** Where it is asked for, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  /** A step is to be put there. */
  readonly onAdd: () => void;
  readonly onTidy: () => void;
  readonly onClose: () => void;
} & BandMenuActs): ReactNode {
  const { designer, acts } = drawingWords;
  const addBand = (): void => {
    const id = nanoid(12);
    onBand({ do: 'add', id, behind: lanes.at(-1)?.id ?? null });
    onName(id);
  };
  return (
    <Menu
      opened
      position="bottom-start"
      offset={0}
      returnFocus={false}
      withInitialFocusPlaceholder={false}
      onClose={onClose}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={designer.ground.menu}
          style={{ position: 'fixed', left: at.x, top: at.y, width: 0, height: 0, padding: 0, border: 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onAdd}>{designer.ground.add}</Menu.Item>
        <Menu.Item disabled={lanes.length >= BOUNDS.lanes} onClick={addBand}>
          {acts.band.addFirst}
        </Menu.Item>
        <Menu.Item onClick={onTidy}>{acts.tidy}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
