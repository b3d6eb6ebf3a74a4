import type { KeyboardEvent, ReactNode } from 'react';
import type { TypeEnvironment } from '../../../definitions/feel/compile.ts';
import type { ValueType } from '../../../definitions/flow/value-type.ts';
import { FeelField } from '../../expressions/feel-field.tsx';
import { useDraftValue } from './draft-value.ts';
import styles from './inspector.module.css';
import { usePanel } from './panel.ts';

export interface ExpressionInputProps {
  readonly value: string;
  /** Called when its author is done with it and it is another one; says why it is not kept, or null. */
  readonly onCommit: (value: string) => string | null;
  readonly kind: 'expression' | 'tests';
  /** What it may name. */
  readonly types: TypeEnvironment;
  /** What it should come to; absent: anything. */
  readonly wanted?: ValueType | undefined;
  /** Shown over it; without one, `name` is what it is called for those who hear the page. */
  readonly label?: ReactNode;
  readonly name?: string | undefined;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly isWrong?: boolean;
  /** The id of what is said to be wrong with it. */
  readonly issuesId?: string | undefined;
}

/**
 * Where an expression is written: it is kept when its field is left, or at Ctrl and Enter; Escape takes back. While
 * another one than is kept stands there, what is wrong with that one is told in place of what was found.
 */
export function ExpressionInput(props: ExpressionInputProps): ReactNode {
  const { value, onCommit, kind, types, wanted, label, name, help, placeholder } = props;
  const { check, example } = usePanel();
  const draft = useDraftValue(value, onCommit);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') draft.drop();
  };
  return (
    <div className={styles['feel']} data-unkept={draft.typed !== value || undefined} onKeyDown={onKeyDown}>
      <FeelField
        {...{ kind, types, wanted, label, placeholder }}
        aria-label={name}
        description={help}
        error={draft.refusal}
        // An example holds the flow's values, and not what a step's turns or a called flow name.
        example={types === check.variables ? example : undefined}
        value={draft.typed}
        kept={{ text: value, isWrong: props.isWrong ?? false, problemsId: props.issuesId }}
        onChange={draft.type}
        onCommit={draft.settleAs}
      />
    </div>
  );
}
