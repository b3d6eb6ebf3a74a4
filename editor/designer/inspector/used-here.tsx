import { UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { drawingWords } from '../../shell/drawing-words.ts';
import styles from './inspector.module.css';
import { usePanel } from './panel.ts';
import { stepsThatUse, usedNames } from './used-names.ts';

/** The values of the case that the step looks at, and which other steps look at them. */
export function UsedHere(): ReactNode {
  const { check, node } = usePanel();
  const [isAsked, ask] = useState(false);
  const names = usedNames(check, node);
  const { inspector } = drawingWords;
  if (names.length === 0) return null;
  const elsewhere = isAsked ? names.map((name) => ({ name, steps: stepsThatUse(check, name, node) })) : [];
  return (
    <section className={styles['used']} aria-label={inspector.used}>
      <h3 className={styles['legend']}>{inspector.used}</h3>
      <p className={styles['quiet']}>
        {names.join(', ')} ·{' '}
        <UnstyledButton className={styles['ask'] ?? ''} aria-expanded={isAsked} onClick={() => ask(!isAsked)}>
          {inspector.whereElse}
        </UnstyledButton>
      </p>
      {elsewhere.length === 0 ? null : (
        <ul>
          {elsewhere.map(({ name, steps }) => (
            <li key={name} className={styles['quiet']}>
              {inspector.alsoIn(name, steps.length === 0 ? inspector.nowhereElse : steps.join(', '))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
