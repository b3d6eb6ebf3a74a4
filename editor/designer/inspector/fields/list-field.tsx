import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { portsOf } from '../../../../definitions/flow/ports.ts';
import type { Json } from '../../../../definitions/flow/json.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { helpIn } from '../field.ts';
import { formName, formsOf, type FormSchema } from '../form-schema.ts';
import { isList, isObject } from '../json-change.ts';
import { newValue } from '../new-value.ts';
import { usePanel } from '../panel.ts';
import styles from '../inspector.module.css';
import { titleIn, type PartProps } from './field-props.ts';
import { Group } from './group.tsx';
import { ListItem } from './list-item.tsx';

/** Several of a kind, in an order that counts. */
export function ListField(props: PartProps): ReactNode {
  const { name, schema, uiSchema, formData, onChange, fieldPathId } = props;
  const { node } = usePanel();
  const items = isList(formData) ? formData : [];
  const itemSchema: FormSchema = isObject(schema.items) ? schema.items : {};
  const put = (next: readonly Json[]): void =>
    onChange(next.length === 0 && !props.required ? undefined : [...next], fieldPathId.path);
  const add = (form: FormSchema): void => {
    const taken = new Set(portsOf(node).map(({ port }) => port));
    put([...items, newValue(form, taken)]);
  };
  const swap = (from: number, to: number): void => {
    const [one, other] = [items[from], items[to]];
    if (one !== undefined && other !== undefined) put(items.with(from, other).with(to, one));
  };
  const forms = formsOf(itemSchema);
  const { inspector } = drawingWords;
  return (
    <Group title={titleIn(uiSchema)} help={helpIn(uiSchema)}>
      {items.length === 0 ? null : (
        <ol className={styles['list']}>
          {items.map((item, index) => (
            <ListItem
              key={keyOf(item, index)}
              list={props}
              item={item}
              index={index}
              schema={itemSchema}
              count={items.length}
              onMove={(by) => swap(index, index + by)}
              onRemove={() => put(items.filter((_, at) => at !== index))}
            />
          ))}
        </ol>
      )}
      <div className={styles['adds']}>
        {(forms.length === 0 ? [itemSchema] : forms).map((form) => {
          const what = forms.length === 0 ? name : formName(form);
          return (
            <Button
              key={what}
              variant="subtle"
              className={styles['add'] ?? ''}
              leftSection={<IconPlus size={13} aria-hidden />}
              onClick={() => add(form)}
            >
              {inspector.add[what] ?? inspector.addOne}
            </Button>
          );
        })}
      </div>
    </Group>
  );
}

/** What an item stays the same by while it is moved. */
function keyOf(item: Json, index: number): string {
  const { port, id } = isObject(item) ? item : {};
  const own = port ?? id;
  return typeof own === 'string' ? own : String(index);
}
