import type { ReactNode } from 'react';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Today } from '../../definitions/model/views/today.ts';
import { actorIn } from '../drawing/actor.ts';
import { iconIn } from '../drawing/icon-in.ts';
import { StepIcon } from '../drawing/step-icon.tsx';
import { StepMarks } from '../drawing/step-marks.tsx';
import { words } from '../shell/words.ts';
import styles from './band-counts.module.css';
import { marksOf } from './step-marks.ts';

/** The live flow for a narrow window: its bands, and in each the steps at which cases stand or ended. */
export function BandCounts({
  revision,
  today,
}: {
  readonly revision: Revision;
  readonly today: Today;
}): ReactNode {
  const { flow } = revision;
  return (
    <ol>
      {flow.lanes.map((lane) => {
        const busy = flow.nodes
          .filter((node) => node.lane === lane.id)
          .map((node) => ({ node, marks: marksOf(node, flow, today) }))
          .filter(({ marks }) => marks.length > 0);
        return (
          <li key={lane.id} className={styles['band']}>
            <h2 className={styles['name']}>{lane.name}</h2>
            {busy.length === 0 ? (
              <p className={styles['quiet']}>{words.today.quietBand}</p>
            ) : (
              <ul className={styles['steps']}>
                {busy.map(({ node, marks }) => (
                  <li key={node.id} className={styles['step']}>
                    <StepIcon
                      node={node}
                      actor={actorIn(node, revision)}
                      icon={iconIn(node, revision.activities)}
                    />
                    <span className={styles['title']}>{node.name}</span>
                    <StepMarks marks={marks} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
