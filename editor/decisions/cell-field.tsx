import {
  memo,
  useDeferredValue,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { TableFinding } from '../../definitions/decision/check-table.ts';
import styles from './grid.module.css';

/** Where to go once a cell is written. */
export type Onward = 'down' | 'up' | 'right' | 'left' | 'stay';

export interface CellFieldProps {
  /** What stands in the cell. */
  readonly text: string;
  /** What was typed to open it, in place of what stood there. */
  readonly typed: string | undefined;
  readonly label: string;
  readonly check: (text: string) => TableFinding | undefined;
  /** What is kept of what is typed. */
  readonly kept: (text: string) => string;
  readonly onCommit: (text: string, onward: Onward) => void;
  readonly onLeave: () => void;
}

/** The cell that is written into. What is typed is its own until it is committed; it is checked by itself meanwhile. */
export function CellField({ text, typed, label, check, kept, onCommit, onLeave }: CellFieldProps): ReactNode {
  const [written, setWritten] = useState(typed ?? text);
  const field = useRef<HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const lagging = useDeferredValue(written);
  const end = (act: () => void): void => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  };
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
    end(() => (onward === null ? onLeave() : onCommit(kept(written), onward)));
  };
  return (
    <>
      <textarea
        ref={field}
        rows={1}
        className={styles['field']}
        aria-label={label}
        spellCheck={false}
        value={written}
        onChange={(event) => setWritten(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => end(() => onCommit(kept(written), 'stay'))}
      />
      <Wrong text={kept(lagging)} check={check} />
    </>
  );
}

/** What is wrong with what is being written, a moment behind it. */
const Wrong = memo(function Wrong({ text, check }: Pick<CellFieldProps, 'text' | 'check'>): ReactNode {
  const finding = check(text);
  return finding === undefined ? null : (
    <span role="status" className={`${styles['hint']} ${styles[`${finding.severity}Hint`]}`}>
      {finding.message}
      {finding.fix === undefined ? null : <> {finding.fix.title}.</>}
    </span>
  );
});

/** Alt+Enter begins a line within the cell, as spreadsheets have it. */
function onwardOf({ key, shiftKey, altKey }: KeyboardEvent): Onward | null {
  if (key === 'Enter' && !altKey) return shiftKey ? 'up' : 'down';
  if (key === 'Tab') return shiftKey ? 'left' : 'right';
  return null;
}
