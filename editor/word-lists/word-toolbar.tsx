import { Button, FileButton, Menu, TextInput } from '@mantine/core';
import { IconDownload, IconFilter, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import decisions from '../decisions/decision-editor.module.css';
import { RowMenu } from '../decisions/toolbar.tsx';
import type { GridActs } from '../decisions/use-grid.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import { WORD_FILE_KINDS, type WordFileKind } from './word-files.ts';

/** What can be done with a word list as a whole. */
export function WordToolbar({
  name,
  use,
  readOnly,
  filter,
  acts,
  onFilter,
  onImport,
  onLines,
  onExport,
  whole,
}: {
  readonly name: string;
  /** What the list is for, in words. */
  readonly use: string;
  readonly readOnly: boolean;
  readonly filter: string;
  readonly acts: GridActs;
  readonly onFilter: (text: string) => void;
  readonly onImport: (file: File) => void;
  readonly onLines: () => void;
  readonly onExport: (kind: WordFileKind) => void;
  /** More that can be done with it. */
  readonly whole?: ReactNode;
}): ReactNode {
  const { files } = drawingWords.wordLists;
  const { filter: find } = drawingWords.decisions;
  return (
    <div className={decisions['tools']}>
      {readOnly ? null : <RowMenu acts={acts} />}
      <TextInput
        className={decisions['find'] ?? ''}
        size="xs"
        h={32}
        styles={{ input: { height: 32 } }}
        leftSection={<IconFilter size={14} aria-hidden />}
        aria-label={find}
        placeholder={find}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
      />
      <span className={decisions['used']} title={use}>
        {use}
      </span>
      <span className={decisions['space']} />
      {readOnly ? null : (
        <>
          <Button variant="default" onClick={onLines}>
            {files.lines}
          </Button>
          <FileButton
            accept={WORD_FILE_KINDS.map((kind) => `.${kind}`).join(',')}
            onChange={(file) => {
              if (file !== null) onImport(file);
            }}
          >
            {(button) => (
              <Button {...button} variant="default" leftSection={<IconUpload size={14} aria-hidden />}>
                {files.bringIn}
              </Button>
            )}
          </FileButton>
        </>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
            {files.takeOut}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {WORD_FILE_KINDS.map((kind) => (
            <Menu.Item key={kind} onClick={() => onExport(kind)} aria-label={`${files.kinds[kind]}: ${name}`}>
              {files.kinds[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {whole}
    </div>
  );
}
