import { Button, TextInput } from '@mantine/core';
import { nanoid } from 'nanoid';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { CaseScenario } from '../../../definitions/model/views/case-scenario.ts';
import { useNow } from '../../shell/now.tsx';
import { plainFacts } from '../../shell/plain-value.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { keepStory } from '../commands/keep-story.ts';
import type { Desk } from '../desk.ts';
import list from '../variables/variables.module.css';
import { fittingDraft } from './fitting-draft.ts';
import styles from './stories.module.css';
import { freeName, isTakenName } from './story-names.ts';

/** What a case comes to as a story: what of it is kept, what stands in place of people's words, and under which name. */
export function KeepTaken({
  taken,
  content,
  desk,
  onBack,
  onOpen,
}: {
  readonly taken: CaseScenario;
  readonly content: DraftContent;
  readonly desk: Pick<Desk, 'do'>;
  readonly onBack: () => void;
  readonly onOpen: (id: string | null) => void;
}): ReactNode {
  const { fromCase: said, did, refused } = drawingWords.stories;
  const scenario = fittingDraft(taken.scenario, content);
  const [name, setName] = useState(() =>
    freeName(content.scenarios, (count) => (count === 1 ? scenario.name : `${scenario.name} (${count})`)),
  );
  const now = useNow();
  const typed = name.trim();
  const isTaken = isTakenName(content.scenarios, typed);
  const { activities = {}, tasks = {}, messages = [], variables, expect } = scenario;
  const answers = (lists: { readonly [key: string]: readonly unknown[] | 'nobody' }): number =>
    Object.values(lists).reduce((sum, all) => sum + (all === 'nobody' ? 1 : all.length), 0);
  const parts = [
    ...(answers(activities) === 0 ? [] : [said.activities(answers(activities))]),
    ...(answers(tasks) === 0 ? [] : [said.tasks(answers(tasks))]),
    ...(messages.length === 0 ? [] : [said.messages(messages.length)]),
  ];
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === '' || isTaken) return;
    const id = nanoid(12);
    desk.do(did.taken(typed), keepStory(id, { ...scenario, name: typed }));
    onBack();
    onOpen(id);
  };
  return (
    <form className={styles['form']} onSubmit={keep}>
      <p className={styles['note']}>{said.standIns}</p>
      <h3 className={list['title']}>{said.begins}</h3>
      <dl className={styles['facts']}>
        {plainFacts(variables, now).map(([fact, value]) => (
          <div key={fact} style={{ display: 'contents' }}>
            <dt>{fact}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {parts.length === 0 ? null : (
        <>
          <h3 className={list['title']}>{said.kept}</h3>
          <ul className={styles['plain']}>
            {parts.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </>
      )}
      <p className={list['quiet']}>
        {expect !== undefined ? said.sameWay : taken.isSameWay ? said.open2 : said.otherWay}
      </p>
      {taken.leftOut.length === 0 ? null : (
        <p className={list['quiet']}>
          {said.leftOut([...new Set(taken.leftOut)].map((event) => said.left[event] ?? event).join(', '))}
        </p>
      )}
      <TextInput
        label={said.name}
        maxLength={200}
        error={typed === '' ? refused.empty : isTaken ? refused.taken : null}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" variant="filled" h={30} disabled={typed === '' || isTaken}>
        {said.keep}
      </Button>
    </form>
  );
}
