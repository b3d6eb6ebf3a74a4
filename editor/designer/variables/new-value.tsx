import { Button, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { Flow } from '../../../definitions/flow/flow.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { newValueRefusal } from './refusal-words.ts';
import styles from './variables.module.css';

/** Where a value is declared; it is a text until somebody says what else it holds. */
export function NewValue({
  flow,
  onAdd,
}: {
  readonly flow: Flow;
  readonly onAdd: (name: string) => void;
}): ReactNode {
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const { variables } = drawingWords;
  const add = (): void => {
    const name = typed.trim();
    const refused = newValueRefusal(flow, name);
    setRefusal(refused);
    if (refused !== null) return;
    onAdd(name);
    setTyped('');
  };
  return (
    <form
      className={styles['new']}
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      <TextInput
        aria-label={variables.newName}
        placeholder={variables.newPlaceholder}
        error={refusal}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setRefusal(null);
        }}
      />
      <Button type="submit" variant="default" h={30}>
        {variables.add}
      </Button>
    </form>
  );
}
