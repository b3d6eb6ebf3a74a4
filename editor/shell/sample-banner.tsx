import { Button, Modal, SegmentedControl, Switch } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { SampleDayView, SamplePace } from '../../definitions/model/views/sample-day.ts';
import forms from '../inbox/task-form.module.css';
import { wholeText } from '../words/locale.ts';
import { weekdayAndTime } from './moment.ts';
import { useNow } from './now.tsx';
import { goTo, place } from './place.ts';
import { ApiProblem } from './problem.ts';
import styles from './sample-banner.module.css';
import { useSampleDay, useSampleDayActs } from './sample-day.ts';
import { words } from './words.ts';

/** Their texts are as small as those of the switches beside them. */
const SMALL = { size: 'compact-xs', variant: 'subtle', fz: 12, h: 28, px: 6 } as const;

const PACES: readonly SamplePace[] = ['paused', 'slow', 'normal'];

/** Says that what is shown is invented, what time it is there, and lets the visitor handle it. */
export function SampleBanner(): ReactNode {
  const { data: day } = useSampleDay();
  return place === '' || day === undefined || day === null ? null : <Banner day={day} />;
}

function Banner({ day }: { readonly day: NonNullable<SampleDayView> }): ReactNode {
  const { busy, error, setPace, setByThemselves, remove } = useSampleDayActs();
  const [isAsked, setAsked] = useState(false);
  const text = words.sampleDay;
  return (
    <section className={styles['banner']} aria-label={text.title}>
      <span className={styles['what']}>
        <b>{text.title}.</b> {day.over ? text.over : null}{' '}
        <span className={styles['about']}>{aboutOf(day)}</span>
      </span>
      <StoryTime />
      <div className={styles['acts']}>
        {day.over ? null : (
          <SegmentedControl
            size="xs"
            aria-label={text.pace}
            data={PACES.map((pace) => ({ value: pace, label: text.paces[pace] }))}
            value={day.pace}
            disabled={busy !== null}
            onChange={(chosen) => {
              const pace = PACES.find((each) => each === chosen);
              if (pace !== undefined) void setPace(pace);
            }}
          />
        )}
        <Switch
          size="xs"
          label={text.byThemselves}
          title={text.byThemselvesHelp}
          checked={day.byThemselves}
          disabled={busy === 'answers'}
          onChange={(event) => void setByThemselves(event.currentTarget.checked)}
        />
        <Button {...SMALL} onClick={() => goTo('own cases')}>
          {text.back}
        </Button>
        <Button {...SMALL} onClick={() => setAsked(true)}>
          {text.remove}
        </Button>
      </div>
      <Modal opened={isAsked} onClose={() => setAsked(false)} title={text.removeTitle} size="sm">
        <p>{text.removeText}</p>
        {error instanceof ApiProblem ? (
          <p role="alert" className={forms['refusal']}>
            {error.message} {error.whatToDo}
          </p>
        ) : null}
        <Button mt={12} loading={busy === 'remove'} onClick={() => void remove()}>
          {busy === 'remove' ? text.removing : text.remove}
        </Button>
      </Modal>
    </section>
  );
}

function aboutOf({ over, pace }: NonNullable<SampleDayView>): string {
  const { left, held, about, dayLasts } = words.sampleDay;
  if (over) return left;
  return pace === 'paused' ? held : about(dayLasts[pace]);
}

function StoryTime(): ReactNode {
  const now = useNow();
  return (
    <span className={styles['clock']} title={words.sampleDay.clock(wholeText(now))}>
      {weekdayAndTime(now)}
    </span>
  );
}
