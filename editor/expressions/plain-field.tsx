import type { ReactNode } from 'react';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import styles from './feel-field.module.css';
import { fieldAttributes, type FieldName } from './field-attributes.ts';

interface PlainFieldProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onCommit: (value: string) => void;
  /** Where one writes; null: elsewhere. */
  readonly onCursor: (at: number | null) => void;
  readonly name: FieldName;
  /** The id of what says what is wrong with it; null: nothing is. */
  readonly problemsId: string | null | undefined;
  readonly isOneLine: boolean;
  readonly isReadOnly: boolean;
  readonly placeholder: string;
  readonly autoFocus: boolean;
}

/** What stands in the place of a field for a rule until its script has come. */
export function PlainField({ id, value, name, problemsId, isOneLine, ...rest }: PlainFieldProps): ReactNode {
  const { isReadOnly, placeholder, autoFocus, onChange, onCommit, onCursor } = rest;
  return (
    <textarea
      id={id}
      className={styles['plain']}
      data-lines={isOneLine ? 'one' : 'several'}
      rows={1}
      {...fieldAttributes(name, null, problemsId)}
      placeholder={placeholder}
      autoFocus={autoFocus}
      maxLength={BOUNDS.feelCharacters}
      readOnly={isReadOnly}
      spellCheck={false}
      value={value}
      onChange={(event) => {
        onCursor(event.currentTarget.selectionStart);
        onChange(isOneLine ? event.currentTarget.value.replace(/\s*\n\s*/g, ' ') : event.currentTarget.value);
      }}
      onSelect={(event) => onCursor(event.currentTarget.selectionStart)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(isOneLine || event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onCommit(event.currentTarget.value);
      }}
      onBlur={(event) => {
        onCursor(null);
        onCommit(event.currentTarget.value);
      }}
    />
  );
}
