import { Button, CloseButton, MantineThemeProvider } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ActivityContract } from '../../../definitions/activity/contract.ts';
import type { Place } from '../../../definitions/check/issue.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { DRAWERS } from '../../../definitions/model/people.ts';
import { useMay } from '../../shell/session.tsx';
import surface from '../../shell/surface.module.css';
import { FindField } from '../find-field.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Desk } from '../desk.ts';
import { denseTheme } from '../inspector/dense-theme.ts';
import type { Trying } from '../trial/use-trial.ts';
import list from '../variables/variables.module.css';
import styles from './stories.module.css';
import { StoryItem } from './story-item.tsx';
import { sortedStories } from './story-names.ts';
import { TakeFromCase } from './take-from-case.tsx';
import { UntoldPart } from './untold-part.tsx';
import type { Stories } from './use-stories.ts';

export interface StoriesPanelProps {
  readonly desk: Pick<Desk, 'do'>;
  readonly content: DraftContent;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly stories: Stories;
  readonly trying: Trying;
  /** The id of the story that is open, if one is. */
  readonly open: string | null;
  readonly onOpen: (id: string | null) => void;
  /** The case that a story is taken from: '' as long as none is chosen, null: none is to be. */
  readonly fromCase: string | null;
  readonly onFromCase: (caseId: string | null) => void;
  readonly onGo: (place: Place) => void;
  readonly onClose: () => void;
}

/** The stories of a flow: whether each holds by the draft as it stands, and what none of them passes. */
export function StoriesPanel(props: StoriesPanelProps): ReactNode {
  const { fromCase, onFromCase, onClose } = props;
  const { stories: said } = drawingWords;
  return (
    <MantineThemeProvider theme={denseTheme}>
      <aside className={`${surface['surface']} ${list['panel']} ${styles['panel']}`} aria-label={said.panel}>
        <div className={list['head']}>
          <h2 className={list['heading']}>{fromCase === null ? said.panel : said.fromCase.title}</h2>
          <CloseButton size="sm" aria-label={said.close} onClick={onClose} />
        </div>
        {fromCase === null ? (
          <StoryList {...props} />
        ) : (
          <TakeFromCase
            {...props}
            caseId={fromCase === '' ? null : fromCase}
            onCase={(caseId) => onFromCase(caseId ?? '')}
            onBack={() => onFromCase(null)}
          />
        )}
      </aside>
    </MantineThemeProvider>
  );
}

function StoryList(props: StoriesPanelProps): ReactNode {
  const { content, stories, open, onOpen, onFromCase, onGo, onClose, trying } = props;
  const [wanted, setWanted] = useState('');
  const mayTake = useMay(DRAWERS);
  const { stories: said } = drawingWords;
  const all = Object.entries(content.scenarios).map(([id, story]) => ({ id, name: story.name, story }));
  const differing = all.filter(({ id }) => differs(stories, id));
  const text = wanted.trim().toLowerCase();
  const found = sortedStories(
    all.filter(({ name, id }) => id === open || name.toLowerCase().includes(text)),
    ({ id }) => differs(stories, id),
  );
  return (
    <>
      {all.length === 0 ? (
        <div className={styles['none']}>
          <p className={list['title']}>{said.none}</p>
          <p className={list['quiet']}>{said.noneToDo}</p>
        </div>
      ) : (
        <>
          <p role="status" className={differing.length > 0 ? styles['bad'] : list['quiet']}>
            {stories.cannot
              ? said.cannot
              : !stories.isNow
                ? said.running
                : differing.length === 0
                  ? said.allHold(all.length)
                  : said.someDiffer(differing.length, all.length)}
          </p>
          <FindField label={said.find} wanted={wanted} onWanted={setWanted} onClose={onClose} />
        </>
      )}
      <div className={styles['scroll']} tabIndex={-1}>
        {all.length > 0 && found.length === 0 ? <p className={list['quiet']}>{said.noneFound}</p> : null}
        <ul aria-label={said.panel} data-old={!stories.isNow || undefined} className={styles['list']}>
          {found.map(({ id, story }) => (
            <StoryItem
              key={id}
              {...{ id, story, content, trying, onGo, onOpen }}
              desk={props.desk}
              run={stories.runs.get(id)}
              isOpen={id === open}
            />
          ))}
        </ul>
        {mayTake ? (
          <Button variant="default" fullWidth onClick={() => onFromCase('')}>
            {said.fromCase.open}
          </Button>
        ) : null}
        {all.length === 0 ? null : <UntoldPart {...{ content, stories, trying, onGo }} />}
      </div>
    </>
  );
}

function differs({ runs }: Stories, id: string): boolean {
  const run = runs.get(id);
  return run !== undefined && (run.status === null || run.differs.length > 0);
}
