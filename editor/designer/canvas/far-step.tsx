import type { ReactNode } from 'react';
import card from '../../drawing/step-card.module.css';
import styles from './canvas.module.css';
import type { StepData } from './step-node.tsx';

/** So much of a name fits into two lines of a card from afar. */
const FITS = 28;

/** A step seen from afar: its name alone, and how it stands. */
export function FarStep({ data }: { readonly data: StepData }): ReactNode {
  const { step, trouble } = data;
  const { name } = step.node;
  const classes = [
    styles['far'],
    styles[step.actor ?? 'good'],
    card[step.state],
    trouble === null ? '' : styles[trouble],
  ];
  return (
    <div className={classes.join(' ')} title={name}>
      {trouble === null ? '' : '! '}
      {name.length > FITS ? `${name.slice(0, FITS - 1)}…` : name}
    </div>
  );
}
