import { UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Place } from '../../../definitions/check/issue.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { SaidPlace } from './use-places.ts';
import styles from './variables.module.css';

const FIRST = 6;

/** Places under a title, each of which leads there. */
export function PlaceList({
  title,
  none,
  places,
  onGo,
}: {
  readonly title: string;
  /** What is said where there is no place. */
  readonly none: string;
  readonly places: readonly SaidPlace[];
  readonly onGo: (place: Place) => void;
}): ReactNode {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? places : places.slice(0, FIRST);
  if (places.length === 0) return <p className={styles['quiet']}>{none}</p>;
  return (
    <section aria-label={title}>
      <h3 className={styles['title']}>{title}</h3>
      <ul>
        {shown.map(({ said, place }, at) => (
          <li key={`${at} ${said}`}>
            <UnstyledButton className={styles['place'] ?? ''} onClick={() => onGo(place)}>
              {said}
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {places.length > shown.length ? (
        <UnstyledButton className={styles['more'] ?? ''} onClick={() => setAll(true)}>
          {drawingWords.designer.moreProblems(places.length - shown.length)}
        </UnstyledButton>
      ) : null}
    </section>
  );
}
