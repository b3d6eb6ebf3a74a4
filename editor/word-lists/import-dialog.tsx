import { Modal, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState, type ReactNode } from 'react';
import { BOUNDS } from '../../definitions/flow/bounds.ts';
import type { WordList, WordListEntry } from '../../definitions/flow/word-list.ts';
import { withLines, type WordsTaken } from '../../definitions/reading/sheet-words.ts';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { Answered, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import styles from './word-editor.module.css';
import { linesOfText, readWordFile, type ReadWords } from './word-files.ts';

const MOST_TOLD = 20;

interface Taking {
  readonly list: WordList;
  readonly onTake: (entries: readonly WordListEntry[]) => void;
  readonly onClose: () => void;
}

/** Reads words from a file and tells what they would change before they are taken. */
export function ImportWords({ file, ...taking }: Taking & { readonly file: File }): ReactNode {
  const question = useQuery({
    queryKey: ['word file', file.name, file.size, file.lastModified],
    queryFn: () => readWordFile(file),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Modal opened onClose={taking.onClose} title={drawingWords.wordLists.files.title(file.name)}>
      <Answered question={question} loading={<Loading lines={3} />}>
        {(read) => <Changes read={read} {...taking} />}
      </Answered>
    </Modal>
  );
}

/** Takes words that are written or pasted, one a line. */
export function PasteWords(taking: Taking): ReactNode {
  const said = drawingWords.wordLists.files;
  const [text, setText] = useState('');
  const lines = useMemo(() => linesOfText(text), [text]);
  return (
    <Modal opened onClose={taking.onClose} title={said.linesTitle}>
      <Textarea
        label={said.linesField}
        data-autofocus
        rows={8}
        mb={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        // A tab is part of what is written here.
        onKeyDown={(event) => {
          if (event.key !== 'Tab' || event.shiftKey) return;
          event.preventDefault();
          event.currentTarget.setRangeText(
            '\t',
            event.currentTarget.selectionStart,
            event.currentTarget.selectionEnd,
            'end',
          );
          setText(event.currentTarget.value);
        }}
      />
      <Changes read={{ lines, issues: [] }} {...taking} />
    </Modal>
  );
}

function Changes({ read, list, onTake, onClose }: Taking & { readonly read: ReadWords }): ReactNode {
  const said = drawingWords.wordLists.files;
  const [isReplaced, replace] = useState(false);
  const [means, setMeans] = useState(() => onlyMeaning(list));
  const taken = useMemo(
    () => withLines(list, read.lines, { means, isReplaced }),
    [list, read.lines, means, isReplaced],
  );
  const without = read.lines.filter(({ row }) => row.means === '').length;
  const isSame = taken.added + taken.changed + taken.removed === 0;
  const isPossible = read.lines.length > 0 && !taken.isTooMany && !isSame;
  return (
    <form
      className={styles['noted']}
      onSubmit={(event) => {
        event.preventDefault();
        if (isPossible) onTake(taken.entries);
        else onClose();
      }}
    >
      {read.issues.length === 0 ? null : <Told title={said.unreadable} lines={read.issues} />}
      {read.lines.length === 0 ? null : (
        <>
          <SegmentedControl
            aria-label={said.how}
            value={isReplaced ? 'replace' : 'add'}
            onChange={(how) => replace(how === 'replace')}
            data={[
              { value: 'add', label: said.add },
              { value: 'replace', label: said.replace },
            ]}
          />
          {without === 0 ? null : (
            <TextInput
              label={said.meansFor(without)}
              value={means}
              maxLength={BOUNDS.nameCharacters}
              onChange={(event) => setMeans(event.currentTarget.value)}
            />
          )}
          <Outcome taken={taken} isSame={isSame} />
        </>
      )}
      <DialogEnd go={isPossible ? said.go : words.acts.close} onClose={onClose} />
    </form>
  );
}

function Outcome({ taken, isSame }: { readonly taken: WordsTaken; readonly isSame: boolean }): ReactNode {
  const said = drawingWords.wordLists.files;
  const { added, changed, removed, left, isTooMany } = taken;
  return (
    <div role="status">
      {isTooMany ? <p className={styles['bad']}>{said.most(BOUNDS.wordListEntries)}</p> : null}
      {isSame && left.length > 0 ? null : <p>{isSame ? said.same : said.changes(added, changed, removed)}</p>}
      {left.length === 0 ? null : (
        <Told
          title={said.left(left.length)}
          lines={left.map(
            ({ line, row }) => `${said.line(line)}: ${Object.values(row).filter(Boolean).join(' · ')}`,
          )}
        />
      )}
    </div>
  );
}

function Told({ title, lines }: { readonly title: string; readonly lines: readonly string[] }): ReactNode {
  return (
    <div>
      <p className={styles['bad']}>{title}</p>
      <ul className={styles['issues']}>
        {lines.slice(0, MOST_TOLD).map((line, at) => (
          <li key={at}>{line}</li>
        ))}
        {lines.length > MOST_TOLD ? (
          <li>{drawingWords.wordLists.files.more(lines.length - MOST_TOLD)}</li>
        ) : null}
      </ul>
    </div>
  );
}

/** What all words of a list mean, if it is the same; else nothing. */
function onlyMeaning({ entries }: WordList): string {
  const all = new Set(entries.map(({ means }) => means));
  return all.size === 1 ? ([...all][0] ?? '') : '';
}
