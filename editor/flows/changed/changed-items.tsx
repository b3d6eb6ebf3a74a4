import { Button } from '@mantine/core';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { ChangedItem } from '../../../definitions/edit/what-changed.ts';
import { words } from '../../shell/words.ts';
import styles from './changed.module.css';
import { FieldLines } from './field-lines.tsx';
import type { ToldField } from './told-fields.ts';
import { Sign } from './two-drawings.tsx';

/** A thing that is not as it was, in words. */
export interface ToldItem {
  readonly key: string;
  readonly became: ChangedItem['became'];
  readonly name: string;
  /** What it is, where that is more than its name says. */
  readonly kind?: string;
  readonly fields: readonly ToldField[];
  /** It stands elsewhere in its list, where the order means something. */
  readonly isMoved: boolean;
  /** It stands on the drawings. */
  readonly isDrawn: boolean;
}

const FIRST = 40;

/** Things of one kind that came, went or changed. */
export function ChangedItems({
  title,
  items,
  chosen,
  onChoose,
}: {
  readonly title: string;
  readonly items: readonly ToldItem[];
  readonly chosen: string | null;
  readonly onChoose: (key: string) => void;
}): ReactNode {
  const [isAll, setAll] = useState(false);
  if (items.length === 0) return null;
  const shown = isAll ? items : items.filter(({ key }, index) => index < FIRST || key === chosen);
  return (
    <>
      <h4 className={styles['kind']}>{title}</h4>
      <ul className={styles['items']}>
        {shown.map((item) => (
          <Item key={item.key} item={item} isChosen={item.key === chosen} onChoose={onChoose} />
        ))}
      </ul>
      {shown.length < items.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {words.changed.more(items.length - shown.length)}
        </Button>
      ) : null}
    </>
  );
}

function Item({
  item: { key, became, name, kind, fields, isMoved, isDrawn },
  isChosen,
  onChoose,
}: {
  readonly item: ToldItem;
  readonly isChosen: boolean;
  readonly onChoose: (key: string) => void;
}): ReactNode {
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isChosen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const { changed } = words;
  return (
    <li ref={ref} className={`${styles['item']} ${isChosen ? styles['chosen'] : ''}`}>
      <Sign of={became} isAlone />
      <div className={styles['what']}>
        {isDrawn ? (
          <button
            type="button"
            className={styles['name']}
            title={changed.show(name)}
            aria-pressed={isChosen}
            onClick={() => onChoose(key)}
          >
            {name}
          </button>
        ) : (
          <span className={styles['name']}>{name}</span>
        )}
        {kind === undefined ? null : <span className={styles['quiet']}> {kind}</span>}
        {isMoved ? <span className={styles['quiet']}> {changed.elsewhere}</span> : null}
        <FieldLines fields={fields} />
      </div>
    </li>
  );
}
