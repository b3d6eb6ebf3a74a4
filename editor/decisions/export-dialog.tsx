import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Beside } from '../../definitions/decision/dmn/write-graph.ts';
import { requirementsOf } from '../../definitions/decision/requirements.ts';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import type { TableFileKind } from '../../definitions/model/views/table-file.ts';
import { fileName } from '../shell/file-name.ts';
import { keepFile } from '../shell/keep-file.ts';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { Answered, Loading } from '../shell/states.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import styles from './decision-editor.module.css';
import { writeTableFile } from './table-files.ts';

/** Writes a table into a file of a kind and tells what of it cannot stand there; the browser keeps it. */
export function ExportDialog({
  table,
  kind,
  beside,
  onClose,
}: {
  readonly table: DecisionTable;
  readonly kind: TableFileKind;
  /** What it may go by, and what it is given. */
  readonly beside: Beside;
  readonly onClose: () => void;
}): ReactNode {
  const said = drawingWords.decisions.files;
  const question = useQuery({
    queryKey: ['table as a file', kind, table.id],
    queryFn: () => writeTableFile(table, kind, beside),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const along = kind === 'dmn' ? requirementsOf(table, beside.tables ?? {}).tables : [];
  return (
    <Modal opened onClose={onClose} title={`${said.takeOut}: ${said.kinds[kind]}`}>
      <Answered question={question} loading={<Loading lines={2} />}>
        {({ file, issues }) => (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (file !== null) keepFile(file, `${fileName(table.name) || said.unnamed}.${kind}`);
              onClose();
            }}
          >
            {along.length === 0 || file === null ? null : (
              <p>{said.goesAlong(along.map(({ name }) => name).toReversed())}</p>
            )}
            {issues.length === 0 ? (
              <p>{said.ready}</p>
            ) : (
              <>
                <p className={file === null ? styles['bad'] : ''}>{said.lost}</p>
                <ul className={styles['issues']}>
                  {issues.map(({ message }) => (
                    <li key={message}>{message}</li>
                  ))}
                </ul>
              </>
            )}
            <DialogEnd go={file === null ? words.acts.close : said.keep} onClose={onClose} />
          </form>
        )}
      </Answered>
    </Modal>
  );
}
