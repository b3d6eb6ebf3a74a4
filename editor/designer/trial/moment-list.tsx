import { useEffect, useRef, type ReactNode } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { nodeIn } from '../../../definitions/flow/drawn.ts';
import { actorIn } from '../../drawing/actor.ts';
import { iconIn } from '../../drawing/icon-in.ts';
import { StepIcon } from '../../drawing/step-icon.tsx';
import { useNames } from '../../people/people-questions.ts';
import { useNow } from '../../shell/now.tsx';
import { when } from '../../shell/moment.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { momentText } from './moment-text.ts';
import type { Moment } from './moments.ts';
import { stepOf } from './positions.ts';
import type { Told } from './told.ts';
import styles from './trial.module.css';
import type { Trying } from './use-trial.ts';

/** So many moments are listed before and after the one that is shown. */
const AROUND = 100;

type Activities = Readonly<Record<string, ActivityContract>>;

/** All that happens in a story, in order; each leads to its moment. */
export function MomentList({
  trying,
  told: { moments },
  content,
  activities,
}: {
  readonly trying: Trying;
  readonly told: Told;
  readonly content: DraftContent;
  readonly activities: Activities;
}): ReactNode {
  const { position } = trying;
  const now = useNow();
  const names = useNames();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const shown = list.current?.querySelector<HTMLElement>('[aria-current]');
    // Within the list alone: the page itself stays where it is.
    if (shown === null || shown === undefined || list.current === null) return;
    const { offsetTop, offsetHeight } = shown;
    const { scrollTop, clientHeight } = list.current;
    if (offsetTop < scrollTop) list.current.scrollTop = offsetTop;
    else if (offsetTop + offsetHeight > scrollTop + clientHeight)
      list.current.scrollTop = offsetTop + offsetHeight - clientHeight;
  }, [position, moments]);
  const from = Math.max(0, position - AROUND);
  const to = Math.min(moments.length, position + AROUND + 1);
  const { trial } = drawingWords;
  return (
    <section className={styles['part']} aria-label={trial.moments}>
      <h3 className={styles['partTitle']}>{trial.moments}</h3>
      {from === 0 ? null : <p className={styles['quiet']}>{trial.earlier(from)}</p>}
      <ol ref={list} className={styles['moments']}>
        {moments.slice(from, to).map((moment, index) => {
          const at = from + index;
          return (
            <li key={at}>
              <button
                type="button"
                className={styles['moment']}
                aria-current={at === position ? 'step' : undefined}
                data-passed={at < position || undefined}
                onClick={() => trying.go(at)}
              >
                <MomentIcon {...{ moment, content, activities }} />
                <span className={styles['momentText']}>{momentText(moment, content, now, names)}</span>
                <time dateTime={new Date(moment.at).toISOString()} className={styles['momentAt']}>
                  {moment.at === moments[at - 1]?.at ? '' : when(new Date(moment.at).toISOString(), now)}
                </time>
              </button>
            </li>
          );
        })}
      </ol>
      {to === moments.length ? null : <p className={styles['quiet']}>{trial.later(moments.length - to)}</p>}
    </section>
  );
}

function MomentIcon({
  moment,
  content,
  activities,
}: {
  readonly moment: Moment;
  readonly content: DraftContent;
  readonly activities: Activities;
}): ReactNode {
  const place = stepOf(moment);
  const node = place === null ? undefined : nodeIn(content, place);
  if (moment.event?.type === 'message' || node === undefined)
    return <StepIcon node={{ kind: 'startEvent' }} />;
  return <StepIcon node={node} actor={actorIn(node, content)} icon={iconIn(node, activities)} />;
}
