import type { EditorView } from '@codemirror/view';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import { useNow } from '../shell/now.tsx';
import { numberText } from '../words/locale.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { mend, openCode, putAttributes, putSetting, underline, writeAll } from './code-view.ts';
import styles from './feel-field.module.css';
import { fieldAttributes, type FieldName, type Kept } from './field-attributes.ts';
import { NOTHING_READ, type Example } from './reading.ts';
import type { FeelSetting } from './setting.ts';
import { Told } from './told.tsx';
import { useReading } from './use-reading.ts';

export interface FeelEditorProps {
  readonly id: string;
  readonly value: string;
  readonly setting: FeelSetting;
  readonly example: Example | null;
  readonly name: FieldName;
  readonly kept: Kept | null;
  readonly isOneLine: boolean;
  readonly isReadOnly: boolean;
  readonly placeholder: string;
  /** Where one writes on from the start; null: elsewhere on the page. */
  readonly startAt: number | null;
  readonly onChange: (value: string) => void;
  readonly onCommit: (value: string) => void;
}

/** A field for an expression, with colours, a list of what can stand there, and what is to be told of it. */
export default function FeelEditor(props: FeelEditorProps): ReactNode {
  const { id, value, setting, example, name, kept, isOneLine, isReadOnly } = props;
  const now = useNow();
  const tellingId = useId();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const latest = useRef(props);
  const [text, setText] = useState(value);
  const [isWriting, setWriting] = useState(false);
  const [isTooLong, setTooLong] = useState(false);
  const reading = useReading(text, setting, example, isWriting, now);
  const { findings } = reading;
  const isKept = kept !== null && text === kept.text;
  const isWrong = isKept ? kept.isWrong : findings.some(({ severity }) => severity === 'error');
  const problemsId = isKept ? kept.problemsId : tellingId;

  useEffect(() => {
    latest.current = props;
  });
  const commit = (): void => {
    if (view.current !== null) latest.current.onCommit(view.current.state.doc.toString());
  };
  useEffect(() => {
    if (host.current === null) return undefined;
    const start = latest.current;
    const opened = openCode(host.current, {
      text: start.value,
      setting: start.setting,
      isOneLine: start.isOneLine,
      isReadOnly: start.isReadOnly,
      placeholder: start.placeholder,
      events: {
        onText: (written) => {
          setText(written);
          setTooLong(false);
          if (written !== latest.current.value) latest.current.onChange(written);
        },
        onFocus: setWriting,
        onEnter: commit,
        onTooLong: () => setTooLong(true),
      },
    });
    view.current = opened;
    if (start.startAt !== null) {
      opened.dispatch({ selection: { anchor: Math.min(start.startAt, opened.state.doc.length) } });
      opened.focus();
    }
    return () => {
      view.current = null;
      opened.destroy();
    };
  }, [isReadOnly]);
  useEffect(() => {
    if (view.current !== null && view.current.state.doc.toString() !== value) writeAll(view.current, value);
  }, [value]);
  useEffect(() => {
    if (view.current !== null) putSetting(view.current, setting);
  }, [setting]);
  useEffect(() => {
    if (view.current !== null) underline(view.current, findings);
  }, [findings]);
  useEffect(() => {
    if (view.current === null) return;
    putAttributes(view.current, {
      id,
      // It can be reached anyway; but what scrolls around it counts only what says so.
      tabindex: '0',
      'aria-multiline': String(!isOneLine),
      ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
      ...fieldAttributes(name, tellingId, isWrong ? problemsId : null),
    });
  }, [id, name, tellingId, problemsId, isOneLine, isReadOnly, isWrong]);

  return (
    <>
      <div
        ref={host}
        className={styles['box']}
        data-lines={isOneLine ? 'one' : 'several'}
        data-wrong={isWrong || undefined}
        data-read-only={isReadOnly || undefined}
        // Heard of at once: whatever was clicked may take the field away.
        onBlur={commit}
      />
      <div
        id={tellingId}
        className={styles['under']}
        data-tells={example !== null || undefined}
        aria-live="polite"
      >
        {isTooLong ? (
          <p className={styles['error']}>
            {drawingWords.expressions.tooLong(numberText(BOUNDS.feelCharacters))}
          </p>
        ) : (
          <Told
            {...reading}
            findings={isKept ? NOTHING_READ.findings : findings}
            isPassedBy={kept !== null}
            onMend={(finding) => view.current !== null && mend(view.current, finding)}
          />
        )}
      </div>
    </>
  );
}
