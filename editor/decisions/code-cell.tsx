import { acceptCompletion, insertBracket } from '@codemirror/autocomplete';
import { insertNewline } from '@codemirror/commands';
import { Prec, type Extension } from '@codemirror/state';
import { EditorView, keymap, tooltips, type KeyBinding } from '@codemirror/view';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { isListed } from '../expressions/code-completion.ts';
import { openCode, putAttributes, putSetting, underline } from '../expressions/code-view.ts';
import { useReading } from '../expressions/use-reading.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { numberText } from '../words/locale.ts';
import styles from './cell-field.module.css';
import type { CodeCellProps, Onward } from './writing.ts';
import { Wrong } from './wrong.tsx';

/** A cell in which a rule is written: with colours, and a list of what can stand there. Its keys are those of the grid. */
export default function CodeCell(props: CodeCellProps): ReactNode {
  const { label, setting, lagging, finding } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  const [isListing, setListing] = useState(false);
  const [isTooLong, setTooLong] = useState(false);
  // All of it before the next key comes: the field may stand in the place of one that is written in.
  useLayoutEffect(() => {
    latest.current = props;
  });
  useLayoutEffect(() => {
    if (host.current === null) return undefined;
    const { text, typed, written, goesOnAt, setting: around } = latest.current;
    const isOpened = goesOnAt === null;
    const done = (onward: Onward): void => {
      if (view.current !== null) latest.current.onDone(view.current.state.doc.toString(), onward);
    };
    const opened = openCode(host.current, {
      text: !isOpened ? written : typed === undefined ? text : '',
      setting: around,
      isOneLine: false,
      isReadOnly: false,
      placeholder: '',
      isFirstChosen: false,
      own: [
        keysOf(done, () => latest.current.onLeave()),
        // Rows and the sheet around them would cut off what stands over them.
        tooltips({ parent: document.body }),
        EditorView.updateListener.of(({ state }) => setListing(isListed(state))),
      ],
      events: {
        onText(now) {
          setTooLong(false);
          latest.current.onText(now);
        },
        onFocus: () => undefined,
        onEnter: () => done('down'),
        onTooLong: () => setTooLong(true),
      },
    });
    view.current = opened;
    opened.dispatch({ selection: { anchor: goesOnAt ?? opened.state.doc.length } });
    if (isOpened && typed !== undefined) typeInto(opened, typed);
    return () => {
      view.current = null;
      opened.destroy();
    };
  }, []);
  useLayoutEffect(() => {
    if (view.current !== null) putSetting(view.current, setting);
  }, [setting]);
  const isWrong = finding !== undefined;
  // The key that opened the cell is only a beginning.
  const isBegun = props.goesOnAt !== null || props.written !== props.typed;
  const { findings } = useReading(isWrong && isBegun ? lagging : '', setting, null, true, 0);
  useLayoutEffect(() => {
    if (view.current !== null) underline(view.current, findings);
  }, [findings]);
  const isGrave = finding?.severity === 'error';
  useLayoutEffect(() => {
    if (view.current === null) return;
    putAttributes(view.current, {
      tabindex: '0',
      'aria-label': label,
      'aria-multiline': 'true',
      ...(isGrave ? { 'aria-invalid': 'true' } : {}),
    });
  }, [label, isGrave]);
  // Once all that is known of it stands in it.
  useLayoutEffect(() => view.current?.focus(), []);

  return (
    <>
      <div
        ref={host}
        className={`${styles['field']} ${styles['code']}`}
        data-writes
        onKeyDown={(event) => event.stopPropagation()}
        // What takes the field away is heard of as well, and is no leaving of it.
        onBlur={() => view.current !== null && props.onDone(view.current.state.doc.toString(), 'stay')}
      />
      {isTooLong ? (
        <span role="status" className={`${styles['hint']} ${styles['errorHint']}`}>
          {drawingWords.expressions.tooLong(numberText(BOUNDS.feelCharacters))}
        </span>
      ) : isListing ? null : (
        <Wrong finding={finding} />
      )}
    </>
  );
}

/** Of what is listed Enter takes what was chosen, and Tab takes it and goes on; Alt+Enter begins a line in the cell. */
function keysOf(done: (onward: Onward) => void, leave: () => void): Extension {
  const go =
    (onward: Onward): NonNullable<KeyBinding['run']> =>
    (view) => {
      if (onward === 'left' || onward === 'right') acceptCompletion(view);
      done(onward);
      return true;
    };
  return [
    Prec.highest(keymap.of([{ key: 'Tab', run: go('right'), shift: go('left') }])),
    Prec.high(
      keymap.of([
        { key: 'Enter', run: go('down'), shift: go('up') },
        { key: 'Alt-Enter', run: insertNewline },
        { key: 'Escape', run: () => (leave(), true) },
      ]),
    ),
  ];
}

/** The key that opened the cell, as if it had been pressed in it. */
function typeInto(view: EditorView, typed: string): void {
  view.dispatch(
    insertBracket(view.state, typed) ?? {
      changes: { from: 0, insert: typed },
      selection: { anchor: typed.length },
      userEvent: 'input.type',
    },
  );
}
