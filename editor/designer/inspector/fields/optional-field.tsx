import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { helpIn } from '../field.ts';
import { newValue } from '../new-value.ts';
import { titleIn, type PartProps } from './field-props.ts';
import { ObjectPart } from './library-fields.tsx';
import { Group } from './group.tsx';
import styles from '../inspector.module.css';

/** A part that is there with all that it needs, or not at all. */
export function OptionalField(props: PartProps): ReactNode {
  const { name, schema, uiSchema, formData, onChange, fieldPathId } = props;
  const title = titleIn(uiSchema);
  if (formData === undefined)
    return (
      <Button
        variant="subtle"
        className={styles['add'] ?? ''}
        onClick={() => onChange(newValue(schema, new Set()), fieldPathId.path)}
      >
        {drawingWords.inspector.add[name] ?? title}
      </Button>
    );
  return (
    <Group title={title} help={helpIn(uiSchema)} onRemove={() => onChange(undefined, fieldPathId.path)}>
      <ObjectPart {...props} uiSchema={{ ...uiSchema, 'ui:title': '' }} />
    </Group>
  );
}
