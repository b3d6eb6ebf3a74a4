import { Button, Menu } from '@mantine/core';
import { IconList, IconPlus, IconSitemap } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { words } from '../../shell/words.ts';
import type { Desk } from '../desk.ts';
import { NewListDialog } from './new-list-dialog.tsx';

/** The decision tables and the word lists of a draft, each to be opened, and a way to begin a word list. */
export function ListsMenu({
  desk,
  content: { tables, wordLists },
  onOpenTable,
  onOpenWords,
  onRequirements,
}: {
  readonly desk: Pick<Desk, 'do'>;
  readonly content: Pick<DraftContent, 'tables' | 'wordLists'>;
  readonly onOpenTable: (id: string) => void;
  readonly onOpenWords: (id: string) => void;
  /** How the tables go by each other is to be seen. */
  readonly onRequirements: () => void;
}): ReactNode {
  const said = drawingWords.wordLists;
  const { size } = words.parts;
  const [isBeginning, setBeginning] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button
            size="compact-sm"
            variant="subtle"
            fz={13}
            ml="auto"
            c="var(--soft)"
            leftSection={<IconList size={14} aria-hidden />}
          >
            {said.open}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={460} style={{ overflowY: 'auto' }}>
          <Menu.Label>{said.tables}</Menu.Label>
          {Object.values(tables).map(({ id, name, rows }) => (
            <Item key={id} name={name} size={size.table(rows.length)} onOpen={() => onOpenTable(id)} />
          ))}
          {Object.keys(tables).length === 0 ? (
            <Menu.Item disabled>{said.none}</Menu.Item>
          ) : (
            <Menu.Item leftSection={<IconSitemap size={14} aria-hidden />} onClick={onRequirements}>
              {drawingWords.requirements.title}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Label>{said.lists}</Menu.Label>
          {Object.values(wordLists).map(({ id, name, entries }) => (
            <Item
              key={id}
              name={name}
              size={size['word-list'](entries.length)}
              onOpen={() => onOpenWords(id)}
            />
          ))}
          {Object.keys(wordLists).length === 0 ? <Menu.Item disabled>{said.none}</Menu.Item> : null}
          <Menu.Item leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setBeginning(true)}>
            {said.whole.begin}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isBeginning ? (
        <NewListDialog {...{ desk, wordLists }} onBegun={onOpenWords} onClose={() => setBeginning(false)} />
      ) : null}
    </>
  );
}

function Item({
  name,
  size,
  onOpen,
}: {
  readonly name: string;
  readonly size: string;
  readonly onOpen: () => void;
}): ReactNode {
  return (
    <Menu.Item onClick={onOpen} rightSection={<span style={{ color: 'var(--soft)' }}>{size}</span>}>
      {name}
    </Menu.Item>
  );
}
