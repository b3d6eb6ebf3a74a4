import type { ReactNode } from 'react';
import type { Flow } from '../../definitions/flow/flow.ts';
import { words } from '../shell/words.ts';
import styles from './band-list.module.css';
import type { DrawnStep } from './drawn-step.ts';
import { StepCard } from './step-card.tsx';

/** A flow for a narrow window: its bands one below the other, each with its steps. */
export function BandList({
  flow,
  steps,
  empty,
  onSelect,
}: {
  readonly flow: Flow;
  readonly steps: readonly DrawnStep[];
  /** What is said of a band without steps; without it such bands are left out. */
  readonly empty?: string;
  readonly onSelect?: (nodeId: string) => void;
}): ReactNode {
  const known = new Set(flow.lanes.map((lane) => lane.id));
  const bands = [
    ...flow.lanes.map((lane) => ({
      id: lane.id,
      name: lane.name,
      steps: steps.filter((step) => step.node.lane === lane.id),
    })),
    {
      id: '',
      name: flow.lanes.length === 0 ? flow.name : words.flows.rest,
      steps: steps.filter((step) => step.node.lane === undefined || !known.has(step.node.lane)),
    },
  ].filter(({ id, steps: own }) => own.length > 0 || (empty !== undefined && id !== ''));
  return (
    <ol className={styles['bands']}>
      {bands.map((band) => (
        <li key={band.id}>
          <h3 className={styles['name']}>{band.name}</h3>
          {band.steps.length > 0 ? null : <p className={styles['empty']}>{empty}</p>}
          <ol className={styles['steps']}>
            {band.steps.map((step) => (
              <li key={step.node.id}>
                <StepCard step={step} onSelect={onSelect} />
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  );
}
