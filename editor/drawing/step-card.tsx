import type { ReactNode } from 'react';
import type { FlowNode } from '../../definitions/flow/node.ts';
import { words } from '../shell/words.ts';
import { actorOf } from './actor.ts';
import { CHANGE_SIGNS, type DrawnStep } from './drawn-step.ts';
import styles from './step-card.module.css';
import { StepIcon } from './step-icon.tsx';
import { StepMarks } from './step-marks.tsx';

/** Where nobody acts. */
const ENDS: ReadonlySet<FlowNode['kind']> = new Set(['startEvent', 'endEvent', 'textAnnotation']);

/** A step's card: who acts, a title, one line of what it does now, and how it stands. */
export function StepCard({
  step,
  isTold = false,
  onSelect,
}: {
  readonly step: DrawnStep;
  /** Who points at it is told more of it than its words. */
  readonly isTold?: boolean;
  readonly onSelect?: ((nodeId: string) => void) | undefined;
}): ReactNode {
  const { node, state, line, isSelected, badge } = step;
  const changeWord = step.change === undefined ? '' : `, ${words.changed.became[step.change]}`;
  const stateWord = `${state === 'plain' ? '' : `, ${words.way.states[state]}`}${changeWord}`;
  const actor = step.actor ?? actorOf(node);
  const aloneClass = state !== 'here' || actor === 'person' ? '' : styles['hereAlone'];
  const classes = [
    styles['card'],
    styles[state],
    aloneClass,
    step.change === undefined ? '' : styles[step.change],
    isSelected ? styles['selected'] : '',
  ].join(' ');
  const content = (
    <>
      <StepIcon node={node} actor={actor} icon={step.icon} isOff={state === 'off' || state === 'unknown'} />
      <span className={styles['words']}>
        <span className={styles['name']}>{node.name}</span>
        {line === '' ? null : <span className={styles['line']}>{line}</span>}
      </span>
      {step.change === undefined ? null : (
        <span className={`${styles['badge']} ${styles['sign']}`} data-change={step.change} aria-hidden>
          {CHANGE_SIGNS[step.change]}
        </span>
      )}
      {badge === 0 ? null : (
        <span className={`${styles['badge']} ${state === 'stuck' ? styles['badBadge'] : ''}`}>{badge}</span>
      )}
    </>
  );
  const who = ENDS.has(node.kind) ? '' : words.flows.actors[actor];
  const whole = [node.name, step.whole ?? line, who].filter((part) => part !== '').join(' · ');
  if (onSelect === undefined) {
    return (
      <div className={classes} {...(!isTold && { title: whole })}>
        {content}
        <span className={styles['hidden']}>{stateWord}</span>
        {step.marks === undefined ? null : (
          <span className={styles['marks']}>
            <StepMarks marks={step.marks} />
          </span>
        )}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={classes}
      title={whole}
      aria-pressed={isSelected}
      aria-label={`${whole}${stateWord}`}
      data-step={node.id}
      data-state={state}
      onClick={() => onSelect(node.id)}
    >
      {content}
    </button>
  );
}
