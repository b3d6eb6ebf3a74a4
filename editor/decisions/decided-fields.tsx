import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { lookUp } from '../../definitions/check/environment.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { plainValue } from '../shell/plain-value.ts';
import styles from './decision-editor.module.css';
import type { DecidedField } from './fields-asked.ts';
import type { Trial } from './trial.ts';
import { FieldRow } from './try-field.tsx';
import type { Typed } from './try-fields.ts';
import type { Known } from './use-table-work.ts';

export interface DecidedFieldsProps {
  readonly decided: readonly DecidedField[];
  readonly typed: Typed;
  readonly problems: Typed;
  /** Values that the tables name, by field, to choose from. */
  readonly named: { readonly [key: string]: readonly string[] };
  readonly tried: Known<Trial> | null;
  readonly onChange: (typed: Typed) => void;
  readonly onOwn: (key: string, isOwn: boolean) => void;
  /** What the table goes by, by its names there: ids. */
  readonly requires: NonNullable<DecisionTable['requires']>;
  readonly tables: Readonly<Record<string, DecisionTable>>;
}

/** What other tables decide for the one that is tried, each with what it came to; it can be said instead. */
export function DecidedFields(props: DecidedFieldsProps): ReactNode {
  const { decided, requires, tables } = props;
  const said = drawingWords.requirements.tried;
  if (decided.length === 0) return null;
  const tableOf = ({ goesBy: [name = ''] }: DecidedField): string =>
    lookUp(tables, requires[name] ?? '')?.name ?? name;
  const cannot = decided.flatMap((field) =>
    field.undecided === null ? [] : said.cannot[field.undecided](tableOf(field), field.label),
  );
  return (
    <div role="group" aria-label={said.title} className={styles['decided']}>
      <p className={styles['soft']}>{said.title}</p>
      <div className={styles['fields']}>
        {decided.map((field) => (
          <DecidedRow key={field.key} field={field} by={tableOf(field)} {...props} />
        ))}
      </div>
      {[...new Set(cannot)].map((sentence) => (
        <p key={sentence} className={styles['cannot']}>
          {sentence}
        </p>
      ))}
    </div>
  );
}

function DecidedRow({
  field,
  by,
  typed,
  problems,
  named,
  tried,
  onChange,
  onOwn,
}: DecidedFieldsProps & { readonly field: DecidedField; readonly by: string }): ReactNode {
  const said = drawingWords.requirements.tried;
  const { key, label, isOwn, undecided } = field;
  const row = useRef<HTMLDivElement>(null);
  const isPressed = useRef(false);
  useEffect(() => {
    // What was pressed is gone: the focus goes to what came in its place.
    if (isPressed.current) row.current?.querySelector<HTMLElement>('input, button')?.focus();
    isPressed.current = false;
  }, [isOwn]);
  const press = (): void => {
    isPressed.current = true;
    onOwn(key, !isOwn);
  };
  const name = isOwn ? said.decide(by) : said.say(label);
  const turn = (
    <ActionIcon variant="subtle" size={28} color="gray" aria-label={name} title={name} onClick={press}>
      {isOwn ? <IconArrowBackUp size={15} aria-hidden /> : <IconPencil size={15} aria-hidden />}
    </ActionIcon>
  );
  return (
    <div ref={row} className={styles['decidedRow']}>
      {isOwn ? (
        <FieldRow
          field={field}
          text={typed[key] ?? ''}
          problem={problems[key]}
          named={named[key] ?? []}
          onChange={(text) => onChange({ ...typed, [key]: text })}
        >
          {undecided === null ? turn : null}
        </FieldRow>
      ) : (
        <>
          <span className={styles['fieldLabel']} title={label}>
            {label}
          </span>
          <span className={styles['fieldValue']}>
            <span className={styles['cameTo']}>{cameTo(field, tried) ?? said.first}</span>
            {turn}
          </span>
        </>
      )}
    </div>
  );
}

/** What the input came to that is that value; null: that is not known. */
function cameTo({ input }: DecidedField, tried: Known<Trial> | null): string | null {
  const place = tried?.table.inputs.findIndex(({ id }) => id === input) ?? -1;
  const value = tried?.found.values[place];
  return value === undefined
    ? null
    : (plainValue(value, Date.now()) ?? drawingWords.requirements.tried.nothing);
}
