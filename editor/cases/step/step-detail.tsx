import { ActionIcon, Button } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import type { FlowNode } from '../../../definitions/flow/node.ts';
import type { CaseDetail, RetryView } from '../../../definitions/model/views/case-detail.ts';
import type { RevisionView } from '../../../definitions/model/views/flow.ts';
import { actorOf, type Actor } from '../../drawing/actor.ts';
import { useNames } from '../../people/people-questions.ts';
import { tookWords } from '../../shell/moment.ts';
import { Moment } from '../../shell/moment-text.tsx';
import { useNow } from '../../shell/now.tsx';
import { Pill, type PillTone } from '../../shell/pill.tsx';
import { useSeenWhenCalled } from '../../shell/seen-when-called.ts';
import { words } from '../../shell/words.ts';
import { useChosenStep } from './chosen-step.ts';
import { waysOut, wayName } from './gateway-ways.ts';
import { placesIn } from '../places.ts';
import { isOfTime, retryAt, whyRetried } from '../retries.ts';
import { headline, headOfUnnamed } from './headline.ts';
import { occasionAt, occasionsOf, tookMs, type Occasion } from './occasion.ts';
import { StepBody } from './step-body.tsx';
import surface from '../../shell/surface.module.css';
import styles from './step-detail.module.css';
import { StepEvents } from './step-events.tsx';

const TONES: Record<Actor, PillTone> = {
  rule: 'rule',
  machine: 'machine',
  person: 'person',
  time: 'plain',
  good: 'good',
  bad: 'bad',
};

export interface StepDetailProps {
  readonly of: CaseDetail;
  readonly revision: RevisionView;
  readonly flow: Flow;
  readonly node: FlowNode;
}

/** A step of a case, opened: what it got, what came of it and why, how long it took, who acted, and what came next. */
export function StepDetail({ of, revision, flow, node }: StepDetailProps): ReactNode {
  const now = useNow();
  const names = useNames();
  const chosen = useChosenStep();
  const occasions = occasionsOf(of.trail, flow.id, node.id);
  const latest = retryAt(of, flow.id, node.id);
  const shown = occasionAt(occasions, chosen.at);
  // A time that the trail does not tell of yet comes after all that it tells of.
  const isUntold = latest !== undefined && chosen.at === null && latest.visit > (shown?.came.visit ?? 0);
  const occasion = isUntold ? undefined : shown;
  const retry = latest !== undefined && isOfTime(latest, occasion) ? latest : undefined;
  const isHere = placesIn(flow, of, revision.revision).some((at) => at.node === node.id);
  const wayTaken =
    node.kind === 'exclusiveGateway' ? wayName(waysOut(node, flow, occasion), occasion?.ended?.port) : '';
  const ref = useSeenWhenCalled();
  return (
    <section
      ref={ref}
      className={`${surface['surface']} ${styles['card']}`}
      aria-label={node.name}
      tabIndex={-1}
    >
      <div className={styles['head']}>
        <Pill tone={TONES[actorOf(node)]}>{node.name}</Pill>
        <strong>
          {retry !== undefined && words.step.triedAgain}
          {retry === undefined && occasion === undefined && headOfUnnamed(of, node, isHere)}
          {retry === undefined &&
            occasion !== undefined &&
            headline(node, occasion, revision.revision, wayTaken, now, names)}
        </strong>
        {retry !== undefined ? <Since at={retry.since} /> : null}
        {occasion === undefined || retry !== undefined ? null : <WhenAndHowLong occasion={occasion} />}
        <Times occasions={occasions} occasion={occasion} />
      </div>
      <WhyRetried retry={retry} />
      <StepBody of={of} revision={revision} flow={flow} node={node} occasion={occasion} />
      {occasion === undefined ? null : <StepEvents node={node} occasion={occasion} />}
      <Next flow={flow} occasion={occasion} />
    </section>
  );
}

function Since({ at }: { readonly at: string }): ReactNode {
  return (
    <span className={styles['quiet']}>
      {words.step.since} <Moment at={at} />
    </span>
  );
}

function WhyRetried({ retry }: { readonly retry: RetryView | undefined }): ReactNode {
  const how = retry === undefined ? null : whyRetried(retry).how;
  return how === null ? null : <p>{words.step.failed(how)}</p>;
}

function WhenAndHowLong({ occasion }: { readonly occasion: Occasion }): ReactNode {
  const took = tookMs(occasion);
  return (
    <span className={styles['quiet']}>
      {took === null ? `${words.step.since} ` : null}
      <Moment at={(occasion.ended ?? occasion.came).at} />
      {took === null ? null : ` · ${tookWords(took)}`}
    </span>
  );
}

/** Which time of several is shown, and the way to the others. */
function Times({
  occasions,
  occasion,
}: {
  readonly occasions: readonly Occasion[];
  readonly occasion: Occasion | undefined;
}): ReactNode {
  const { choose } = useChosenStep();
  if (occasion === undefined || occasions.length < 2) return null;
  const index = occasions.indexOf(occasion);
  const go = (to: number): void => choose({ at: occasions[to]?.came.n ?? null });
  return (
    <span className={styles['times']}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={words.step.earlierTime}
        disabled={index === 0}
        onClick={() => go(index - 1)}
      >
        <IconChevronLeft size={16} />
      </ActionIcon>
      {words.step.timeOf(index + 1, occasions.length)}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={words.step.laterTime}
        disabled={index === occasions.length - 1}
        onClick={() => go(index + 1)}
      >
        <IconChevronRight size={16} />
      </ActionIcon>
    </span>
  );
}

/** The step that the case went on to. */
function Next({
  flow,
  occasion,
}: {
  readonly flow: Flow;
  readonly occasion: Occasion | undefined;
}): ReactNode {
  const { choose } = useChosenStep();
  const edge = flow.edges.find(({ id }) => id === occasion?.ended?.edge);
  const next = flow.nodes.find(({ id }) => id === edge?.to);
  if (next === undefined) return null;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      className={styles['next'] ?? ''}
      onClick={() => choose({ step: next.id, at: null })}
    >
      {words.step.then(next.name)}
    </Button>
  );
}
