import { TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { BOUNDS } from '../../../definitions/flow/bounds.ts';
import { fullText } from '../../shell/full-text.ts';
import { drawingWords } from '../../shell/drawing-words.ts';

/** What a word list is called, where it is begun or called otherwise. */
export function ListName({
  value,
  error,
  isOther = false,
  onChange,
}: {
  readonly value: string;
  readonly error: string | null;
  /** Another one is written over it. */
  readonly isOther?: boolean;
  readonly onChange: (name: string) => void;
}): ReactNode {
  return (
    <TextInput
      label={drawingWords.wordLists.whole.name}
      withAsterisk
      data-autofocus
      maxLength={BOUNDS.nameCharacters}
      description={fullText(value, BOUNDS.nameCharacters)}
      value={value}
      error={error}
      onFocus={(event) => {
        if (isOther) event.currentTarget.select();
      }}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
