import { Input } from '@mantine/core';
import { useId, useMemo, useRef, type ReactNode } from 'react';
import type { TypeEnvironment } from '../../definitions/feel/compile.ts';
import type { Json, JsonObject } from '../../definitions/flow/json.ts';
import type { ValueType } from '../../definitions/flow/value-type.ts';
import { fetched, useOnceFetched } from '../shell/fetched.ts';
import styles from './feel-field.module.css';
import type { FieldName, Kept } from './field-attributes.ts';
import { PlainField } from './plain-field.tsx';
import type { FeelSetting } from './setting.ts';

/** The script of the fields: whoever has it before the first field is shown never sees a plain one. */
export const feelEditor = fetched(() => import('./feel-editor.tsx').then((module) => module.default));

interface FeelFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** When it is left, and at Enter (at Ctrl and Enter where it has several lines). */
  readonly onCommit?: (value: string) => void;
  /** Tests are those of a table's cell. */
  readonly kind: 'expression' | 'tests';
  /** Of tests: what the cell's input is. */
  readonly input?: ValueType;
  /** The values in sight. Each other object is read anew: it should stay the same while they do. */
  readonly types: TypeEnvironment;
  /** What it should come to; absent: anything. It should stay the same object, too. */
  readonly wanted?: ValueType | undefined;
  readonly label?: ReactNode;
  readonly description?: string | undefined;
  /** What is wrong beside what is told of the rule itself. */
  readonly error?: string | null;
  readonly 'aria-label'?: string | undefined;
  readonly autoFocus?: boolean;
  readonly placeholder?: string | undefined;
  /** What is kept while another text is written. Of that, what is wrong is told elsewhere, and not by the field. */
  readonly kept?: Kept;
  /** The values of the current example, to show what it comes to; it should stay the same object, too. */
  readonly example?: JsonObject | undefined;
  /** Of tests: the value of the cell's input on the example. */
  readonly exampleInput?: Json;
  /** Else it begins as one line, and grows with what is written. */
  readonly isOneLine?: boolean;
  readonly isReadOnly?: boolean;
}

/** A field in which a rule is written in FEEL. Until its script has come it is a plain one of the same size. */
export function FeelField(props: FeelFieldProps): ReactNode {
  const { value, onChange, onCommit, kind, input, types, wanted, label, example, exampleInput } = props;
  const { isOneLine = false, isReadOnly = false, placeholder = '', autoFocus = false, kept } = props;
  const id = useId();
  const Editor = useOnceFetched(feelEditor);
  const cursor = useRef<number | null>(autoFocus ? value.length : null);
  const setting = useMemo<FeelSetting>(
    () => ({
      as: kind === 'tests' ? { kind, input: input ?? { type: 'any' } } : { kind },
      types,
      wanted,
    }),
    [kind, input, types, wanted],
  );
  const shown = useMemo(
    () => (example === undefined ? null : { values: example, input: exampleInput }),
    [example, exampleInput],
  );
  const name = useFieldName(id, props);
  const shared = { id, value, onChange, name, isOneLine, isReadOnly, placeholder };
  return (
    <Input.Wrapper
      id={id}
      className={styles['field'] ?? ''}
      label={label}
      labelElement="div"
      labelProps={{
        className: styles['label'] ?? '',
        onClick: () => document.getElementById(id)?.focus(),
      }}
      description={props.description}
      error={props.error}
    >
      {Editor === null ? (
        <PlainField
          {...shared}
          autoFocus={autoFocus}
          problemsId={kept?.isWrong === true ? kept.problemsId : null}
          onCommit={(written) => onCommit?.(written)}
          onCursor={(at) => (cursor.current = at)}
        />
      ) : (
        <Editor
          {...shared}
          setting={setting}
          example={shown}
          kept={kept ?? null}
          startAt={cursor.current}
          onCommit={(written) => onCommit?.(written)}
        />
      )}
    </Input.Wrapper>
  );
}

/** By the ids that the wrapper gives what it shows. */
function useFieldName(
  id: string,
  { label, description, error, 'aria-label': said }: FeelFieldProps,
): FieldName {
  const hasLabel = label !== undefined;
  const isDescribed = description !== undefined && description !== '';
  const isRefused = typeof error === 'string' && error !== '';
  return useMemo(
    () => ({
      said,
      labelId: hasLabel ? `${id}-label` : undefined,
      describedBy: [...(isDescribed ? [`${id}-description`] : []), ...(isRefused ? [`${id}-error`] : [])],
    }),
    [id, said, hasLabel, isDescribed, isRefused],
  );
}
