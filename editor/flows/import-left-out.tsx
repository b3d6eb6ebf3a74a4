import type { ReactNode } from 'react';
import type { LeftOut } from '../../definitions/flow/bpmn/left-out.ts';
import { words } from '../shell/words.ts';
import styles from './flow-page.module.css';

/** What of a file does not come along, each with why; nothing if all does. */
export function LeftOutList({ all }: { readonly all: readonly LeftOut[] }): ReactNode {
  if (all.length === 0) return null;
  return (
    <>
      <p id="left-out">{words.flowFiles.leftOut(all.length)}</p>
      {/* Many do not fit; who has no mouse scrolls them too. */}
      <ul className={styles['leftOut']} tabIndex={0} aria-labelledby="left-out">
        {all.map(({ what, why }, index) => (
          <li key={index} className={styles['said']}>
            {what}. <span className={styles['quiet']}>{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
