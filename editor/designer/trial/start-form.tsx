import { Button, SegmentedControl, Select, Textarea } from '@mantine/core';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import { lookUp } from '../../../definitions/check/environment.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { SAID_AT } from '../../../definitions/model/arrival.ts';
import type { ChannelKind } from '../../../definitions/model/mention.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { firstValues } from './first-values.ts';
import styles from './trial.module.css';
import { trialOf, trialOfMention, type Trial } from './trial.ts';

const MINUTE_MS = 60_000;
/** How long before it was heard it was said, in minutes. */
const AGES = ['0', '30', '180', '1200'] as const;
const CHANNELS = Object.entries(words.channelKinds).map(([value, label]) => ({ value, label }));

/** What a draft is tried with: a story that stands with it, or what somebody writes. */
export function StartForm({
  content,
  activities,
  onBegin,
}: {
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly onBegin: (trial: Trial) => void;
}): ReactNode {
  const said = drawingWords.trial;
  const stories = Object.entries(content.scenarios)
    .map(([value, { name }]) => ({ value, label: name }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en'));
  const [kind, setKind] = useState<'story' | 'mention'>('story');
  const [story, setStory] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [channel, setChannel] = useState<ChannelKind>('tweet');
  const [ago, setAgo] = useState<(typeof AGES)[number]>('0');
  const asksWhen = content.flow.variables.some(({ name, input }) => name === SAID_AT && input === true);
  const isOwn = kind === 'mention' || stories.length === 0;
  const chosen = lookUp(content.scenarios, story ?? '');
  const isReady = isOwn ? text.trim() !== '' : chosen !== undefined;
  const begin = (event: FormEvent): void => {
    event.preventDefault();
    if (!isOwn && chosen !== undefined) return onBegin(trialOf(chosen));
    const now = Date.now();
    const given = { channel, [SAID_AT]: new Date(now - Number(ago) * MINUTE_MS).toISOString() };
    const variables = firstValues(content.flow, Object.values(content.scenarios), given);
    onBegin(trialOfMention(text.trim(), new Date(now).toISOString(), variables));
  };
  return (
    <form className={styles['form']} onSubmit={begin}>
      <p className={styles['quiet']}>{said.help}</p>
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={said.with}
        value={isOwn ? 'mention' : 'story'}
        onChange={(value) => setKind(value === 'mention' ? 'mention' : 'story')}
        data={[
          { value: 'story', label: said.withStory, disabled: stories.length === 0 },
          { value: 'mention', label: said.withMention },
        ]}
      />
      {isOwn ? (
        <>
          <Textarea
            label={said.said}
            placeholder={said.saidExample}
            autosize
            minRows={3}
            maxRows={8}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Select
            label={said.channel}
            data={CHANNELS}
            allowDeselect={false}
            value={channel}
            onChange={(value) => setChannel(channelIn(value))}
          />
          {asksWhen ? (
            <Select
              label={said.ago}
              data={AGES.map((value) => ({ value, label: said.agos[value] }))}
              allowDeselect={false}
              value={ago}
              onChange={(value) => setAgo(AGES.find((one) => one === value) ?? '0')}
            />
          ) : null}
        </>
      ) : (
        <Select
          label={said.story}
          placeholder={said.storyNone}
          searchable
          maxDropdownHeight={320}
          data={stories}
          value={story}
          onChange={setStory}
        />
      )}
      <Button
        type="submit"
        variant="filled"
        h={30}
        disabled={!isReady || Object.keys(activities).length === 0}
      >
        {said.begin}
      </Button>
    </form>
  );
}

function channelIn(value: string | null): ChannelKind {
  const kinds = Object.keys(words.channelKinds) as ChannelKind[];
  return kinds.find((kind) => kind === value) ?? 'tweet';
}
