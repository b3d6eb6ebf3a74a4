import { UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ObjectFieldTemplateProps } from '@rjsf/utils';
import { useId, useState, type ReactNode } from 'react';
import { pointer } from '../../../../definitions/flow/json-pointer.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { helpIn } from '../field.ts';
import { titleIn } from '../fields/field-props.ts';
import { Group } from '../fields/group.tsx';
import { isObject } from '../json-change.ts';
import { usePanel } from '../panel.ts';
import styles from '../inspector.module.css';

/** The fields of a part, those that few need folded away. */
export function ObjectTemplate({ properties, uiSchema, formData }: ObjectFieldTemplateProps): ReactNode {
  const shown = properties.filter(({ hidden }) => !hidden);
  const rare: unknown = uiSchema?.['ui:rare'];
  const rareNames: readonly unknown[] = Array.isArray(rare) ? rare : [];
  const folded = shown.filter(({ name }) => rareNames.includes(name));
  const main = shown.filter(({ name }) => !rareNames.includes(name));
  const fields = (
    <>
      {main.map(({ name, content }) => (
        <div key={name}>{content}</div>
      ))}
      {folded.length === 0 ? null : (
        <Folded names={folded.map(({ name }) => name)} set={isObject(formData) ? Object.keys(formData) : []}>
          {folded.map(({ name, content }) => (
            <div key={name}>{content}</div>
          ))}
        </Folded>
      )}
    </>
  );
  const title = titleIn(uiSchema);
  if (title === '') return <div className={styles['stack']}>{fields}</div>;
  return (
    <Group title={title} help={helpIn(uiSchema)}>
      {fields}
    </Group>
  );
}

/** Opens by itself where something is wrong inside. */
function Folded({
  names,
  set,
  children,
}: {
  readonly names: readonly string[];
  readonly set: readonly string[];
  readonly children: ReactNode;
}): ReactNode {
  const { issues } = usePanel();
  const bodyId = useId();
  const isWrong = [...issues.at.keys()].some((at) => names.some((name) => at.startsWith(pointer(name))));
  const [chosen, choose] = useState<boolean | null>(null);
  const isOpen = chosen ?? isWrong;
  const count = names.filter((name) => set.includes(name)).length;
  return (
    <div className={styles['more']}>
      <UnstyledButton
        className={styles['fold'] ?? ''}
        aria-expanded={isOpen}
        aria-controls={bodyId}
        onClick={() => choose(!isOpen)}
      >
        {isOpen ? <IconChevronDown size={13} aria-hidden /> : <IconChevronRight size={13} aria-hidden />}
        <span>{drawingWords.inspector.more}</span>
        {count === 0 ? null : <span className={styles['type']}>{drawingWords.inspector.moreSet(count)}</span>}
      </UnstyledButton>
      <div id={bodyId} className={styles['stack']} hidden={!isOpen}>
        {isOpen ? children : null}
      </div>
    </div>
  );
}
