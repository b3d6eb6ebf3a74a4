import { Autocomplete, Select, TextInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { plainChoice } from '../shell/plain-value.ts';
import styles from './decision-editor.module.css';
import type { TryField } from './try-fields.ts';

/** A value to be filled in, with its label. */
export function FieldRow({
  field: { label, type },
  text,
  problem,
  named,
  onChange,
  children,
}: {
  readonly field: TryField;
  readonly text: string;
  readonly problem: string | undefined;
  readonly named: readonly string[];
  readonly onChange: (text: string) => void;
  /** What can be done beside it. */
  readonly children?: ReactNode;
}): ReactNode {
  const id = useId();
  const said = drawingWords.decisions.tryIt;
  const shared = { id, size: 'xs', error: problem, value: text } as const;
  const choices =
    type.type === 'boolean'
      ? [
          { value: 'true', label: said.yes },
          { value: 'false', label: said.no },
        ]
      : type.type === 'string'
        ? type.allowed?.map((value) => ({ value, label: plainChoice(value) }))
        : undefined;
  return (
    <>
      <label htmlFor={id} className={styles['fieldLabel']} title={label}>
        {label}
      </label>
      <div className={styles['fieldValue']}>
        {choices !== undefined ? (
          <Select
            {...shared}
            value={text === '' ? null : text}
            data={choices}
            placeholder={said.unknown}
            clearable
            onChange={(value) => onChange(value ?? '')}
          />
        ) : named.length > 0 ? (
          <Autocomplete {...shared} data={[...named]} placeholder={said.unknown} onChange={onChange} />
        ) : (
          <TextInput
            {...shared}
            type={type.type === 'date' ? 'date' : 'text'}
            inputMode={type.type === 'number' ? 'decimal' : 'text'}
            placeholder={placeholderOf(type)}
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        )}
        {children}
      </div>
    </>
  );
}

function placeholderOf({ type }: ValueType): string {
  const said = drawingWords.decisions.tryIt;
  if (type === 'days and time duration') return said.duration;
  return type === 'list' ? said.listed : said.unknown;
}
