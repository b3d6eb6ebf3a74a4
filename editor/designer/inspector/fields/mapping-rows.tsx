import { ActionIcon, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { pointer } from '../../../../definitions/flow/json-pointer.ts';
import type { Json } from '../../../../definitions/flow/json.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { useDraftValue } from '../draft-value.ts';
import { ExpressionInput } from '../expression-input.tsx';
import { FieldIssues } from '../field-issues.tsx';
import { VariableSelect } from '../inputs/variable-input.tsx';
import { typingProps } from '../inputs/text-input.tsx';
import type { Steps } from '../json-change.ts';
import { usePanel } from '../panel.ts';
import { typesAt } from '../types-at.ts';
import styles from '../inspector.module.css';

type Row = readonly [name: string, source: Json];

interface RowsProps {
  readonly rows: readonly Row[];
  /** Names that stand in the mapping already. */
  readonly taken: readonly string[];
  readonly path: Steps;
  /** Whether the names are those of the flow's values. */
  readonly areVariables: boolean;
  /** What is said of each row where rows mean nothing. */
  readonly problem: string | null;
  readonly canAdd: boolean;
  readonly onRows: (rows: readonly Row[]) => void;
}

/** A row for each name and what it is. A new one is kept as soon as it is something. */
export function MappingRows(props: RowsProps): ReactNode {
  const { rows, taken, canAdd, onRows } = props;
  const [begun, begin] = useState<readonly string[]>([]);
  const open = begun.filter((name) => !taken.includes(name));
  const change = (name: string, source: string): null => {
    if (source.trim() === '') {
      begin([...open, name]);
      onRows(rows.filter(([other]) => other !== name));
    } else if (taken.includes(name)) {
      onRows(rows.map((row): Row => (row[0] === name ? [name, source] : row)));
    } else onRows([...rows, [name, source]]);
    return null;
  };
  const rename = (name: string, next: string): string | null => {
    if (taken.includes(next) || open.includes(next)) return drawingWords.inspector.refused.takenName;
    if (next.trim() === '') return drawingWords.inspector.refused.missing;
    if (taken.includes(name))
      onRows(rows.map(([other, source]): Row => [other === name ? next : other, source]));
    else begin(open.map((other) => (other === name ? next : other)));
    return null;
  };
  const remove = (name: string): void => {
    begin(open.filter((other) => other !== name));
    if (taken.includes(name)) onRows(rows.filter(([other]) => other !== name));
  };
  return (
    <>
      {[...rows, ...open.map((name): Row => [name, ''])].map(([name, source]) => (
        <MappingRow
          key={name}
          {...props}
          name={name}
          source={typeof source === 'string' ? source : ''}
          onChange={(next) => change(name, next)}
          onRename={(next) => rename(name, next)}
          onRemove={() => remove(name)}
        />
      ))}
      {canAdd ? (
        <NameInput
          areVariables={props.areVariables}
          name=""
          onName={(name) => {
            if (taken.includes(name) || open.includes(name)) return drawingWords.inspector.refused.takenName;
            if (name.trim() !== '') begin([...open, name]);
            return null;
          }}
        />
      ) : null}
    </>
  );
}

function MappingRow({
  name,
  source,
  path,
  areVariables,
  problem,
  onChange,
  onRename,
  onRemove,
}: RowsProps & {
  readonly name: string;
  readonly source: string;
  readonly onChange: (source: string) => string | null;
  readonly onRename: (name: string) => string | null;
  readonly onRemove: () => void;
}): ReactNode {
  const panel = usePanel();
  const issuesId = useId();
  const steps = [...path, name];
  const issues = panel.issues.at.get(pointer(...steps)) ?? [];
  return (
    <div className={styles['row']}>
      <div className={styles['rowHead']}>
        {problem === null ? (
          <NameInput areVariables={areVariables} name={name} onName={onRename} />
        ) : (
          <span className={styles['rowName']}>{name}</span>
        )}
        <ActionIcon
          variant="subtle"
          size="sm"
          aria-label={drawingWords.inspector.remove(name)}
          onClick={onRemove}
        >
          <IconTrash size={14} aria-hidden />
        </ActionIcon>
      </div>
      <ExpressionInput
        kind="expression"
        name={drawingWords.inspector.mapValue(name)}
        value={source}
        types={typesAt(panel, steps)}
        isWrong={issues.some(({ severity }) => severity === 'error')}
        issuesId={issuesId}
        onCommit={onChange}
      />
      {problem !== null && issues.length === 0 ? <p className={styles['weigh']}>{problem}</p> : null}
      <FieldIssues issues={issues} id={issuesId} />
    </div>
  );
}

const IN_PLACE = { variant: 'unstyled', classNames: { input: styles['inPlace'] ?? '' } } as const;

function NameInput({
  areVariables,
  name,
  onName,
}: {
  readonly areVariables: boolean;
  readonly name: string;
  readonly onName: (name: string) => string | null;
}): ReactNode {
  const draft = useDraftValue(name, onName);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { inspector } = drawingWords;
  const label = name === '' ? inspector.newRow : inspector.mapTo;
  if (areVariables)
    return (
      <VariableSelect
        name={label}
        placeholder={label}
        value={name}
        isInPlace={name !== ''}
        isOptional={false}
        error={refusal ?? false}
        onChoose={(chosen) => setRefusal(onName(chosen))}
      />
    );
  return (
    <TextInput
      {...(name === '' ? {} : IN_PLACE)}
      aria-label={label}
      placeholder={label}
      error={draft.refusal}
      {...typingProps(draft, true)}
    />
  );
}
