import { Autocomplete, Select, TextInput } from '@mantine/core';
import { memo, useId, type ReactNode } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { plainChoice, plainValue } from '../shell/plain-value.ts';
import { Card } from '../shell/page.tsx';
import textButton from '../shell/text-button.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import styles from './decision-editor.module.css';
import { nearMisses } from './near-misses.ts';
import type { Trial } from './trial.ts';
import type { TryField, Typed } from './try-fields.ts';
import type { Known } from './use-table-work.ts';

interface TryPanelProps {
  readonly fields: readonly TryField[];
  readonly typed: Typed;
  readonly problems: Typed;
  /** Values that the table names, by field, to choose from. */
  readonly named: { readonly [key: string]: readonly string[] };
  readonly tried: Known<Trial> | null;
  readonly onChange: (typed: Typed) => void;
}

/** A value for everything that the table is given, what it comes to, and why. */
export const TryPanel = memo(function TryPanel(props: TryPanelProps): ReactNode {
  const { fields, typed, problems, named, tried, onChange } = props;
  const said = drawingWords.decisions.tryIt;
  const isAny = Object.values(typed).some((text) => text !== '');
  const clear = (
    <button
      type="button"
      className={`${textButton['textButton']} ${styles['link']}`}
      onClick={() => onChange({})}
    >
      {said.clear}
    </button>
  );
  return (
    <Card title={said.title} aside={isAny ? clear : null} className={styles['try']}>
      <div className={styles['fields']}>
        {fields.map((field) => (
          <Field
            key={field.key}
            field={field}
            text={typed[field.key] ?? ''}
            problem={problems[field.key]}
            named={named[field.key] ?? []}
            onChange={(text) => onChange({ ...typed, [field.key]: text })}
          />
        ))}
      </div>
      <div className={styles['outcome']} aria-live="polite">
        {tried !== null && isAny ? (
          <Outcome tried={tried} />
        ) : (
          <p className={styles['soft']}>{fields.length === 0 ? said.nothing : said.toDo}</p>
        )}
      </div>
    </Card>
  );
});

function Field({
  field: { label, type },
  text,
  problem,
  named,
  onChange,
}: {
  readonly field: TryField;
  readonly text: string;
  readonly problem: string | undefined;
  readonly named: readonly string[];
  readonly onChange: (text: string) => void;
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
    </>
  );
}

function placeholderOf({ type }: ValueType): string {
  const said = drawingWords.decisions.tryIt;
  if (type === 'days and time duration') return said.duration;
  return type === 'list' ? said.listed : said.unknown;
}

const MOST_MISSES = 2;

function Outcome({ tried: { table, found: trial } }: { readonly tried: Known<Trial> }): ReactNode {
  const said = drawingWords.decisions.tryIt;
  const { result } = trial;
  const places = new Map(table.rows.map(({ id }, at) => [id, at]));
  const decided = result.rows.flatMap((id) => places.get(id) ?? []);
  const value = plainValue(result.value, Date.now());
  const misses = nearMisses(trial, decided, MOST_MISSES).map((at) =>
    said.failed(at + 1, columnNames(table, trial.failed[at] ?? [])),
  );
  const head =
    result.error !== undefined
      ? said.several
      : decided.length === 0 && value === null
        ? said.noRow
        : (value ?? words.cells.nothing);
  const rows =
    decided.length === 0 ? (value === null ? null : said.otherwise) : said.row(decided.map((at) => at + 1));
  return (
    <>
      <p className={styles['result']}>{head}</p>
      <p className={styles['soft']}>{[rows, misses.join(', ')].filter(Boolean).join(' — ')}</p>
    </>
  );
}

function columnNames({ inputs }: DecisionTable, failed: readonly number[]): string {
  return failed.map((at) => inputs[at]?.name ?? '').join(', ');
}
