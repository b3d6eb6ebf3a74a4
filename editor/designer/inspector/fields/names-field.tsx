import { TagsInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { helpIn } from '../field.ts';
import { isList, isObject } from '../json-change.ts';
import { messageNames } from '../message-names.ts';
import { usePanel } from '../panel.ts';
import { titleIn, type PartProps } from './field-props.ts';

/** Several names, in any order. */
export function NamesField({ schema, uiSchema, formData, onChange, fieldPathId }: PartProps): ReactNode {
  const { content, check } = usePanel();
  const isMessages = isObject(schema.items) && schema.items['format'] === 'message';
  return (
    <TagsInput
      label={titleIn(uiSchema)}
      description={helpIn(uiSchema)}
      acceptValueOnBlur
      data={isMessages ? [...messageNames(content, check.environment.messages)] : []}
      value={isList(formData) ? formData.map(String) : []}
      onChange={(names) => onChange(names.length === 0 ? undefined : names, fieldPathId.path)}
    />
  );
}
