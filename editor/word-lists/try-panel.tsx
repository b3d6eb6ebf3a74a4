import { Textarea } from '@mantine/core';
import { useDeferredValue, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { WordList, WordListEntry } from '../../definitions/flow/word-list.ts';
import { useOf } from '../../definitions/reading/list-use.ts';
import { MOST_CHARACTERS } from '../../definitions/reading/tokens.ts';
import { Card } from '../shell/page.tsx';
import textButton from '../shell/text-button.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import { numberText } from '../words/locale.ts';
import { MarkedText } from './marked-text.tsx';
import { ToldFacts } from './told-facts.tsx';
import type { PlacedHit, triedText } from './try-text.ts';
import styles from './word-editor.module.css';

/** A text that somebody could write: which words are found in it, where, and what the step answers. */
export function TryPanel({
  list,
  lists,
  onShow,
}: {
  readonly list: WordList;
  /** All that are read beside it, and itself. */
  readonly lists: { readonly [id: string]: WordList };
  readonly onShow: (entry: WordListEntry) => void;
}): ReactNode {
  const said = drawingWords.wordLists.tryText;
  const [text, setText] = useState('');
  const shown = useDeferredValue(text);
  // What reads texts is large: it comes with the first text that is tried.
  const [reading, setReading] = useState<{ readonly triedText: typeof triedText } | null>(null);
  const isAsked = text.trim() !== '';
  useEffect(() => {
    if (isAsked && reading === null) import('./try-text.ts').then(setReading, () => undefined);
  }, [isAsked, reading]);
  const tried = useMemo(
    () => (reading === null || shown.trim() === '' ? null : reading.triedText(shown, list, lists)),
    [reading, shown, list, lists],
  );
  const isSaid = useOf(list) === 'wording';
  return (
    <Card title={said.title} className={styles['try']}>
      <Textarea
        label={said.field}
        autosize
        minRows={3}
        maxRows={8}
        maxLength={MOST_CHARACTERS}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className={styles['outcome']} aria-live="polite">
        {isSaid ? <p className={styles['soft']}>{said.said}</p> : null}
        {tried === null ? (
          <p className={styles['soft']}>{said.toDo}</p>
        ) : (
          <>
            {isSaid ? null : <Found text={shown} hits={tried.hits} onShow={onShow} />}
            {tried.others.length === 0 ? null : (
              <section aria-label={said.others}>
                <h3 className={styles['part']}>{said.others}</h3>
                <ul className={styles['others']}>
                  {tried.others.map(({ list: other, hits }) => (
                    <li key={other.id}>
                      {other.name}: {hits.map(({ hit }) => toldHit(hit)).join('; ')}
                    </li>
                  ))}
                </ul>
              </section>
            )}
            <ToldFacts facts={tried.facts} />
          </>
        )}
      </div>
    </Card>
  );
}

function Found({
  text,
  hits,
  onShow,
}: {
  readonly text: string;
  readonly hits: readonly PlacedHit[];
  readonly onShow: (entry: WordListEntry) => void;
}): ReactNode {
  const said = drawingWords.wordLists.tryText;
  return (
    <>
      <p className={styles['count']}>{hits.length === 0 ? said.none : said.found(hits.length)}</p>
      <MarkedText text={text} hits={hits} />
      <ul className={styles['hits']}>
        {hits.map(({ hit, from }, at) => (
          <li key={`${from} ${at}`}>
            <button
              type="button"
              className={`${textButton['textButton']} ${styles['hit']}`}
              title={said.show}
              onClick={() => onShow(hit.entry)}
            >
              {toldHit(hit)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

function toldHit({ entry, means, weight }: PlacedHit['hit']): string {
  const said = drawingWords.wordLists.tryText;
  return weight === undefined
    ? said.means(entry.phrase, means)
    : said.weighed(entry.phrase, means, numberText(weight));
}
