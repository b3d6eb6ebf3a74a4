import { ActionIcon, TextInput, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconChevronUp, IconTrash } from '@tabler/icons-react';
import { toFieldPathId } from '@rjsf/utils';
import { useState, type ReactNode } from 'react';
import { pointer } from '../../../../definitions/flow/json-pointer.ts';
import type { Json } from '../../../../definitions/flow/json.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { useDraftValue } from '../draft-value.ts';
import { formOf, formsOf, formName, membersIn, type FormSchema } from '../form-schema.ts';
import { isObject } from '../json-change.ts';
import { GoesTo } from '../goes-to.tsx';
import { usePanel } from '../panel.ts';
import { typingProps } from '../inputs/text-input.tsx';
import styles from '../inspector.module.css';
import type { PartProps } from './field-props.ts';
import { SchemaPart } from './library-fields.tsx';

/** An item that asks for more than this beside its name is folded up. */
const MOST_OPEN = 4;

interface ItemProps {
  readonly list: PartProps;
  readonly schema: FormSchema;
  readonly item: Json;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
}

/** One of a list: its number and name, ways to move it and take it away, and what it asks for. */
export function ListItem(props: ItemProps): ReactNode {
  const { list, schema, item, index, count, onMove, onRemove } = props;
  const { registry, uiSchema, fieldPathId, onChange } = list;
  const { issues } = usePanel();
  const form = formsOf(schema)[formOf(schema, item)] ?? schema;
  const members = membersIn(form);
  const held = isObject(item) ? item : {};
  const title = 'label' in members ? 'label' : 'name';
  const name = String(held[title] ?? '');
  const path = [...fieldPathId.path, index];
  const isWrong = [...issues.at.keys()].some((at) => at.startsWith(pointer(...path)));
  const isLarge =
    Object.keys(members).filter((one) => one !== title && isAsked(members[one])).length > MOST_OPEN;
  const [isUnfolded, unfold] = useState<boolean | null>(null);
  const isOpen = !isLarge || (isUnfolded ?? (isWrong || name === ''));
  const port = held['port'] ?? held['id'];
  const called = drawingWords.inspector.item(index + 1, name);
  const items: unknown = uiSchema?.['items'];
  // In a small item the head is where its name is changed.
  const itemUi = {
    ...(isObject(items) ? items : {}),
    ...(isLarge ? {} : { [title]: { 'ui:widget': 'hidden' } }),
  };
  const kind = formsOf(schema).length === 0 ? null : (drawingWords.inspector.forms[formName(form)] ?? null);
  return (
    <li className={styles['item']}>
      <div className={styles['itemHead']}>
        {isLarge ? (
          <UnstyledButton
            className={styles['fold'] ?? ''}
            aria-expanded={isOpen}
            onClick={() => unfold(!isOpen)}
          >
            {isOpen ? <IconChevronDown size={13} aria-hidden /> : <IconChevronRight size={13} aria-hidden />}
            <span className={styles['itemName']} title={called}>
              {called}
            </span>
          </UnstyledButton>
        ) : (
          <ItemName
            number={index + 1}
            name={name}
            placeholder={kind}
            onName={(next) => onChange({ ...held, [title]: next }, path)}
          />
        )}
        <span className={styles['itemActs']}>
          {count < 2 ? null : (
            <>
              <ActionIcon
                variant="subtle"
                size="sm"
                disabled={index === 0}
                aria-label={drawingWords.inspector.earlier(called)}
                onClick={() => onMove(-1)}
              >
                <IconChevronUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                size="sm"
                disabled={index === count - 1}
                aria-label={drawingWords.inspector.later(called)}
                onClick={() => onMove(1)}
              >
                <IconChevronDown size={14} aria-hidden />
              </ActionIcon>
            </>
          )}
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={drawingWords.inspector.remove(called)}
            onClick={onRemove}
          >
            <IconTrash size={14} aria-hidden />
          </ActionIcon>
        </span>
      </div>
      {typeof port === 'string' ? <GoesTo port={port} what={kind ?? ''} /> : null}
      {isOpen ? (
        <SchemaPart
          {...list}
          name={String(index)}
          schema={schema}
          uiSchema={hideInForms(itemUi, isLarge ? null : title)}
          formData={item}
          fieldPathId={toFieldPathId('', registry.globalFormOptions, path)}
          required
        />
      ) : null}
    </li>
  );
}

/** Without the member whose place is the head, in whichever form the item has. */
function hideInForms(
  ui: { readonly [key: string]: unknown },
  title: string | null,
): { [key: string]: unknown } {
  const { forms } = ui;
  if (title === null || !Array.isArray(forms)) return { ...ui };
  const hidden: readonly unknown[] = forms;
  return {
    ...ui,
    forms: hidden.map((form) => ({ ...(isObject(form) ? form : {}), [title]: { 'ui:widget': 'hidden' } })),
  };
}

/** Whether a member is for people; ids, and what tells the item's kind, are not. */
function isAsked(member: Json | undefined): boolean {
  return isObject(member) && member['const'] === undefined && member['format'] !== 'port';
}

function ItemName({
  number,
  name,
  placeholder,
  onName,
}: {
  readonly number: number;
  readonly name: string;
  readonly placeholder: string | null;
  readonly onName: (name: string) => void;
}): ReactNode {
  const draft = useDraftValue(name, (typed) => {
    onName(typed);
    return null;
  });
  return (
    <>
      <span className={styles['number']}>{number}</span>
      <TextInput
        variant="unstyled"
        className={styles['itemName'] ?? ''}
        classNames={{ input: styles['inPlace'] ?? '' }}
        aria-label={drawingWords.inspector.itemName(number)}
        placeholder={placeholder ?? drawingWords.inspector.unnamed}
        {...typingProps(draft, true)}
      />
    </>
  );
}
