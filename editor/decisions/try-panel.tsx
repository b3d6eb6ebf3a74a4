import { memo, type ReactNode } from 'react';
import { lookUp } from '../../definitions/check/environment.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { DecidedFirst } from '../cases/step/decided-first.tsx';
import { plainValue } from '../shell/plain-value.ts';
import { Card } from '../shell/page.tsx';
import textButton from '../shell/text-button.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import { DecidedFields, type DecidedFieldsProps } from './decided-fields.tsx';
import styles from './decision-editor.module.css';
import { nearMisses } from './near-misses.ts';
import type { Trial } from './trial.ts';
import { FieldRow } from './try-field.tsx';
import type { TryField } from './try-fields.ts';
import type { Known } from './use-table-work.ts';

interface TryPanelProps extends DecidedFieldsProps {
  readonly fields: readonly TryField[];
  readonly onClear: () => void;
}

/** A value for everything that the table is given, or decided, what it comes to, and why. */
export const TryPanel = memo(function TryPanel(props: TryPanelProps): ReactNode {
  const { fields, decided, typed, problems, named, tried, onChange, onClear, tables } = props;
  const said = drawingWords.decisions.tryIt;
  const isAny = Object.values(typed).some((text) => text !== '');
  const clear = (
    <button type="button" className={`${textButton['textButton']} ${styles['link']}`} onClick={onClear}>
      {said.clear}
    </button>
  );
  return (
    <Card title={said.title} aside={isAny ? clear : null} className={styles['try']}>
      <div className={styles['fields']}>
        {fields.map((field) => (
          <FieldRow
            key={field.key}
            field={field}
            text={typed[field.key] ?? ''}
            problem={problems[field.key]}
            named={named[field.key] ?? []}
            onChange={(text) => onChange({ ...typed, [field.key]: text })}
          />
        ))}
      </div>
      <DecidedFields {...props} />
      <div className={styles['outcome']} aria-live="polite">
        {tried !== null && isAny ? (
          <Outcome tried={tried} tables={tables} />
        ) : (
          <p className={styles['soft']}>{fields.length + decided.length === 0 ? said.nothing : said.toDo}</p>
        )}
      </div>
    </Card>
  );
});

const MOST_MISSES = 2;

function Outcome({
  tried: { table, found: trial },
  tables,
}: Pick<DecidedFieldsProps, 'tables'> & { readonly tried: Known<Trial> }): ReactNode {
  const said = drawingWords.decisions.tryIt;
  const { result } = trial;
  const places = new Map(table.rows.map(({ id }, at) => [id, at]));
  const decided = result.rows.flatMap((id) => places.get(id) ?? []);
  const value = plainValue(result.value, Date.now());
  const misses = nearMisses(trial, decided, MOST_MISSES).map((at) =>
    said.failed(at + 1, columnNames(table, trial.failed[at] ?? [])),
  );
  const at = new Date(trial.now).toISOString();
  const first = <DecidedFirst tables={tables} decisions={trial.first} at={at} isList />;
  const endedAt = lookUp(tables, trial.endedAt ?? '');
  if (endedAt !== undefined)
    return (
      <>
        <p className={styles['result']}>{drawingWords.requirements.tried.several(endedAt.name)}</p>
        {first}
      </>
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
      {first}
    </>
  );
}

function columnNames({ inputs }: DecisionTable, failed: readonly number[]): string {
  return failed.map((at) => inputs[at]?.name ?? '').join(', ');
}
