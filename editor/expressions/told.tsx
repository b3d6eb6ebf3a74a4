import type { ReactNode } from 'react';
import { drawingWords } from '../shell/drawing-words.ts';
import styles from './feel-field.module.css';
import type { Finding } from './findings.ts';
import type { Reading } from './reading.ts';

interface ToldProps extends Reading {
  /** Whether Tab passes what mends it by: it leads to the next field then. */
  readonly isPassedBy: boolean;
  readonly onMend: (finding: Finding) => void;
}

/** One line under a field: the worst of what is wrong, with what was meant as a button; else what the example comes to. */
export function Told({ findings, onExample, isPassedBy, onMend }: ToldProps): ReactNode {
  const [first, ...others] = findings;
  return (
    <>
      {first === undefined ? null : (
        <p className={styles[first.severity]}>
          {first.message} {others.length === 0 ? null : drawingWords.expressions.more(others.length)}
          {first.instead === undefined ? null : (
            <button
              type="button"
              className={styles['mend']}
              tabIndex={isPassedBy ? -1 : 0}
              // The field is not left for it: what stands there is not done yet.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onMend(first)}
            >
              {drawingWords.expressions.write(first.instead)}
            </button>
          )}
        </p>
      )}
      {onExample === null ? null : (
        <p className={styles['example']}>
          {drawingWords.expressions.example}{' '}
          <strong
            data-holds={
              onExample === drawingWords.expressions.true ||
              onExample === drawingWords.expressions.passes ||
              undefined
            }
          >
            {onExample}
          </strong>
        </p>
      )}
    </>
  );
}
