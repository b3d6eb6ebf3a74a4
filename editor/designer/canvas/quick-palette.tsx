import { TextInput } from '@mantine/core';
import { useClickOutside } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { drawingWords } from '../../shell/drawing-words.ts';
import { foundIn, type PaletteGroup, type PaletteItem } from '../choices.ts';
import { PaletteList } from '../palette.tsx';
import styles from './canvas.module.css';

/** The palette where something is to be added: found by words, Enter takes the first. */
export function QuickPalette({
  groups,
  at,
  onChoose,
  onClose,
}: {
  readonly groups: readonly PaletteGroup[];
  /** Its corner within the canvas, in pixels. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onChoose: (item: PaletteItem) => void;
  readonly onClose: () => void;
}): ReactNode {
  const [wanted, setWanted] = useState('');
  const ref = useClickOutside(onClose);
  const { designer } = drawingWords;
  const items = foundIn(groups, wanted).flatMap((group) => group.items);
  const [first] = items;
  return (
    <div
      ref={ref}
      className={styles['quick']}
      style={{ left: at.x, top: at.y }}
      role="dialog"
      aria-label={designer.palette}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        event.stopPropagation();
      }}
    >
      <TextInput
        size="xs"
        data-autofocus
        autoFocus
        placeholder={designer.find}
        aria-label={designer.find}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && first !== undefined) onChoose(first);
        }}
      />
      <div className={styles['quickList']}>
        {items.length === 0 ? <p>{designer.noneFound}</p> : <PaletteList items={items} onChoose={onChoose} />}
      </div>
    </div>
  );
}
