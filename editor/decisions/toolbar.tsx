import { Button, FileButton, Menu, TextInput } from '@mantine/core';
import { IconChevronDown, IconDownload, IconFilter, IconPlus, IconUpload } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TableFileKind } from '../../definitions/model/views/table-file.ts';
import { drawingWords } from '../shell/drawing-words.ts';
import styles from './decision-editor.module.css';
import type { OfferedInput } from './offered-inputs.ts';
import { POLICY_CHOICES, policyWords, type PolicyChoice } from './policy-choice.ts';
import { FILE_KINDS } from './table-files.ts';
import type { GridActs } from './use-grid.ts';

interface ToolbarProps {
  readonly table: Pick<DecisionTable, 'name' | 'hitPolicy' | 'aggregation'>;
  readonly usedBy: readonly string[];
  readonly readOnly: boolean;
  readonly filter: string;
  readonly offered: readonly OfferedInput[];
  readonly acts: GridActs;
  readonly onFilter: (text: string) => void;
  readonly onPolicy: (choice: PolicyChoice) => void;
  readonly onAddInput: (offered: OfferedInput | null) => void;
  readonly onAddOutput: () => void;
  readonly onImport: (file: File) => void;
  readonly onExport: (kind: TableFileKind) => void;
}

/** What can be done with the table as a whole. */
export function Toolbar(props: ToolbarProps): ReactNode {
  const { table, usedBy, readOnly, filter, onFilter, onImport, onExport } = props;
  const said = drawingWords.decisions;
  return (
    <div className={styles['tools']}>
      <PolicyMenu {...props} />
      {readOnly ? null : (
        <>
          <RowMenu {...props} />
          <ColumnMenu {...props} />
        </>
      )}
      <TextInput
        className={styles['find'] ?? ''}
        size="xs"
        h={32}
        styles={{ input: { height: 32 } }}
        leftSection={<IconFilter size={14} aria-hidden />}
        aria-label={said.filter}
        placeholder={said.filter}
        value={filter}
        onChange={(event) => onFilter(event.currentTarget.value)}
      />
      <span className={styles['used']} title={usedBy.join(', ')}>
        {usedBy.length === 0 ? said.usedByNone : said.usedBy(usedBy.join(', '))}
      </span>
      <span className={styles['space']} />
      {readOnly ? null : (
        <FileButton
          accept={FILE_KINDS.map((kind) => `.${kind}`).join(',')}
          onChange={(file) => {
            if (file !== null) onImport(file);
          }}
        >
          {(button) => (
            <Button {...button} variant="default" leftSection={<IconUpload size={14} aria-hidden />}>
              {said.files.bringIn}
            </Button>
          )}
        </FileButton>
      )}
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<IconDownload size={14} aria-hidden />}>
            {said.files.takeOut}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FILE_KINDS.map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => onExport(kind)}
              aria-label={`${said.files.kinds[kind]}: ${table.name}`}
            >
              {said.files.kinds[kind]}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}

const DOWN = <IconChevronDown size={14} aria-hidden />;

function PolicyMenu({ table, readOnly, onPolicy }: ToolbarProps): ReactNode {
  const now = policyWords(table);
  return (
    <Menu position="bottom-start" withinPortal disabled={readOnly}>
      <Menu.Target>
        <Button
          variant="default"
          rightSection={DOWN}
          disabled={readOnly}
          aria-label={`${drawingWords.decisions.policy}: ${now}`}
        >
          {now}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{drawingWords.decisions.policy}</Menu.Label>
        {POLICY_CHOICES.map((choice) => (
          <Menu.Item key={policyWords(choice)} onClick={() => onPolicy(choice)}>
            {policyWords(choice)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done with the rows that are chosen. */
export function RowMenu({ acts }: Pick<ToolbarProps, 'acts'>): ReactNode {
  const said = drawingWords.decisions.rows;
  const item = (text: string, act: () => void, keys?: string): ReactNode => (
    <Menu.Item
      onClick={act}
      rightSection={keys === undefined ? null : <kbd className={styles['soft']}>{keys}</kbd>}
    >
      {text}
    </Menu.Item>
  );
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="default" rightSection={DOWN}>
          {said.menu}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {item(said.above, () => acts.insert(false), said.keys.above)}
        {item(said.below, () => acts.insert(true), said.keys.below)}
        {item(said.duplicate, acts.duplicate)}
        {item(said.fill, acts.fillDown, said.keys.fill)}
        {item(said.up, () => acts.moveRows(-1), said.keys.up)}
        {item(said.down, () => acts.moveRows(1), said.keys.down)}
        <Menu.Divider />
        {item(said.remove, acts.remove)}
      </Menu.Dropdown>
    </Menu>
  );
}

function ColumnMenu({ offered, onAddInput, onAddOutput }: ToolbarProps): ReactNode {
  const said = drawingWords.decisions.columns;
  return (
    <Menu position="bottom-start" withinPortal>
      <Menu.Target>
        <Button variant="default" leftSection={<IconPlus size={14} aria-hidden />}>
          {said.add}
        </Button>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        <Menu.Label>{said.asks}</Menu.Label>
        {offered.map((input) => (
          <Menu.Item key={input.expression ?? input.name} onClick={() => onAddInput(input)}>
            {input.name}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => onAddInput(null)}>{said.newInput}</Menu.Item>
        <Menu.Divider />
        <Menu.Label>{said.answers}</Menu.Label>
        <Menu.Item onClick={onAddOutput}>{said.newOutput}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
