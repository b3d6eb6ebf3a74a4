import { Button, Menu, Modal } from '@mantine/core';
import { IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent, type ReactNode } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { WordList } from '../../../definitions/flow/word-list.ts';
import {
  isNeeded,
  readersOf,
  refusalOfName,
  type ListReader,
  type ListRefusal,
} from '../../../definitions/reading/list-life.ts';
import { useOf } from '../../../definitions/reading/list-use.ts';
import acts from '../../cases/acts/acts.module.css';
import forms from '../../inbox/task-form.module.css';
import { DialogEnd } from '../../shell/dialog-end.tsx';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import { removeWordList, renameWordList } from '../commands/change-word-list.ts';
import type { Desk } from '../desk.ts';
import { ListName } from './list-name.tsx';
import styles from './word-list-acts.module.css';

interface ActsProps {
  readonly desk: Pick<Desk, 'do'>;
  readonly content: Pick<DraftContent, 'flow' | 'called' | 'wordLists'>;
  readonly list: WordList;
}

/** What can be done with a word list as one thing of the draft: call it otherwise, take it away. */
export function WordListActs(props: ActsProps): ReactNode {
  const { whole: said } = drawingWords.wordLists;
  const [asks, ask] = useState<'rename' | 'remove' | null>(null);
  const close = (): void => ask(null);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDots size={14} aria-hidden />}>
            {said.menu}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPencil size={14} aria-hidden />} onClick={() => ask('rename')}>
            {said.rename}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={14} aria-hidden />} onClick={() => ask('remove')}>
            {said.remove}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asks === 'rename' ? <RenameList {...props} onClose={close} /> : null}
      {asks === 'remove' ? <RemoveList {...props} onClose={close} /> : null}
    </>
  );
}

function RenameList({
  desk,
  content: { wordLists },
  list,
  onClose,
}: ActsProps & { readonly onClose: () => void }): ReactNode {
  const { whole: said, did } = drawingWords.wordLists;
  const [name, setName] = useState(list.name);
  const [refused, setRefused] = useState<ListRefusal | null>(null);
  const rename = (event: FormEvent): void => {
    event.preventDefault();
    const refusal = refusalOfName(wordLists, name, list.id);
    if (refusal !== undefined) return setRefused(refusal);
    desk.do(did.renamed(list.name, name.trim()), renameWordList(list.id, name.trim()));
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={said.renameTitle(list.name)}>
      <form className={forms['form']} onSubmit={rename}>
        <ListName
          isOther
          value={name}
          error={refused === null ? null : said.refused[refused]}
          onChange={(written) => {
            setRefused(null);
            setName(written);
          }}
        />
        <p className={acts['happens']}>{said.renameHappens}</p>
        <DialogEnd go={said.renameGo} onClose={onClose} />
      </form>
    </Modal>
  );
}

/** Says where it is used and what that comes to; one that steps cannot do without stays. */
function RemoveList({
  desk,
  content,
  list,
  onClose,
}: ActsProps & { readonly onClose: () => void }): ReactNode {
  const { whole: said, did } = drawingWords.wordLists;
  const readers = readersOf(content, list);
  const isKept = isNeeded(list, readers);
  const happens =
    readers.length === 0
      ? said.removeUnread
      : isKept
        ? said.removeNeeded
        : useOf(list) === 'wording'
          ? said.removeSent
          : said.removeRead(list.entries.length);
  return (
    <Modal opened onClose={onClose} title={said.removeTitle(list.name)}>
      <form
        className={forms['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isKept) desk.do(did.takenAway(list.name), removeWordList(list.id));
          onClose();
        }}
      >
        <Readers readers={readers} content={content} />
        <p className={acts['happens']}>{happens}</p>
        {isKept ? (
          <div className={forms['buttons']}>
            <Button variant="default" onClick={onClose}>
              {words.acts.close}
            </Button>
          </div>
        ) : (
          <DialogEnd go={said.removeGo} onClose={onClose} />
        )}
      </form>
    </Modal>
  );
}

function Readers({
  readers,
  content,
}: {
  readonly readers: readonly ListReader[];
  readonly content: Pick<DraftContent, 'flow' | 'called'>;
}): ReactNode {
  const { whole: said } = drawingWords.wordLists;
  if (readers.length === 0) return null;
  const isOnly = Object.keys(content.called).length === 0;
  return (
    <section aria-label={said.readIn}>
      <h3 className={styles['title']}>{said.readIn}</h3>
      <ul className={styles['readers']}>
        {readers.map(({ flow, node }) => (
          <li key={`${flow.id} ${node.id}`}>
            {node.name}
            {isOnly ? null : <span className={styles['quiet']}> · {flow.name}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
