import { useMediaQuery } from '@mantine/hooks';
import { useRef, type ReactNode } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { Revision } from '../../../definitions/flow/revision.ts';
import { actorIn } from '../../drawing/actor.ts';
import { CHANGE_SIGNS, type DrawnChange } from '../../drawing/drawn-step.ts';
import { FlowDrawing } from '../../drawing/flow-drawing.tsx';
import { iconIn } from '../../drawing/icon-in.ts';
import { drawnPlacement } from '../../../definitions/drawing/place.ts';
import { stepLine } from '../../drawing/step-line.ts';
import surface from '../../shell/surface.module.css';
import { words } from '../../shell/words.ts';
import styles from './changed.module.css';
import type { Marks } from './marks.ts';
import { useScrollTogether } from './scroll-together.ts';

/** One of two drawings that are held against each other. */
export interface Side {
  readonly name: string;
  /** Undefined: this side has no such flow. */
  readonly flow: Flow | undefined;
  readonly of: Revision;
  readonly marks: Marks;
}

const SIGNS: readonly DrawnChange[] = ['added', 'removed', 'changed', 'moved'];

/** The drawings side by side, what is not the same in both marked in place; in a narrow window only the marked steps. */
export function TwoDrawings({
  sides,
  step,
  onStep,
}: {
  readonly sides: readonly Side[];
  readonly step: string | null;
  readonly onStep: (step: string) => void;
}): ReactNode {
  const ref = useRef<HTMLDivElement>(null);
  useScrollTogether(ref);
  return (
    <>
      <div ref={ref} className={styles['sides']}>
        {sides.map((side) => (
          <section
            key={side.name}
            className={`${surface['surface']} ${styles['side']}`}
            aria-label={side.name}
          >
            <h3 className={styles['sideName']}>{side.name}</h3>
            {side.flow === undefined ? (
              <p className={styles['absent']}>{words.changed.noDrawing}</p>
            ) : (
              <OneDrawing side={side} flow={side.flow} step={step} onStep={onStep} />
            )}
          </section>
        ))}
      </div>
      <p className={styles['key']}>
        {SIGNS.map((sign) => (
          <span key={sign} className={styles['keyed']}>
            <Sign of={sign} /> {words.changed.became[sign]}
          </span>
        ))}
      </p>
    </>
  );
}

/** The sign of a change; its word stands beside it or is said to who cannot see it. */
export function Sign({
  of,
  isAlone = false,
}: {
  readonly of: DrawnChange;
  readonly isAlone?: boolean;
}): ReactNode {
  return (
    <span
      className={`${styles['sign']} ${styles[of]}`}
      {...(isAlone ? { role: 'img', 'aria-label': words.changed.became[of] } : { 'aria-hidden': true })}
    >
      {CHANGE_SIGNS[of]}
    </span>
  );
}

function OneDrawing({
  side: { name, of, marks },
  flow,
  step,
  onStep,
}: {
  readonly side: Side;
  readonly flow: Flow;
  readonly step: string | null;
  readonly onStep: (step: string) => void;
}): ReactNode {
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const shown = isNarrow ? flow.nodes.filter(({ id }) => marks.steps.has(id)) : flow.nodes;
  if (shown.length === 0) return <p className={styles['absent']}>{words.changed.noneHere}</p>;
  return (
    <FlowDrawing
      flow={flow}
      steps={shown.map((node) => ({
        node,
        actor: actorIn(node, of),
        icon: iconIn(node, of.activities),
        state: 'plain',
        line: stepLine(node, of),
        isSelected: node.id === step,
        badge: 0,
        change: marks.steps.get(node.id),
      }))}
      placement={drawnPlacement(flow)}
      changes={marks.arrows}
      withBands
      withLabels
      label={`${name}: ${words.flows.drawing(flow.name)}`}
      onSelect={onStep}
    />
  );
}
