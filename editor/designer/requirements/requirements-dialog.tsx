import { Modal, Switch } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import type { DecisionTable } from '../../../definitions/decision/table.ts';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import { useOnceFetched } from '../../shell/fetched.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import { Loading } from '../../shell/states.tsx';
import { nameOfResult, requirable, require, unrequire } from '../commands/requirements.ts';
import type { Desk } from '../desk.ts';
import { requirementsChunk } from './requirements-chunk.ts';
import styles from './requirements.module.css';

/** How all tables of a draft go by each other, drawn as DMN draws it. Lines can be drawn and taken away. */
export function RequirementsDialog({
  desk,
  tables,
  current,
  onOpenTable,
  onClose,
}: {
  readonly desk: Pick<Desk, 'do'>;
  readonly tables: DraftContent['tables'];
  /** Id of the table that is open behind it; null: none is. */
  readonly current: string | null;
  readonly onOpenTable: (id: string) => void;
  readonly onClose: () => void;
}): ReactNode {
  const said = drawingWords.requirements;
  const Drawing = useOnceFetched(requirementsChunk);
  const [isDetailed, setDetailed] = useState(false);
  const [refusal, refuse] = useState<string | null>(null);
  useEffect(() => refuse(null), [tables]);
  const connect = (from: DecisionTable, to: DecisionTable): void => {
    if (Object.values(to.requires ?? {}).includes(from.id)) return;
    if (!requirable(tables, to).some(({ id }) => id === from.id)) return refuse(said.circle);
    desk.do(said.did.added(to.name, from.name), require(to.id, nameOfResult(from, to), from));
  };
  const disconnect = (from: DecisionTable, to: DecisionTable, value: string): void =>
    desk.do(said.did.removed(to.name, from.name), unrequire(to.id, value));
  return (
    <Modal opened onClose={onClose} title={said.title} size="min(1180px, 94vw)">
      <div className={styles['head']}>
        <p className={styles['help']}>{said.help}</p>
        <Switch
          size="xs"
          label={said.allValues}
          checked={isDetailed}
          onChange={(event) => setDetailed(event.currentTarget.checked)}
        />
      </div>
      <div className={styles['drawing']}>
        {Object.keys(tables).length === 0 ? (
          <p className={styles['help']}>{said.empty}</p>
        ) : Drawing === null ? (
          <Loading height={300} />
        ) : (
          <Drawing
            tables={tables}
            {...{ current, isDetailed }}
            onOpen={(id) => {
              onClose();
              onOpenTable(id);
            }}
            onConnect={connect}
            onDisconnect={disconnect}
          />
        )}
      </div>
      <p role="status" className={styles['refusal']}>
        {refusal}
      </p>
    </Modal>
  );
}
