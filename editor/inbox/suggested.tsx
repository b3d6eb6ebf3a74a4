import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { TaskDetail } from '../../definitions/model/views/task.ts';
import { useNow } from '../shell/now.tsx';
import { plainValue } from '../shell/plain-value.ts';
import { words } from '../shell/words.ts';
import styles from './task-panel.module.css';

/** What the rules suggest of what is chosen, the remedy above all; with a way back to it once it was changed. */
export function Suggested({
  task,
  values,
  onTake,
}: {
  readonly task: TaskDetail;
  readonly values: JsonObject;
  readonly onTake: (suggested: JsonObject) => void;
}): ReactNode {
  const now = useNow();
  const fields = task.form.flatMap(({ name, label, type }) => {
    const suggested = task.suggested[name] ?? null;
    const said = type.type === 'text' ? null : plainValue(suggested, now);
    return said === null || said === '' ? [] : [{ name, label, suggested, said }];
  });
  if (fields.length === 0) return null;
  const isChanged = fields.some(({ name, suggested }) => !isSame(values[name] ?? null, suggested));
  return (
    <div className={styles['suggested']}>
      <p>
        <b>{words.tasks.suggested}:</b>{' '}
        {fields
          .filter(({ suggested }) => suggested !== 0)
          .map(({ label, said }) => words.tasks.suggestion(label, said))
          .join(' · ')}
      </p>
      {isChanged && task.mayAnswer ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => onTake(Object.fromEntries(fields.map(({ name, suggested }) => [name, suggested])))}
        >
          {words.tasks.takeSuggested}
        </Button>
      ) : null}
    </div>
  );
}

/** A number is kept as it was typed. */
function isSame(value: Json, suggested: Json): boolean {
  return typeof suggested === 'number'
    ? String(value) === String(suggested)
    : JSON.stringify(value) === JSON.stringify(suggested);
}
