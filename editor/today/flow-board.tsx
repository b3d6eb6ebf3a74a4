import { useMemo, type ReactNode } from 'react';
import type { Revision } from '../../definitions/flow/revision.ts';
import type { Today } from '../../definitions/model/views/today.ts';
import { actorIn } from '../drawing/actor.ts';
import type { DrawnStep } from '../drawing/drawn-step.ts';
import { FlowDrawing } from '../drawing/flow-drawing.tsx';
import { iconIn } from '../drawing/icon-in.ts';
import { drawnPlacement } from '../../definitions/drawing/place.ts';
import { stepLine } from '../drawing/step-line.ts';
import { words } from '../shell/words.ts';
import { marksOf } from './step-marks.ts';

/** The live flow as it is drawn, with how many cases stand at each step. */
export function FlowBoard({
  revision,
  today,
}: {
  readonly revision: Revision;
  readonly today: Today;
}): ReactNode {
  const { flow } = revision;
  const placement = useMemo(() => drawnPlacement(flow), [flow]);
  const steps = flow.nodes.map((node): DrawnStep => ({
    node,
    actor: actorIn(node, revision),
    icon: iconIn(node, revision.activities),
    state: 'plain',
    line: stepLine(node, revision),
    isSelected: false,
    badge: 0,
    marks: marksOf(node, flow, today),
  }));
  return (
    <FlowDrawing
      flow={flow}
      steps={steps}
      placement={placement}
      withBands
      withLabels
      grows
      meanwhile={<div aria-busy="true" />}
      label={words.today.drawing(flow.name)}
    />
  );
}
