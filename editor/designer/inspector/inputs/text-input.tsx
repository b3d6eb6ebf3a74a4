import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Json } from '../../../../definitions/flow/json.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { useDraftValue, type DraftValue } from '../draft-value.ts';
import { useField, type InputProps } from '../field.ts';
import { usePanel } from '../panel.ts';
import { usualAt } from '../usual-at.ts';

/** A short text or a number. */
export function ShortTextInput(props: InputProps): ReactNode {
  const field = useField(props);
  const usual = usualAt(usePanel(), field.steps);
  const isNumber = props.schema.type === 'integer' || props.schema.type === 'number';
  const draft = useDraftValue(textOf(props.value), (typed) =>
    isNumber ? keepNumber(typed, field.keep) : field.keep(typed),
  );
  return (
    <TextInput
      label={props.label}
      description={field.help}
      error={draft.refusal ?? field.isWrong}
      aria-errormessage={field.issuesId}
      required={false}
      withAsterisk={false}
      placeholder={usual === undefined ? props.placeholder : drawingWords.inspector.usually(String(usual))}
      inputMode={isNumber ? 'decimal' : 'text'}
      {...typingProps(draft, true)}
    />
  );
}

/** A text of several lines. */
export function LongTextInput(props: InputProps): ReactNode {
  const field = useField(props);
  const draft = useDraftValue(textOf(props.value), field.keep);
  return (
    <Textarea
      label={props.label}
      description={field.help}
      error={draft.refusal ?? field.isWrong}
      aria-errormessage={field.issuesId}
      autosize
      minRows={2}
      maxRows={10}
      {...typingProps(draft, false)}
    />
  );
}

interface TypingProps {
  readonly value: string;
  readonly onChange: (event: { readonly currentTarget: { readonly value: string } }) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: {
    readonly key: string;
    readonly ctrlKey: boolean;
    readonly metaKey: boolean;
    preventDefault(): void;
  }) => void;
}

/** What lets a text be kept when its field is left or at Enter (Ctrl and Enter where a line may follow). */
export function typingProps(draft: DraftValue, isOneLine: boolean): TypingProps {
  return {
    value: draft.typed,
    onChange: (event) => draft.type(event.currentTarget.value),
    onBlur: draft.settle,
    onKeyDown: (event) => {
      if (event.key === 'Escape') draft.drop();
      if (event.key !== 'Enter' || !(isOneLine || event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      draft.settle();
    },
  };
}

/** Keeps what was typed as a number; nothing typed is none. */
export function keepNumber(
  typed: string,
  keep: (value: Json | undefined) => string | null,
  times = 1,
): string | null {
  if (typed.trim() === '') return keep('');
  const number = Number(typed.trim().replace(',', '.'));
  return Number.isFinite(number) ? keep(number * times) : drawingWords.inspector.refused.number;
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
