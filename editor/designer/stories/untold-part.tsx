import { Button, Checkbox, UnstyledButton } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Place } from '../../../definitions/check/issue.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Trying } from '../trial/use-trial.ts';
import list from '../variables/variables.module.css';
import styles from './stories.module.css';
import type { Target } from './story-run.ts';
import type { Untold } from './untold.ts';
import { useTryTarget } from './try-target.ts';
import type { Stories } from './use-stories.ts';

/** So many are listed at first under each title. */
const FIRST = 8;

interface Left {
  readonly said: string;
  readonly place: Place;
  readonly target: Target;
}

/** What of the drawing and its tables no story passes: how much, where, and a way to a story that does. */
export function UntoldPart({
  content,
  stories,
  trying,
  onGo,
}: {
  readonly content: DraftContent;
  readonly stories: Stories;
  readonly trying: Trying;
  readonly onGo: (place: Place) => void;
}): ReactNode {
  const { untold: said } = drawingWords.stories;
  const tryTarget = useTryTarget(stories, trying);
  const { untold, isMarking } = stories;
  if (untold === null) return null;
  const { steps, arrows, rows, clauses } = untold;
  const counts = [
    said.steps(steps.told, steps.all),
    said.arrows(arrows.told, arrows.all),
    ...(rows.all === 0 ? [] : [said.rows(rows.told, rows.all)]),
    ...(clauses.all === 0 ? [] : [said.clauses(clauses.told, clauses.all)]),
  ];
  const groups = groupsOf(untold, content);
  return (
    <section className={styles['untold']} aria-label={said.title}>
      <h3 className={list['title']}>{said.title}</h3>
      <p className={list['quiet']}>
        {groups.length === 0 ? said.nothing : `${said.passed} ${counts.join(' · ')}`}
      </p>
      {groups.length === 0 ? null : (
        <Checkbox
          label={said.mark}
          checked={isMarking}
          onChange={(event) => stories.mark(event.currentTarget.checked)}
        />
      )}
      <p role="status" className={list['quiet']}>
        {tryTarget.said}
      </p>
      {groups.map(({ name, left }) => (
        <LeftOf key={name} name={name} left={left} onGo={onGo} tryTarget={tryTarget} />
      ))}
    </section>
  );
}

function LeftOf({
  name,
  left,
  onGo,
  tryTarget,
}: {
  readonly name: string;
  readonly left: readonly Left[];
  readonly onGo: (place: Place) => void;
  readonly tryTarget: ReturnType<typeof useTryTarget>;
}): ReactNode {
  const [isAll, setAll] = useState(false);
  const { untold: said } = drawingWords.stories;
  const shown = isAll ? left : left.slice(0, FIRST);
  return (
    <section aria-label={name}>
      <h4 className={list['title']}>{name}</h4>
      <ul>
        {shown.map((one) => (
          <li key={JSON.stringify(one.target)} className={styles['left']}>
            <UnstyledButton className={list['place'] ?? ''} onClick={() => onGo(one.place)}>
              {one.said}
            </UnstyledButton>
            <Button
              variant="subtle"
              aria-label={said.tryIt(`${name}: ${one.said}`)}
              disabled={tryTarget.isSearching}
              onClick={() => tryTarget.find(one.target, `${name}: ${one.said}`)}
            >
              {said.tryShort}
            </Button>
          </li>
        ))}
      </ul>
      {left.length > shown.length ? (
        <UnstyledButton className={list['more'] ?? ''} onClick={() => setAll(true)}>
          {drawingWords.designer.moreProblems(left.length - shown.length)}
        </UnstyledButton>
      ) : null}
    </section>
  );
}

function groupsOf(
  { flows, tables }: Untold,
  content: DraftContent,
): readonly { readonly name: string; readonly left: readonly Left[] }[] {
  const { untold: said } = drawingWords.stories;
  return [
    ...flows.map(({ flow, name, steps, arrows }) => ({
      name,
      left: [
        ...steps.map((step): Left => ({
          said: step.name,
          place: { flow, node: step.id },
          target: { flow, node: step.id },
        })),
        ...arrows.map((arrow): Left => ({
          said: said.arrow(arrow.from, arrow.to, arrow.name),
          place: { flow, edge: arrow.id },
          target: { flow, edge: arrow.id },
        })),
      ],
    })),
    ...tables.map(({ table, name, rows }) => ({
      name,
      left: rows.map(({ id, number }): Left => ({
        said: said.row(number),
        place: { flow: content.flow.id, table, row: id },
        target: { table, row: id },
      })),
    })),
  ];
}
