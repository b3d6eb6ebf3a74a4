import type { ReactNode } from 'react';
import { isOfStories, isSame, type Difference } from '../../flows/changed/compared.ts';
import { WhatChanged } from '../../flows/changed/what-changed.tsx';
import { Empty } from '../../shell/states.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import styles from './publish.module.css';

/** What would be published is held against what stands: what is not the same, or that nothing is. */
export function Changes({
  difference,
  number,
  isLive,
  after,
}: {
  readonly difference: Difference;
  /** Of the revision that it is held against, and whether that is live. */
  readonly number: number;
  readonly isLive: boolean;
  /** What the later state is called. */
  readonly after: string;
}): ReactNode {
  const { publish } = drawingWords;
  if (isSame(difference))
    return (
      <Empty title={publish.same}>
        <p>{publish.sameToDo}</p>
      </Empty>
    );
  return (
    <>
      <p className={styles['against']}>
        {difference.compared === null
          ? publish.allNew
          : `${isLive ? publish.against(number) : publish.againstNewest(number)}${
              isOfStories(difference) ? `. ${publish.onlyStories}` : ''
            }`}
      </p>
      <WhatChanged difference={difference} names={{ before: publish.wasRevision(number), after }} />
    </>
  );
}
