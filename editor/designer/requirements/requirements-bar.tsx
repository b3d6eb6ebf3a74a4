import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconSitemap, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { lookUp } from '../../../definitions/check/environment.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { unrequire } from '../commands/requirements.ts';
import type { Desk } from '../desk.ts';
import styles from './requirements.module.css';
import { RequireDialog } from './require-dialog.tsx';

/** Which tables decide before a table, and what is known of them there; more can be added, and they can be left out. */
export function RequirementsBar({
  desk,
  tables,
  table,
  onOpenTable,
  onDrawing,
}: {
  readonly desk: Pick<Desk, 'do'>;
  readonly tables: DraftContent['tables'];
  readonly table: DecisionTable;
  readonly onOpenTable: (id: string) => void;
  readonly onDrawing: () => void;
}): ReactNode {
  const said = drawingWords.requirements;
  const [isAdding, setAdding] = useState(false);
  const required = Object.entries(table.requires ?? {});
  const leave = (value: string, name: string): void =>
    desk.do(said.did.removed(table.name, name), unrequire(table.id, value));
  return (
    <div className={styles['bar']}>
      <span className={styles['goesBy']}>{said.goesBy}</span>
      {required.length === 0 ? <span className={styles['nothing']}>{said.nothing}</span> : null}
      <ul className={styles['required']} aria-label={said.goesBy}>
        {required.map(([value, id]) => {
          const name = lookUp(tables, id)?.name;
          return (
            <li key={value}>
              {name === undefined ? (
                <span className={styles['gone']}>{said.gone}</span>
              ) : (
                <button type="button" className={styles['link']} onClick={() => onOpenTable(id)}>
                  {name}
                </button>
              )}
              <span className={styles['as']}>{said.as(value)}</span>
              <ActionIcon
                variant="subtle"
                size={20}
                color="gray"
                aria-label={said.leave(name ?? value)}
                title={said.leave(name ?? value)}
                onClick={() => leave(value, name ?? value)}
              >
                <IconX size={13} aria-hidden />
              </ActionIcon>
            </li>
          );
        })}
      </ul>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {said.add}
      </Button>
      <Button
        size="compact-sm"
        variant="subtle"
        c="var(--soft)"
        ml="auto"
        leftSection={<IconSitemap size={14} aria-hidden />}
        onClick={onDrawing}
      >
        {said.drawing}
      </Button>
      {isAdding ? <RequireDialog {...{ desk, tables, table }} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
