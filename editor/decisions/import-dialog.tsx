import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { DecisionTable } from '../../definitions/decision/table.ts';
import { DialogEnd } from '../shell/dialog-end.tsx';
import { Answered, Loading } from '../shell/states.tsx';
import { drawingWords } from '../shell/drawing-words.ts';
import { words } from '../shell/words.ts';
import styles from './decision-editor.module.css';
import { changesNothing, tableDifference } from './table-difference.ts';
import { readTableFile, type ReadFile } from './table-files.ts';

const MOST_ISSUES = 30;

/** Reads a file and tells what it would change before it is taken. */
export function ImportDialog({
  file,
  table,
  onTake,
  onClose,
}: {
  readonly file: File;
  readonly table: DecisionTable;
  readonly onTake: (table: DecisionTable) => void;
  readonly onClose: () => void;
}): ReactNode {
  const question = useQuery({
    queryKey: ['table file', file.name, file.size, file.lastModified],
    queryFn: () => readTableFile(file),
    staleTime: 0,
    gcTime: 0,
  });
  return (
    <Modal opened onClose={onClose} title={drawingWords.decisions.files.title(file.name)}>
      <Answered question={question} loading={<Loading lines={3} />}>
        {(read) => <Changes read={read} table={table} onTake={onTake} onClose={onClose} />}
      </Answered>
    </Modal>
  );
}

function Changes({
  read: { table: brought, issues },
  table,
  onTake,
  onClose,
}: {
  readonly read: ReadFile;
  readonly table: DecisionTable;
  readonly onTake: (table: DecisionTable) => void;
  readonly onClose: () => void;
}): ReactNode {
  const said = drawingWords.decisions.files;
  const isWhole = brought !== null && issues.every(({ severity }) => severity !== 'error');
  const change = isWhole ? tableDifference(table, brought) : null;
  const isSame = change !== null && changesNothing(change);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (change !== null && !isSame) onTake(change.table);
        else onClose();
      }}
    >
      {change === null ? null : isSame ? (
        <p>{said.same}</p>
      ) : (
        <>
          <p>{said.changes(change.added, change.changed, change.removed)}</p>
          {change.isReordered ? <p>{said.order}</p> : null}
          {change.isHeadChanged ? <p>{said.head}</p> : null}
        </>
      )}
      {issues.length === 0 ? null : (
        <>
          <p className={isWhole ? '' : styles['bad']}>{isWhole ? said.issues : said.whole}</p>
          <ul className={styles['issues']}>
            {issues.slice(0, MOST_ISSUES).map((issue, index) => (
              <li key={index}>
                {issue.message} <span className={styles['soft']}>{placeWords(issue)}</span>
                {issue.fix === undefined ? null : <div className={styles['soft']}>{issue.fix.title}</div>}
              </li>
            ))}
            {issues.length > MOST_ISSUES ? <li>{said.moreIssues(issues.length - MOST_ISSUES)}</li> : null}
          </ul>
        </>
      )}
      <DialogEnd go={change === null || isSame ? words.acts.close : said.go} onClose={onClose} />
    </form>
  );
}

function placeWords({ place: { cell, line } }: ReadFile['issues'][number]): string {
  const { at } = drawingWords.decisions.files;
  if (cell !== undefined) return at.cell(cell);
  return line === undefined ? '' : at.line(line);
}
