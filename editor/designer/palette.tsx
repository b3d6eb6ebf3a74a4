import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, useState, type DragEvent, type ReactNode } from 'react';
import { StepIcon } from '../drawing/step-icon.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import surface from '../shell/surface.module.css';
import { foundIn, type PaletteGroup, type PaletteItem } from './choices.ts';
import styles from './palette.module.css';

/** What a dragged item of the palette is known by. */
export const DRAGGED = 'application/x-earshot-step';

/** All that may be put on the canvas: found by words, dragged there, or chosen to be put behind the chosen step. */
export const Palette = memo(function Palette({
  groups,
  onChoose,
}: {
  readonly groups: readonly PaletteGroup[];
  readonly onChoose: (item: PaletteItem) => void;
}): ReactNode {
  const [wanted, setWanted] = useState('');
  const { designer } = drawingWords;
  const found = foundIn(groups, wanted);
  const [first] = found;
  return (
    <nav className={`${surface['surface']} ${styles['palette']}`} aria-label={designer.palette}>
      <TextInput
        size="xs"
        placeholder={designer.find}
        aria-label={designer.find}
        leftSection={<IconSearch size={14} aria-hidden />}
        value={wanted}
        onChange={(event) => setWanted(event.currentTarget.value)}
        onKeyDown={(event) => {
          const item = first?.items[0];
          if (event.key === 'Enter' && item !== undefined) onChoose(item);
          if (event.key === 'Escape') setWanted('');
        }}
      />
      <div className={styles['groups']} tabIndex={-1}>
        {found.length === 0 ? <p className={styles['none']}>{designer.noneFound}</p> : null}
        {found.map(({ title, items }) => (
          <section key={title} aria-label={title}>
            <h2 className={styles['title']}>{title}</h2>
            <PaletteList items={items} onChoose={onChoose} />
          </section>
        ))}
      </div>
    </nav>
  );
});

export function PaletteList({
  items,
  onChoose,
}: {
  readonly items: readonly PaletteItem[];
  readonly onChoose: (item: PaletteItem) => void;
}): ReactNode {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.key}>
          <button
            type="button"
            className={styles['item']}
            title={[item.title, item.help].filter(Boolean).join('\n')}
            draggable
            onDragStart={(event) => startDrag(event, item)}
            onClick={() => onChoose(item)}
          >
            <StepIcon node={item.sign} icon={item.icon} />
            <span className={styles['name']}>{item.title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function startDrag(event: DragEvent, item: PaletteItem): void {
  event.dataTransfer.setData(DRAGGED, item.key);
  event.dataTransfer.effectAllowed = 'copy';
}
