import { ActionIcon, Tooltip } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipBack,
  IconPlayerSkipForward,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { howLong } from '../../shell/moment.ts';
import { Moment } from '../../shell/moment-text.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Told } from './told.ts';
import styles from './trial.module.css';
import type { Trying } from './use-trial.ts';

/** The way back and on through a story, and where in it one is. */
export function Controls({ trying, told }: { readonly trying: Trying; readonly told: Told }): ReactNode {
  const said = drawingWords.trial;
  const { position, isPlaying } = trying;
  const { moments, start } = told;
  const at = moments[position]?.at ?? start;
  const isLast = position >= moments.length - 1;
  const tools = [
    { label: said.first, icon: IconPlayerSkipBack, isOff: position === 0, act: () => trying.go(0) },
    { label: said.back, icon: IconChevronLeft, isOff: position === 0, act: () => trying.go(position - 1) },
    {
      label: isPlaying ? said.pause : said.play,
      icon: isPlaying ? IconPlayerPause : IconPlayerPlay,
      isOff: isLast,
      act: () => trying.play(!isPlaying),
    },
    { label: said.forward, icon: IconChevronRight, isOff: isLast, act: () => trying.go(position + 1) },
    { label: said.end, icon: IconPlayerSkipForward, isOff: isLast, act: trying.goOn },
  ];
  return (
    <div className={styles['controls']} role="group" aria-label={said.controls}>
      {tools.map(({ label, icon: Icon, isOff, act }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={label}
            // Disabled, it would lose the focus of who goes on by pressing it.
            aria-disabled={isOff}
            {...(isOff ? { 'data-disabled': true } : {})}
            onClick={() => isOff || act()}
          >
            <Icon size={16} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <span className={styles['when']}>
        <span>
          <Moment at={new Date(at).toISOString()} />
        </span>
        <span className={styles['quiet']}>
          {said.place(position + 1, moments.length)} ·{' '}
          {at === start ? said.atStart : said.sinceStart(howLong(at - start))}
        </span>
      </span>
    </div>
  );
}
