import { ActionIcon, Button, Checkbox, MantineThemeProvider } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { nodeIn } from '../../../definitions/flow/drawn.ts';
import { Loading } from '../../shell/states.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { denseTheme } from '../inspector/dense-theme.ts';
import type { Desk } from '../desk.ts';
import { Controls } from './controls.tsx';
import { KeepStory } from './keep-story.tsx';
import { MomentDetail } from './moment-detail.tsx';
import { MomentList } from './moment-list.tsx';
import { stopKey } from './positions.ts';
import { StartForm } from './start-form.tsx';
import styles from './trial.module.css';
import { Values } from './values.tsx';
import type { Trying } from './use-trial.ts';
import { WhatNow } from './what-now.tsx';

export interface TrialPanelProps {
  readonly desk: Desk;
  readonly trying: Trying;
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
}

/** A draft being tried: what it begins with, then the story as it goes, with what has to be answered. */
export function TrialPanel({ desk, trying, content, activities }: TrialPanelProps): ReactNode {
  const { trial, told, cannot } = trying;
  const said = drawingWords.trial;
  return (
    <MantineThemeProvider theme={denseTheme}>
      <div className={styles['panel']}>
        <div className={styles['head']}>
          <h2 className={styles['title']}>{said.title}</h2>
          {trial === null ? null : (
            <Button variant="subtle" onClick={() => trying.tell(null)}>
              {said.another}
            </Button>
          )}
          <ActionIcon variant="subtle" aria-label={said.close} title={said.close} onClick={trying.leave}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </div>
        {cannot ? <p role="alert">{said.cannot}</p> : null}
        {trial === null ? (
          <StartForm content={content} activities={activities} onBegin={trying.tell} />
        ) : told === null ? (
          cannot ? null : (
            <Loading lines={4} height={28} />
          )
        ) : (
          <>
            <p className={trial.said === null ? styles['story'] : styles['quote']}>
              {trial.said ?? trial.scenario.name}
            </p>
            <Controls trying={trying} told={told} />
            <MomentDetail {...{ trying, content, activities, trial, told }} />
            <WhatNow {...{ trying, content, activities, trial, told }} />
            <Stops trying={trying} content={content} />
            <MomentList {...{ trying, told, content, activities }} />
            <KeepStory key={trial.scenario.start} desk={desk} trial={trial} told={told} />
            <Values told={told} position={trying.position} />
            <p className={styles['quiet']}>{said.keys}</p>
          </>
        )}
      </div>
    </MantineThemeProvider>
  );
}

/** Where playing stops: the step that is chosen on the drawing can be one. */
function Stops({ trying, content }: Pick<TrialPanelProps, 'trying' | 'content'>): ReactNode {
  const { stops, chosen } = trying;
  const node = chosen === null ? undefined : nodeIn(content, chosen);
  const key = chosen === null ? null : stopKey(chosen);
  const others = [content.flow, ...Object.values(content.called)].flatMap((flow) =>
    flow.nodes.flatMap(({ id, name }) => {
      const one = stopKey({ flow: flow.id, node: id });
      return stops.has(one) && one !== key ? [{ key: one, name }] : [];
    }),
  );
  if (node === undefined && others.length === 0) return null;
  return (
    <div className={styles['stops']}>
      {node === undefined || key === null ? null : (
        <Checkbox
          label={drawingWords.trial.stopHere(node.name)}
          checked={stops.has(key)}
          onChange={() => trying.toggleStop(key)}
        />
      )}
      {others.map((other) => (
        <Checkbox
          key={other.key}
          label={drawingWords.trial.stopHere(other.name)}
          checked
          onChange={() => trying.toggleStop(other.key)}
        />
      ))}
    </div>
  );
}
