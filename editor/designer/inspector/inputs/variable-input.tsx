import { Select } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { useField, type InputProps } from '../field.ts';
import styles from '../inspector.module.css';
import { usePanel } from '../panel.ts';

/** A value of the flow that a result goes into. */
export function VariableInput(input: InputProps): ReactNode {
  const field = useField(input);
  const [refusal, setRefusal] = useState<string | null>(null);
  return (
    <VariableSelect
      label={input.label}
      help={field.help}
      value={typeof input.value === 'string' ? input.value : ''}
      isOptional={input.required !== true}
      error={refusal ?? field.isWrong}
      issuesId={field.issuesId}
      onChoose={(name) => setRefusal(field.keep(name))}
    />
  );
}

/** One of the flow's values, or a name that is typed for a new one. */
export function VariableSelect({
  label,
  name,
  help,
  value,
  isOptional,
  error,
  issuesId,
  placeholder = drawingWords.inspector.choose,
  isInPlace = false,
  onChoose,
}: {
  readonly label?: string;
  readonly name?: string;
  readonly help?: string | undefined;
  readonly value: string;
  readonly isOptional: boolean;
  readonly error?: string | boolean;
  readonly issuesId?: string | undefined;
  readonly placeholder?: string;
  /** Whether it looks like a text that stands there. */
  readonly isInPlace?: boolean;
  readonly onChoose: (name: string) => void;
}): ReactNode {
  const { flow } = usePanel();
  const [searched, setSearched] = useState('');
  const names = flow.variables.map((variable) => variable.name);
  const typed = searched.trim();
  const known = [...names, ...(value === '' || names.includes(value) ? [] : [value])];
  const isNew = typed !== '' && !known.includes(typed);
  return (
    <Select
      label={label}
      aria-label={label === undefined ? name : undefined}
      description={help}
      placeholder={placeholder}
      error={error}
      aria-errormessage={issuesId}
      {...(isInPlace ? { variant: 'unstyled', classNames: { input: styles['inPlace'] ?? '' } } : {})}
      searchable
      clearable={isOptional}
      allowDeselect={false}
      nothingFoundMessage={drawingWords.inspector.newName}
      data={[
        ...known.map((one) => ({ value: one, label: one })),
        ...(isNew ? [{ value: typed, label: drawingWords.inspector.newNameTyped(typed) }] : []),
      ]}
      value={value === '' ? null : value}
      onSearchChange={setSearched}
      onChange={(chosen) => (chosen === null ? isOptional && onChoose('') : onChoose(chosen))}
    />
  );
}
