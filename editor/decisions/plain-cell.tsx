import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './cell-field.module.css';
import type { Onward, WritingProps } from './writing.ts';

interface PlainCellProps extends WritingProps {
  /** Where one writes. */
  readonly onCursor?: (at: number) => void;
  /** Several keys are becoming one sign: the field must not be taken away meanwhile. */
  readonly onComposing?: (isComposing: boolean) => void;
}

/** A cell in which any text is written. */
export function PlainCell({
  written,
  label,
  most,
  onText,
  onDone,
  onLeave,
  onCursor,
  onComposing,
}: PlainCellProps): ReactNode {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const { current } = field;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const onward = onwardOf(event);
    if (event.nativeEvent.isComposing || (onward === null && event.key !== 'Escape')) return;
    event.preventDefault();
    if (onward === null) onLeave();
    else onDone(written, onward);
  };
  return (
    <textarea
      ref={field}
      rows={1}
      className={styles['field']}
      aria-label={label}
      spellCheck={false}
      maxLength={most}
      value={written}
      onChange={({ currentTarget: { value, selectionStart } }) => {
        onCursor?.(selectionStart);
        onText(value);
      }}
      onSelect={(event) => onCursor?.(event.currentTarget.selectionStart)}
      onCompositionStart={() => onComposing?.(true)}
      onCompositionEnd={() => onComposing?.(false)}
      onKeyDown={onKeyDown}
      onBlur={() => onDone(written, 'stay')}
    />
  );
}

/** Alt+Enter begins a line within the cell, as spreadsheets have it. */
function onwardOf({ key, shiftKey, altKey }: KeyboardEvent): Onward | null {
  if (key === 'Enter' && !altKey) return shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  return null;
}
