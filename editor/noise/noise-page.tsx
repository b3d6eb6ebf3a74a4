import type { ReactNode } from 'react';
import { More } from '../shell/more.tsx';
import { Page } from '../shell/page.tsx';
import { Answered, Empty, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { NoiseCard } from './noise-card.tsx';
import styles from './noise-page.module.css';
import { useNoise } from './noise-questions.ts';

/** What was put aside, each with the rule that did it, and the way back. */
export default function NoisePage(): ReactNode {
  const rows = useNoise();
  return (
    <Page title={words.noise.title}>
      <Answered question={rows} loading={<Loading lines={5} height={80} />}>
        {(answer) => {
          const all = answer.pages.flatMap((page) => page.items);
          if (all.length === 0) return <Empty title={words.noise.empty}>{words.noise.emptyToDo}</Empty>;
          return (
            <>
              <p className={styles['about']}>{words.noise.about}</p>
              <ul className={styles['list']}>
                {all.map((row) => (
                  <NoiseCard key={row.case.id} row={row} />
                ))}
              </ul>
              <More of={rows} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
