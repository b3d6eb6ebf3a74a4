import { NativeSelect, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { drawingWords } from '../../../shell/drawing-words.ts';
import { useDraftValue } from '../draft-value.ts';
import { useField, type InputProps } from '../field.ts';
import { usePanel } from '../panel.ts';
import { usualAt } from '../usual-at.ts';
import styles from '../inspector.module.css';
import { keepNumber, typingProps } from './text-input.tsx';

const UNITS = [1, 1000, 60_000, 3_600_000, 86_400_000] as const;
const SECOND = 1000;

/** A length of time, in the largest unit in which it is a whole number. */
export function MillisecondsInput(props: InputProps): ReactNode {
  const field = useField(props);
  const value = typeof props.value === 'number' ? props.value : null;
  const usual = usualAt(usePanel(), field.steps);
  const [chosen, choose] = useState(usual === undefined ? SECOND : unitOf(usual));
  const unit = value === null ? chosen : unitOf(value);
  const draft = useDraftValue(value === null ? '' : String(value / unit), (typed) =>
    keepNumber(typed, field.keep, unit),
  );
  const change = (next: number): void => {
    choose(next);
    if (value !== null) field.keep((value / unit) * next);
  };
  return (
    <div className={styles['withUnit']}>
      <TextInput
        label={props.label}
        description={field.help}
        error={draft.refusal ?? field.isWrong}
        aria-errormessage={field.issuesId}
        placeholder={
          usual === undefined
            ? drawingWords.inspector.asBefore
            : drawingWords.inspector.usually(String(usual / unit))
        }
        inputMode="decimal"
        {...typingProps(draft, true)}
      />
      <NativeSelect
        aria-label={`${drawingWords.inspector.unit}: ${props.label}`}
        data={UNITS.map((one) => ({ value: String(one), label: drawingWords.inspector.units[one] ?? '' }))}
        value={String(unit)}
        onChange={(event) => change(Number(event.currentTarget.value))}
      />
    </div>
  );
}

/** The largest unit in which a length of time is a whole number. */
function unitOf(milliseconds: number): number {
  return UNITS.findLast((one) => milliseconds % one === 0) ?? 1;
}
