import { Button, Checkbox, TextInput } from '@mantine/core';
import { nanoid } from 'nanoid';
import { useState, type FormEvent, type ReactNode } from 'react';
import { drawingWords } from '../../shell/drawing-words.ts';
import { keepStory } from '../commands/keep-story.ts';
import type { Desk } from '../desk.ts';
import { storyOf } from './story-of.ts';
import type { Told } from './told.ts';
import styles from './trial.module.css';
import type { Trial } from './trial.ts';

/** Keeps what is tried with the flow: it has to come out the same whenever the flow is published. */
export function KeepStory({
  desk,
  trial,
  told,
}: {
  readonly desk: Desk;
  readonly trial: Trial;
  readonly told: Told;
}): ReactNode {
  const said = drawingWords.trial.keep;
  const [name, setName] = useState(trial.scenario.name);
  const [isSameWay, setSameWay] = useState(true);
  const [kept, setKept] = useState<Trial | null>(null);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    const story = storyOf(trial, told, { name: name.trim(), isSameWay });
    if (story.name === '') return;
    desk.do(said.did(story.name), keepStory(nanoid(12), story));
    setKept(trial);
  };
  const isOpen = told.status === 'unanswered';
  return (
    <details className={styles['keep']}>
      <summary>{said.title}</summary>
      <form className={styles['form']} onSubmit={keep}>
        <p className={styles['quiet']}>{isOpen ? said.isOpen : said.help}</p>
        <TextInput
          label={said.name}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Checkbox
          label={said.sameWay}
          checked={isSameWay}
          onChange={(event) => setSameWay(event.currentTarget.checked)}
        />
        <Button type="submit" variant="default" h={30} disabled={isOpen || name.trim() === ''}>
          {said.go}
        </Button>
        <p role="status" className={styles['quiet']}>
          {kept === trial ? said.done : ''}
        </p>
      </form>
    </details>
  );
}
