import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { nodeIn } from '../../../definitions/flow/drawn.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { flowName } from './trail.ts';
import styles from './trail-bar.module.css';
import type { Walk } from './use-walk.ts';

/** The flows through whose calls one came to the one that is drawn, each leading back to the step that called. */
export function TrailBar({
  content,
  walk: { flow, trail, hrefOf },
}: {
  readonly content: DraftContent;
  readonly walk: Walk;
}): ReactNode {
  const said = drawingWords.calledFlows;
  if (trail.length === 0) return null;
  return (
    <nav className={styles['trail']} aria-label={said.trail}>
      <ol>
        {trail.map((crumb) => {
          const name = flowName(content, crumb.flow);
          const backTo = said.backTo(
            name,
            nodeIn(content, { flow: crumb.flow, node: crumb.step })?.name ?? '',
          );
          return (
            <li key={crumb.flow}>
              <Link className={styles['name']} to={hrefOf(crumb)} title={backTo} aria-label={backTo}>
                {name}
              </Link>
              <span aria-hidden>›</span>
            </li>
          );
        })}
        <li aria-current="page">
          <span className={styles['name']} title={flow.name}>
            {flow.name}
          </span>
        </li>
      </ol>
    </nav>
  );
}
