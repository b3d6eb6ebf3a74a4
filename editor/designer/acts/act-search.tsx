import { Modal, TextInput } from '@mantine/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { drawingWords } from '../../shell/drawing-words.ts';
import { actsFor, type Act } from './act.ts';
import styles from './act-search.module.css';

const MOST_SHOWN = 60;

/** All that can be done, found by words and done by keyboard alone. */
export function ActSearch({
  acts,
  onClose,
}: {
  readonly acts: readonly Act[];
  readonly onClose: () => void;
}): ReactNode {
  const said = drawingWords.acts;
  const id = useId();
  const [wanted, setWanted] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const found = actsFor(acts, wanted).slice(0, MOST_SHOWN);
  const active = Math.min(at, found.length - 1);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, wanted]);
  const run = (act: Act | undefined): void => {
    if (act?.run === undefined) return;
    onClose();
    act.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const last = found.length - 1;
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + 8, PageUp: active - 8 }[
      event.key
    ];
    if (to !== undefined)
      setAt(to > last ? (active === last ? 0 : last) : to < 0 ? (active === 0 ? last : 0) : to);
    else if (event.key === 'Enter') run(found[active]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal opened onClose={onClose} title={said.title} yOffset="12vh">
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded
        aria-controls={id}
        aria-activedescendant={found.length === 0 ? undefined : `${id} ${active}`}
        aria-label={said.title}
        placeholder={said.placeholder}
        value={wanted}
        onChange={(event) => {
          setWanted(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id={id} role="listbox" aria-label={said.title} className={styles['found']}>
        {found.map((act, index) => (
          <li
            key={act.id}
            id={`${id} ${index}`}
            role="option"
            aria-selected={index === active}
            className={styles['act']}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => run(act)}
          >
            <span className={styles['label']}>{act.label}</span>
            {act.about === undefined ? null : <span className={styles['about']}>{act.about}</span>}
            {act.keys === undefined ? null : <kbd className={styles['keys']}>{act.keys}</kbd>}
          </li>
        ))}
      </ul>
      <p role="status" className={styles['none']}>
        {found.length === 0 ? said.none : ''}
      </p>
    </Modal>
  );
}
