import { flowIn } from '../../definitions/flow/drawn.ts';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { Revision } from '../../definitions/flow/revision.ts';
import { FlowTabs } from '../designer/flow-tabs.tsx';
import { actorIn } from '../drawing/actor.ts';
import { FlowDrawing } from '../drawing/flow-drawing.tsx';
import { iconIn } from '../drawing/icon-in.ts';
import { drawnPlacement } from '../../definitions/drawing/place.ts';
import { stepLine } from '../drawing/step-line.ts';
import { queryText } from '../shell/api.ts';
import { CALLED } from '../shell/seen-when-called.ts';
import { words } from '../shell/words.ts';
import surface from '../shell/surface.module.css';
import styles from './flow-page.module.css';
import { StepRules } from './step-rules.tsx';

/** A revision as a drawing: the flow itself or one that it calls, and the rules of the chosen step. */
export function DrawnRevision({ revision }: { readonly revision: Revision }): ReactNode {
  const [search, setSearch] = useSearchParams();
  const flow = flowIn(revision, search.get('flow') ?? '') ?? revision.flow;
  const node = flow.nodes.find(({ id }) => id === search.get('step'));
  // In a narrow window what a step does stands below the drawing: choosing it leads there.
  const isNarrow = useMediaQuery('(max-width: 900px)', undefined, { getInitialValueInEffect: false });
  const choose = (part: { readonly [name: string]: string }, isCalled = false): void =>
    setSearch((before) => new URLSearchParams(queryText({ ...Object.fromEntries(before), ...part })), {
      replace: true,
      state: isCalled ? CALLED : null,
    });
  return (
    <div className={styles['columns']}>
      <section className={`${surface['surface']} ${styles['drawing']}`} aria-label={flow.name}>
        <FlowTabs content={revision} flow={flow} onFlow={(id) => choose({ flow: id, step: '' })} />
        <FlowDrawing
          flow={flow}
          steps={flow.nodes.map((one) => ({
            node: one,
            actor: actorIn(one, revision),
            icon: iconIn(one, revision.activities),
            state: 'plain',
            line: stepLine(one, revision),
            isSelected: one.id === node?.id,
            badge: 0,
          }))}
          placement={drawnPlacement(flow)}
          withBands
          withLabels
          label={words.flows.drawing(flow.name)}
          onSelect={(step) => choose({ step }, isNarrow)}
        />
      </section>
      {node === undefined ? null : (
        <StepRules
          node={node}
          flow={flow}
          revision={revision}
          onFlow={(id) => choose({ flow: id, step: '' })}
        />
      )}
    </div>
  );
}
