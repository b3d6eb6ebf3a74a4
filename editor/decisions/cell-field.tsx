import {
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react';
import type { TableFinding } from '../../definitions/decision/check-table.ts';
import type { FeelSetting } from '../expressions/setting.ts';
import { fetched, useOnceFetched } from '../shell/fetched.ts';
import { fullText } from '../shell/full-text.ts';
import styles from './cell-field.module.css';
import { PlainCell } from './plain-cell.tsx';
import type { CodeCellProps, Onward, WritingProps } from './writing.ts';
import { Wrong } from './wrong.tsx';

export interface CellFieldProps {
  /** What stands in the cell. */
  readonly text: string;
  /** What was typed to open it, in place of what stood there. */
  readonly typed: string | undefined;
  readonly label: string;
  /** What surrounds the rule that is written; null: it is none. */
  readonly setting: FeelSetting | null;
  readonly check: (text: string) => TableFinding | undefined;
  /** How many characters it may hold. */
  readonly most: number;
  /** What is kept of what is typed. */
  readonly kept: (text: string) => string;
  readonly onCommit: (text: string, onward: Onward) => void;
  readonly onLeave: () => void;
}

/** The cell that is written into. What is typed is its own until it is committed; it is checked by itself meanwhile. */
export function CellField(props: CellFieldProps): ReactNode {
  const { text, typed, label, setting, check, most, kept, onCommit, onLeave } = props;
  const [written, write] = useState(typed ?? text);
  const isDone = useRef(false);
  const opened = useWithinGrid();
  // What is wrong with it is told a moment behind.
  const lagging = useDeferredValue(written);
  const finding = useMemo(() => check(kept(lagging)), [check, kept, lagging]);
  const end = (act: () => void): void => {
    if (isDone.current) return;
    isDone.current = true;
    act();
  };
  const field: WritingProps = {
    written,
    label,
    most,
    onText: write,
    onDone: (done, onward) => end(() => onCommit(kept(done), onward)),
    onLeave: () => end(onLeave),
  };
  return (
    <div ref={opened} className={styles['opened']}>
      {setting !== null ? (
        <RuleCell {...field} {...{ text, typed, setting, lagging, finding }} />
      ) : (
        <>
          <PlainCell {...field} />
          <WrongOrFull {...{ written, most, finding }} />
        </>
      )}
    </div>
  );
}

/** However long a text is, its field is no wider than this, nor than what is seen of the table beside its cell. */
const WIDEST = 480;

/** Keeps an opened cell within what is seen of its table: a field that is cut at the edge hides what is written. */
function useWithinGrid(): RefObject<HTMLDivElement | null> {
  const opened = useRef<HTMLDivElement | null>(null);
  useLayoutEffect(() => {
    const field = opened.current;
    const [cell, grid] = [field?.parentElement, field?.closest('[role="grid"]')];
    if (!field || !cell || !grid) return;
    const { left, width } = cell.getBoundingClientRect();
    const room = grid.getBoundingClientRect().left + grid.clientLeft + grid.clientWidth - left;
    field.style.maxWidth = `${Math.max(width, Math.min(WIDEST, room))}px`;
  }, []);
  return opened;
}

/** The script comes when the first cell is opened. */
const codeCell = fetched(() => import('./code-cell.tsx').then((module) => module.default));
/** So long nobody has typed before the field is changed under their hands. */
const PAUSE_MS = 150;

/** A cell that holds a rule: a plain field until the script has come that helps with rules, and who types rests. */
function RuleCell(props: Omit<CodeCellProps, 'goesOnAt'>): ReactNode {
  const Code = useOnceFetched(codeCell);
  const [isPlain, setPlain] = useState(Code === null);
  const [isComposing, setComposing] = useState(false);
  const isOpened = useRef(!isPlain);
  const cursor = useRef<number | null>(null);
  const { written, most, finding } = props;
  useEffect(() => {
    if (Code === null || !isPlain || isComposing) return;
    const pause = setTimeout(() => setPlain(false), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [Code, isPlain, isComposing, written]);
  if (Code !== null && !isPlain)
    return <Code {...props} goesOnAt={isOpened.current ? null : (cursor.current ?? written.length)} />;
  return (
    <>
      <PlainCell {...props} onCursor={(at) => (cursor.current = at)} onComposing={setComposing} />
      <WrongOrFull {...{ written, most, finding }} />
    </>
  );
}

/** What is wrong with a text in a plain cell, before that that no more of it fits. */
function WrongOrFull({
  written,
  most,
  finding,
}: {
  readonly written: string;
  readonly most: number;
  readonly finding: TableFinding | undefined;
}): ReactNode {
  const full = fullText(written, most);
  if (full === undefined) return <Wrong finding={finding} />;
  return (
    <span role="status" className={`${styles['hint']} ${styles['errorHint']}`}>
      {full}
    </span>
  );
}
