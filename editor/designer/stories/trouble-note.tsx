import { Button, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Scenario } from '../../../definitions/scenario/scenario.ts';
import { plainValue } from '../../shell/plain-value.ts';
import { useNow } from '../../shell/now.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { callStoryValue, expectOfStory, leaveOutStoryValue } from '../commands/change-story.ts';
import type { Desk } from '../desk.ts';
import styles from './stories.module.css';
import type { StoryTrouble } from './story-troubles.ts';

/** Something that a story speaks of and the drawing does not know any more, with the ways on. */
export function TroubleNote({
  id,
  story,
  desk,
  trouble,
}: {
  readonly id: string;
  readonly story: Scenario;
  readonly desk: Pick<Desk, 'do'>;
  readonly trouble: StoryTrouble;
}): ReactNode {
  const now = useNow();
  const { start: said, did } = drawingWords.stories;
  const leaveOut = (name: string): ReactNode => (
    <Button
      variant="default"
      onClick={() => desk.do(did.leftOut(story.name, name), leaveOutStoryValue(id, name))}
    >
      {said.leaveOut(name)}
    </Button>
  );
  switch (trouble.is) {
    case 'no such value':
      return (
        <div className={styles['trouble']}>
          <p>{said.no(trouble.name)}</p>
          {trouble.instead.length === 0 ? null : (
            <Select
              label={said.instead}
              placeholder={said.choose}
              searchable
              data={trouble.instead}
              value={null}
              onChange={(to) => {
                if (to !== null) desk.do(did.called(story.name, to), callStoryValue(id, trouble.name, to));
              }}
            />
          )}
          {leaveOut(trouble.name)}
        </div>
      );
    case 'not of its kind':
      return (
        <div className={styles['trouble']}>
          <p>
            {said.notOfKind(trouble.name, plainValue(trouble.value, now) ?? JSON.stringify(trouble.value))}
          </p>
          {leaveOut(trouble.name)}
        </div>
      );
    case 'no such steps':
      return (
        <div className={styles['trouble']}>
          <p>{said.noSteps(trouble.steps.length)}</p>
          <Button
            variant="default"
            onClick={() =>
              desk.do(did.stepsLeftOut(story.name), expectOfStory(id, withoutSteps(story, trouble.steps)))
            }
          >
            {said.leaveOutSteps}
          </Button>
        </div>
      );
  }
}

function withoutSteps(
  { expect: { pathIncludes = [], pathExcludes = [], ...expect } = {} }: Scenario,
  steps: readonly string[],
): NonNullable<Scenario['expect']> {
  const [included, excluded] = [pathIncludes, pathExcludes].map((all) =>
    all.filter((step) => !steps.includes(step)),
  );
  return {
    ...expect,
    ...(included !== undefined && included.length > 0 && { pathIncludes: included }),
    ...(excluded !== undefined && excluded.length > 0 && { pathExcludes: excluded }),
  };
}
