import { ActionIcon, Select, Tooltip } from '@mantine/core';
import { IconListCheck } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { TypeEnvironment } from '../../../../definitions/feel/compile.ts';
import type { ValueType } from '../../../../definitions/flow/value-type.ts';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { ExpressionInput } from '../expression-input.tsx';
import { feelText, textOfFeel } from '../feel-literal.ts';
import type { Field } from '../field.ts';
import styles from '../inspector.module.css';
import type { KnownInput } from '../known-inputs.ts';
import { typeName } from '../type-name.ts';

/** Stands for an expression among what may be chosen; no value is called so, for it is no text of FEEL's. */
const WORKED_OUT = '…';

interface GivenProps {
  readonly given: KnownInput;
  readonly value: string;
  readonly types: TypeEnvironment;
  readonly field: Field;
}

/** What one input is given: one of the values it takes, if they are few, else an expression. */
export function GivenInput({ given, value, types, field }: GivenProps): ReactNode {
  const choices = choicesOf(given.type);
  const chosen = choices.find(({ source }) => isSameSource(source, value));
  const [asked, ask] = useState<'choice' | 'expression' | null>(null);
  const isLonger = value.trim() !== '' && chosen === undefined;
  const isExpression = choices.length === 0 || (asked === null ? isLonger : asked === 'expression');
  const label = <GivenLabel given={given} />;
  const keep = (source: string): string | null => {
    ask(null);
    return field.keep(source);
  };
  if (!isExpression)
    return (
      <Select
        label={label}
        description={given.help}
        placeholder={drawingWords.inspector.notGiven}
        error={field.isWrong}
        aria-errormessage={field.issuesId}
        clearable
        data={[
          ...choices.map(({ source, said }) => ({ value: source, label: said })),
          { value: WORKED_OUT, label: drawingWords.inspector.workedOut },
        ]}
        value={chosen?.source ?? null}
        onChange={(source) => (source === WORKED_OUT ? ask('expression') : keep(source ?? ''))}
      />
    );
  const input = (
    <ExpressionInput
      kind="expression"
      label={label}
      help={given.help}
      placeholder={drawingWords.inspector.notGiven}
      value={value}
      types={types}
      wanted={given.type}
      isWrong={field.isWrong}
      issuesId={field.issuesId}
      onCommit={keep}
    />
  );
  if (choices.length === 0) return input;
  return (
    <div className={styles['withChoice']}>
      {input}
      <Tooltip label={drawingWords.inspector.chooseOne}>
        <ActionIcon
          variant="subtle"
          aria-label={drawingWords.inspector.chooseFor(given.title)}
          onClick={() => ask('choice')}
        >
          <IconListCheck size={14} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function GivenLabel({ given }: { readonly given: KnownInput }): ReactNode {
  return (
    <span className={styles['given']}>
      <span>{given.title}</span>
      <span className={styles['type']}>
        {[typeName(given.type), ...(given.isNeeded ? [drawingWords.inspector.needed] : [])].join(' · ')}
      </span>
    </span>
  );
}

interface Choice {
  /** As FEEL writes it. */
  readonly source: string;
  readonly said: string;
}

function choicesOf(type: ValueType): readonly Choice[] {
  if (type.type === 'boolean')
    return [
      { source: 'true', said: drawingWords.inspector.yes },
      { source: 'false', said: drawingWords.inspector.no },
    ];
  if (type.type !== 'string') return [];
  return (type.allowed ?? []).map((one) => ({ source: feelText(one), said: one }));
}

function isSameSource(source: string, value: string): boolean {
  const text = textOfFeel(value);
  return text === null ? source === value.trim() : textOfFeel(source) === text;
}
