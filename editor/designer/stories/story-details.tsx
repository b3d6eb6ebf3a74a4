import { Button, TextInput } from '@mantine/core';
import { nanoid } from 'nanoid';
import type { ReactNode } from 'react';
import { drawingWords } from '../../shell/drawing-words.ts';
import { duplicateStory, removeStory, renameStory } from '../commands/change-story.ts';
import { useDraftValue } from '../inspector/draft-value.ts';
import { typingProps } from '../inspector/inputs/text-input.tsx';
import { trialOf } from '../trial/trial.ts';
import list from '../variables/variables.module.css';
import { ExpectForm } from './expect-form.tsx';
import styles from './stories.module.css';
import type { StoryProps } from './story-item.tsx';
import { freeName, isTakenName } from './story-names.ts';
import type { StoryRun } from './story-run.ts';
import type { StoryTrouble } from './story-troubles.ts';
import { TroubleNote } from './trouble-note.tsx';

const LONGEST_NAME = 500;

/** One story, open: what differs, what it speaks of that is gone, and all that can be changed of it. */
export function StoryDetails({
  troubles,
  ...props
}: StoryProps & { readonly troubles: readonly StoryTrouble[] }): ReactNode {
  const { id, story, content, desk, trying, run, onGo, onOpen } = props;
  const { stories: said } = drawingWords;
  const draft = useDraftValue(story.name, (typed) => {
    const name = typed.trim().slice(0, LONGEST_NAME);
    if (name === '') return said.refused.empty;
    if (isTakenName(content.scenarios, name, id)) return said.refused.taken;
    desk.do(said.did.renamed(story.name, name), renameStory(id, name));
    return null;
  });
  const duplicate = (): void => {
    const copy = {
      id: nanoid(12),
      name: freeName(content.scenarios, (count) => said.copyOf(story.name, count)),
    };
    desk.do(said.did.duplicated(story.name), duplicateStory(id, copy));
    onOpen(copy.id);
  };
  return (
    <div className={styles['details']}>
      {run === undefined ? null : <WhatDiffers run={run} onGo={onGo} />}
      {troubles.map((trouble, at) => (
        <TroubleNote key={at} {...{ id, story, desk, trouble }} />
      ))}
      <TextInput label={said.name} error={draft.refusal} {...typingProps(draft, true)} />
      <ExpectForm {...{ id, story, content, desk, run }} />
      <div className={styles['acts']}>
        <Button variant="default" onClick={() => trying.open(trialOf(story))}>
          {said.tryIt}
        </Button>
        <Button variant="default" onClick={duplicate}>
          {said.duplicate}
        </Button>
        <Button
          variant="default"
          c="var(--bad)"
          onClick={() => desk.do(said.did.removed(story.name), removeStory(id))}
        >
          {said.remove}
        </Button>
      </div>
      <p className={list['quiet']}>{story.expect === undefined && run?.status ? cameText(run) : ''}</p>
    </div>
  );
}

/** What came out otherwise, as where a draft is published; a sentence about a step leads there. */
function WhatDiffers({ run, onGo }: { readonly run: StoryRun } & Pick<StoryProps, 'onGo'>): ReactNode {
  const { stories: said } = drawingWords;
  if (run.status === null) return <p className={styles['bad']}>{said.noTime}</p>;
  if (run.differs.length === 0) return null;
  return (
    <ul className={styles['sentences']} aria-label={said.differently}>
      {run.differs.map(({ sentence, step }, at) => (
        <li key={at}>
          {step === undefined ? (
            <span className={styles['sentence']}>{sentence}</span>
          ) : (
            <button type="button" className={styles['sentence']} onClick={() => onGo(step)}>
              {sentence}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function cameText({ status, outcome }: StoryRun): string {
  const { stories: said } = drawingWords;
  if (status === null) return '';
  return said.came(outcome === null ? said.ends[status] : said.endsWith(outcome));
}
