import { SegmentedControl, Select } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { IconExternalLink } from '@tabler/icons-react';
import { useMemo, type ReactNode } from 'react';
import type { Flow } from '../../definitions/flow/flow.ts';
import type { CaseDetail, TrailView } from '../../definitions/model/views/case-detail.ts';
import type { RevisionView } from '../../definitions/model/views/flow.ts';
import { actorIn } from '../drawing/actor.ts';
import type { DrawnStep } from '../drawing/drawn-step.ts';
import { FlowDrawing } from '../drawing/flow-drawing.tsx';
import { iconIn } from '../drawing/icon-in.ts';
import { drawnPlacement, readingPlacement } from '../../definitions/drawing/place.ts';
import { wayInShort, wayThrough, type Way } from '../drawing/way.ts';
import { useNames } from '../people/people-questions.ts';
import { wholeDate } from '../shell/moment.ts';
import { useNow } from '../shell/now.tsx';
import type { Names } from '../shell/plain-value.ts';
import { words } from '../shell/words.ts';
import { placesIn } from './places.ts';
import { retryAt } from './retries.ts';
import { stepNowLine, type StandingStep } from './step-now.ts';
import surface from '../shell/surface.module.css';
import styles from './way-card.module.css';
import { WayLegend } from './way-legend.tsx';

const AHEAD = 2;

export interface WayCardProps {
  readonly of: CaseDetail;
  readonly revision: RevisionView;
  readonly flow: Flow;
  readonly selected: string | null;
  readonly isWhole: boolean;
  readonly onSelect: (nodeId: string) => void;
  readonly onFlow: (flowId: string) => void;
  readonly onWhole: (isWhole: boolean) => void;
}

/** The drawing the case is pinned to, with the way it took: in short, or the whole flow with its bands. */
export function WayCard({
  of,
  revision,
  flow,
  selected,
  isWhole,
  onSelect,
  onFlow,
  onWhole,
}: WayCardProps): ReactNode {
  const now = useNow();
  const names = useNames();
  const { ref, width } = useElementSize();
  const places = useMemo(() => placesIn(flow, of, revision.revision), [flow, of, revision]);
  const way = useMemo(
    () => wayThrough(flow, of.trail, places, of.owesReport),
    [flow, of.trail, places, of.owesReport],
  );
  const short = useMemo(() => wayInShort(flow, way, AHEAD), [flow, way]);
  const placement = useMemo(
    () => (isWhole ? drawnPlacement(flow) : readingPlacement(short.nodes, width)),
    [isWhole, flow, short, width],
  );
  const calledOnes = calledOnTheWay(of, revision);
  const shown = isWhole ? flow.nodes.map((node) => node.id) : short.nodes;
  const steps = shown.flatMap((id) =>
    drawnStep(id, flow, way, { ...of, positions: places }, revision, selected, now, names),
  );
  return (
    <section className={`${surface['surface']} ${styles['card']}`} aria-label={words.way.title}>
      <div className={styles['head']}>
        <h2 className={styles['title']}>{words.way.title}</h2>
        <span className={styles['revision']}>
          {calledOnes.length === 0
            ? words.way.revision(flow.name, revision.number)
            : words.flows.revision(revision.number)}
        </span>
        {calledOnes.length === 0 ? null : (
          <FlowChoice flows={[revision.revision.flow, ...calledOnes]} flow={flow} onFlow={onFlow} />
        )}
        <SegmentedControl
          size="xs"
          aria-label={words.way.view}
          data={[
            { value: 'short', label: words.way.short },
            { value: 'whole', label: words.way.whole },
          ]}
          value={isWhole ? 'whole' : 'short'}
          onChange={(value) => onWhole(value === 'whole')}
        />
      </div>
      <div ref={ref} className={styles['drawing']}>
        {width === 0 ? null : (
          <FlowDrawing
            flow={isWhole ? flow : short.flow}
            steps={steps}
            placement={placement}
            taken={way.taken}
            withBands={isWhole}
            withLabels={isWhole}
            label={words.way.title}
            onSelect={onSelect}
          />
        )}
      </div>
      <div className={styles['foot']}>
        <WayLegend states={new Set(steps.map(({ state }) => state))} />
        {of.temporal === null ? null : (
          <a href={of.temporal} target="_blank" rel="noreferrer noopener" className={styles['out']}>
            {words.way.openInTemporal} <IconExternalLink size={13} aria-hidden />
          </a>
        )}
      </div>
    </section>
  );
}

function drawnStep(
  id: string,
  flow: Flow,
  way: Way<TrailView>,
  of: CaseDetail,
  revision: RevisionView,
  selected: string | null,
  now: number,
  names: Names,
): readonly DrawnStep[] {
  const node = flow.nodes.find((one) => one.id === id);
  if (node === undefined) return [];
  const visits = way.visits.get(id) ?? 0;
  const standing: StandingStep = {
    node,
    flow,
    latest: way.latest.get(id),
    position: of.positions.find((one) => one.node === id && one.flow === flow.id),
    retry: retryAt(of, flow.id, id),
  };
  return [
    {
      node,
      actor: actorIn(node, revision.revision),
      icon: iconIn(node, revision.revision.activities),
      state: way.states.get(id) ?? 'off',
      line: stepNowLine(standing, revision.revision, now, names),
      whole: stepNowLine(standing, revision.revision, now, names, wholeDate),
      isSelected: id === selected,
      badge: visits > 1 ? visits : 0,
    },
  ];
}

/** The flows that the root flow called on the way. */
function calledOnTheWay(of: CaseDetail, revision: RevisionView): readonly Flow[] {
  const entered = new Set([...of.trail, ...of.positions].map(({ flow }) => flow));
  return Object.values(revision.revision.called).filter((called) => entered.has(called.id));
}

function FlowChoice({
  flows,
  flow,
  onFlow,
}: Pick<WayCardProps, 'flow' | 'onFlow'> & { readonly flows: readonly Flow[] }): ReactNode {
  return (
    <Select
      size="xs"
      w={150}
      aria-label={words.flows.calls}
      data={flows.map(({ id, name }) => ({ value: id, label: name }))}
      value={flow.id}
      onChange={(chosen) => chosen !== null && onFlow(chosen)}
      allowDeselect={false}
    />
  );
}
