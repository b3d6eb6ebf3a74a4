import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconCircleDashed, IconPlayerPlay, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Place } from '../../../definitions/check/issue.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { Expectation, Scenario } from '../../../definitions/scenario/scenario.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Desk } from '../desk.ts';
import { trialOf } from '../trial/trial.ts';
import type { Trying } from '../trial/use-trial.ts';
import styles from './stories.module.css';
import { StoryDetails } from './story-details.tsx';
import type { StoryRun } from './story-run.ts';
import { storyTroubles } from './story-troubles.ts';

export interface StoryProps {
  readonly id: string;
  readonly story: Scenario;
  readonly content: DraftContent;
  readonly desk: Pick<Desk, 'do'>;
  readonly trying: Trying;
  /** Undefined: it is not known yet. */
  readonly run: StoryRun | undefined;
  readonly onGo: (place: Place) => void;
  readonly onOpen: (id: string | null) => void;
}

/** A story in the list: whether it holds, what must come out, and the way to try it; open, all else of it. */
export function StoryItem({ isOpen, ...props }: StoryProps & { readonly isOpen: boolean }): ReactNode {
  const { id, story, content, run, trying, onOpen } = props;
  const { stories: said } = drawingWords;
  const troubles = storyTroubles(content, story);
  return (
    <li className={styles['story']}>
      <div className={styles['storyLine']}>
        <UnstyledButton
          className={styles['storyHead'] ?? ''}
          aria-expanded={isOpen}
          onClick={() => onOpen(isOpen ? null : id)}
        >
          <Sign run={run} story={story} />
          <span className={styles['name']}>{story.name}</span>
          <span className={styles['about']}>
            {expectedText(story.expect)}
            {troubles.length === 0 ? null : (
              <IconAlertTriangle
                size={12}
                className={styles['weigh'] ?? ''}
                role="img"
                aria-label={said.start.mark}
              />
            )}
          </span>
        </UnstyledButton>
        <UnstyledButton
          className={styles['try'] ?? ''}
          aria-label={`${said.tryIt}: ${story.name}`}
          title={said.tryIt}
          onClick={() => trying.open(trialOf(story))}
        >
          <IconPlayerPlay size={14} aria-hidden />
        </UnstyledButton>
      </div>
      {isOpen ? <StoryDetails {...props} troubles={troubles} /> : null}
    </li>
  );
}

function Sign({ run, story }: Pick<StoryProps, 'run' | 'story'>): ReactNode {
  const { stories: said } = drawingWords;
  const shared = { size: 14, role: 'img', className: styles['sign'] ?? '' };
  if (run === undefined) return <IconCircleDashed {...shared} aria-label={said.notKnown} />;
  if (run.status === null || run.differs.length > 0)
    return (
      <IconX {...shared} className={`${styles['sign']} ${styles['differs']}`} aria-label={said.differs} />
    );
  if (story.expect === undefined) return <IconCircleDashed {...shared} aria-label={said.anything} />;
  return <IconCheck {...shared} className={`${styles['sign']} ${styles['holds']}`} aria-label={said.holds} />;
}

/** What must come out, in a few words. */
function expectedText(expect: Expectation | undefined): string {
  const { stories: said } = drawingWords;
  const { status, outcome, pathIncludes = [] } = expect ?? {};
  const end =
    typeof outcome === 'string'
      ? said.endsWith(outcome)
      : outcome === null && (status ?? 'ended') === 'ended'
        ? said.endsWithout
        : status === undefined
          ? ''
          : said.ends[status];
  const parts = [end, pathIncludes.length === 0 ? '' : said.through(pathIncludes.length)];
  const text = parts.filter((part) => part !== '').join(' · ');
  return text === '' ? said.anything : text;
}
