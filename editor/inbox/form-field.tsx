import { Checkbox, Select, Textarea, TextInput, TagsInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import type { Json } from '../../definitions/flow/json.ts';
import type { FormField } from '../../definitions/flow/user-task.ts';
import { localMinute } from '../shell/moment.ts';
import { plainChoice } from '../shell/plain-value.ts';
import { words } from '../shell/words.ts';
import styles from './task-form.module.css';
import { replyLength } from '../../definitions/model/reply-length.ts';

interface FieldProps {
  readonly field: FormField;
  readonly value: Json;
  readonly error: string | undefined;
  /** Most characters it takes; null for no limit. */
  readonly limit: number | null;
  readonly disabled: boolean;
  readonly onChange: (value: Json) => void;
}

/** One field of a form, as its type asks for. */
export function FormFieldInput({ field, value, error, limit, disabled, onChange }: FieldProps): ReactNode {
  const shared = {
    label: field.label,
    description: field.help,
    error,
    disabled,
    withAsterisk: field.required === true,
    'data-field': field.name,
    // A field with a word of help gets a line of its own: in a half one the help would wrap into a column.
    className: field.help === undefined ? '' : (styles['wide'] ?? ''),
  };
  const text = typeof value === 'string' ? value : value === null ? '' : String(value);
  const { type } = field;
  switch (type.type) {
    case 'boolean':
      return (
        <Checkbox
          className={styles['box'] ?? ''}
          label={field.label}
          description={field.help}
          error={error}
          disabled={disabled}
          checked={value === true}
          onChange={(event) => onChange(event.currentTarget.checked)}
          data-field={field.name}
        />
      );
    case 'string':
      if (type.allowed === undefined)
        return (
          <TextInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />
        );
      return (
        <Select
          {...shared}
          data={type.allowed.map((one) => ({ value: one, label: plainChoice(one) }))}
          value={text === '' ? null : text}
          onChange={(chosen) => onChange(chosen ?? '')}
          placeholder={words.tasks.choose}
          allowDeselect={field.required !== true}
        />
      );
    case 'number':
      return (
        <TextInput
          {...shared}
          inputMode="decimal"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'date':
      return (
        <TextInput
          {...shared}
          type="date"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'time':
      return (
        <TextInput
          {...shared}
          type="time"
          value={text}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    case 'date and time':
      return (
        <TextInput
          {...shared}
          type="datetime-local"

          value={localMinute(text)}
          onChange={(event) => onChange(instantOf(event.currentTarget.value))}
        />
      );
    case 'list':
      return (
        <TagsInput
          {...shared}
          data={[]}
          value={Array.isArray(value) ? value.map(String) : []}
          onChange={(chosen) => onChange(chosen)}
        />
      );
    case 'text':
      return (
        <LongText
          field={field}
          text={text}
          error={error}
          limit={limit}
          disabled={disabled}
          onChange={onChange}
        />
      );
    default:
      return <TextInput {...shared} value={text} onChange={(event) => onChange(event.currentTarget.value)} />;
  }
}

function LongText({
  field,
  text,
  error,
  limit,
  disabled,
  onChange,
}: Omit<FieldProps, 'value'> & { readonly text: string }): ReactNode {
  const countId = useId();
  const length = replyLength(text);
  const isOver = limit !== null && length > limit;
  return (
    <div className={styles['wide']}>
      <Textarea
        label={field.label}
        description={field.help}
        error={error}
        disabled={disabled}
        withAsterisk={field.required === true}
        data-field={field.name}
        aria-describedby={countId}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div id={countId} className={`${styles['count']} ${isOver ? styles['over'] : ''}`}>
        {words.tasks.count(length, limit)}
      </div>
    </div>
  );
}

function instantOf(local: string): string {
  const date = new Date(local);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}
