import { ActionIcon, Select, TagsInput, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ValueType } from '../../../../definitions/flow/value-type.ts';
import { ValueTypeSchema } from '../../../../definitions/flow/value-type.schema.ts';
import type { Json } from '../../../../definitions/flow/json.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { useDraftValue } from '../draft-value.ts';
import { typingProps } from '../inputs/text-input.tsx';
import styles from '../inspector.module.css';
import { titleIn, type PartProps } from './field-props.ts';

const ONE_OF = 'one of';
const ANY: ValueType = { type: 'any' };

/** What a value can be, in plain words. */
export function ValueTypeField({ uiSchema, formData, onChange, fieldPathId }: PartProps): ReactNode {
  const read = ValueTypeSchema.safeParse(formData);
  return (
    <TypeSelect
      label={titleIn(uiSchema)}
      type={read.success ? read.data : ANY}
      onType={(type) => onChange(asJson(type), fieldPathId.path)}
    />
  );
}

function asJson(type: ValueType): Json {
  const json: Json = JSON.parse(JSON.stringify(type));
  return json;
}

/** A type, chosen in plain words, with what it is made of. */
export function TypeSelect({
  label,
  type,
  onType,
}: {
  readonly label: string;
  readonly type: ValueType;
  readonly onType: (type: ValueType) => void;
}): ReactNode {
  const { inspector } = drawingWords;
  const chosen = type.type === 'string' && type.allowed !== undefined ? ONE_OF : type.type;
  const options = Object.entries(inspector.types).map(([value, said]) => ({ value, label: said }));
  return (
    <div className={styles['stack']}>
      <Select
        label={label}
        allowDeselect={false}
        data={[...options.slice(0, 1), { value: ONE_OF, label: inspector.oneOfThese }, ...options.slice(1)]}
        value={chosen}
        onChange={(next) => next !== null && next !== chosen && onType(fresh(next))}
      />
      {type.type === 'string' && type.allowed !== undefined ? (
        <TagsInput
          label={inspector.theseValues}
          acceptValueOnBlur
          value={[...type.allowed]}
          onChange={(allowed) => onType({ type: 'string', allowed })}
        />
      ) : null}
      {type.type === 'list' ? (
        <TypeSelect label={inspector.listOf} type={type.of} onType={(of) => onType({ type: 'list', of })} />
      ) : null}
      {type.type === 'context' ? (
        <TypeFields fields={type.fields} onFields={(fields) => onType({ type: 'context', fields })} />
      ) : null}
    </div>
  );
}

function fresh(chosen: string): ValueType {
  if (chosen === ONE_OF) return { type: 'string', allowed: [] };
  if (chosen === 'list') return { type: 'list', of: { type: 'string' } };
  if (chosen === 'context') return { type: 'context', fields: {} };
  const read = ValueTypeSchema.safeParse({ type: chosen });
  return read.success ? read.data : ANY;
}

type Fields = { readonly [name: string]: ValueType };

function TypeFields({
  fields,
  onFields,
}: {
  readonly fields: Fields;
  readonly onFields: (fields: Fields) => void;
}): ReactNode {
  const { inspector } = drawingWords;
  const without = (name: string): Fields =>
    Object.fromEntries(Object.entries(fields).filter(([other]) => other !== name));
  const add = useDraftValue('', (name) => {
    if (Object.hasOwn(fields, name)) return inspector.refused.takenName;
    onFields({ ...fields, [name]: { type: 'string' } });
    return null;
  });
  return (
    <div className={styles['inside']}>
      {Object.entries(fields).map(([name, type]) => (
        <div key={name} className={styles['rowHead']}>
          <TypeSelect label={name} type={type} onType={(next) => onFields({ ...fields, [name]: next })} />
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={inspector.remove(name)}
            onClick={() => onFields(without(name))}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <TextInput
        aria-label={inspector.addField}
        placeholder={inspector.addField}
        error={add.refusal}
        {...typingProps(add, true)}
      />
    </div>
  );
}
