import { Fragment, type ReactNode } from 'react';
import { words } from '../../shell/words.ts';
import styles from './changed.module.css';
import type { ToldField } from './told-fields.ts';

/** Changed fields, each as it was and as it is. */
export function FieldLines({ fields }: { readonly fields: readonly ToldField[] }): ReactNode {
  if (fields.length === 0) return null;
  return (
    <dl className={styles['fields']}>
      {fields.map(({ title, before, after, isReordered }, index) => (
        <Fragment key={index}>
          <dt>{title}</dt>
          <dd>{isReordered ? words.changed.reordered : <BeforeAfter before={before} after={after} />}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

/** What stood there, and what does; who cannot see the signs hears the words. */
export function BeforeAfter({
  before,
  after,
}: {
  readonly before: string | null;
  readonly after: string | null;
}): ReactNode {
  const { changed } = words;
  return (
    <>
      <span className={styles['hidden']}>{changed.was} </span>
      <del className={styles['before']}>{shown(before ?? changed.nothing)}</del>
      <span aria-hidden className={styles['to']}>
        →
      </span>
      <span className={styles['hidden']}> {changed.is} </span>
      <ins className={styles['after']}>{shown(after ?? changed.nothing)}</ins>
    </>
  );
}

/** So many characters say what it is; the whole stands on the drawing. */
const MOST_SHOWN = 600;

function shown(text: string): string {
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text;
}
