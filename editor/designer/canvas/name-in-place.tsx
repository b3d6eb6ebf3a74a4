import { ViewportPortal, useStore } from '@xyflow/react';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { fullText } from '../../shell/full-text.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import styles from './name-in-place.module.css';
import type { NameField, Naming } from './naming.ts';

/** At a smaller size nobody reads what they write. */
const LEGIBLE = 0.75;

/**
 * A field over the drawing, where words stand, to write them anew: Enter keeps them, or Ctrl and Enter where lines may
 * follow; so does leaving it; Escape gives them up. It is read well from afar, too.
 */
export function NameInPlace({
  naming,
  field,
  onKeep,
  onDone,
}: {
  readonly naming: Naming;
  readonly field: NameField;
  /** Is told only what is other than it was. */
  readonly onKeep: (text: string) => void;
  readonly onDone: () => void;
}): ReactNode {
  const [opened] = useState(field);
  const [text, write] = useState(field.text);
  // What has the focus while this is drawn first gets it back.
  const [before] = useState(() => document.activeElement);
  const input = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const isDone = useRef(false);
  const hint = useId();
  const zoom = useStore(({ transform }) => transform[2]);
  const said = drawingWords.designer.naming;
  const isLong = naming.of === 'note';
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, []);

  const end = (isKept: boolean): void => {
    if (isDone.current) return;
    isDone.current = true;
    const kept = isLong ? text : text.trim();
    if (isKept && text !== opened.text && kept !== opened.text) onKeep(kept);
    onDone();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    const isEnd = event.key === 'Enter' && (!isLong || event.ctrlKey || event.metaKey);
    if ((!isEnd && event.key !== 'Escape') || event.nativeEvent.isComposing) return;
    event.preventDefault();
    end(isEnd);
    if (before instanceof HTMLElement || before instanceof SVGElement) before.focus({ preventScroll: true });
  };
  const props = {
    ref: input,
    className: `${styles['field']} ${styles[naming.of]} nodrag nopan nowheel`,
    'aria-label': said[naming.of],
    value: text,
    placeholder: opened.otherwise,
    maxLength: opened.most,
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      write(currentTarget.value),
    onKeyDown,
    onBlur: () => end(true),
  };
  const scale = Math.max(1, LEGIBLE / zoom);
  return (
    <ViewportPortal>
      <div
        className={styles['place']}
        style={{ transform: `translate(${field.x}px, ${field.y}px) scale(${scale})` }}
      >
        <div className={field.anchor === 'middle' ? styles['middle'] : ''}>
          {isLong ? (
            <textarea rows={4} aria-describedby={hint} {...props} />
          ) : (
            <input type="text" aria-describedby={hint} {...props} />
          )}
          <p id={hint} role="status" className={styles['hint']}>
            {fullText(text, opened.most) ?? (isLong ? said.noteHint : '')}
          </p>
        </div>
      </div>
    </ViewportPortal>
  );
}
