import { Button, FileButton, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { checkDraft } from '../../definitions/check/check-draft.ts';
import type { ActivityContract } from '../../definitions/activity/contract.ts';
import type { DraftContent } from '../../definitions/flow/draft.ts';
import { Answered, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import { FLOW_FILES, readFlowFrom } from './flow-files.ts';
import { LeftOutList } from './import-left-out.tsx';
import styles from './flow-page.module.css';

const MOST_SHOWN = 5;

/** Reads a flow from a file and says what it holds, or why it cannot be taken; below it, what is done with it. */
export function ImportDialog({
  file,
  activities,
  onFile,
  onClose,
  children,
}: {
  /** Null: it is not open. */
  readonly file: File | null;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly onFile: (file: File | null) => void;
  readonly onClose: () => void;
  readonly children: (content: DraftContent, file: File) => ReactNode;
}): ReactNode {
  return (
    <Modal opened={file !== null} onClose={onClose} title={words.flowFiles.title(file?.name ?? '')} size="lg">
      {file === null ? null : (
        <Read file={file} activities={activities} onFile={onFile}>
          {children}
        </Read>
      )}
    </Modal>
  );
}

function Read({
  file,
  activities,
  onFile,
  children,
}: {
  readonly file: File;
  readonly activities: Readonly<Record<string, ActivityContract>>;
  readonly onFile: (file: File | null) => void;
  readonly children: (content: DraftContent, file: File) => ReactNode;
}): ReactNode {
  const question = useQuery({
    queryKey: ['flow file', file.name, file.size, file.lastModified],
    queryFn: async () => {
      const reading = await readFlowFrom(file);
      if ('issues' in reading) return reading;
      const errors = checkDraft(reading.content, activities).filter(({ severity }) => severity === 'error');
      return { ...reading, errors };
    },
    staleTime: 0,
    gcTime: 0,
  });
  const { flowFiles } = words;
  return (
    <Answered question={question} loading={<Loading lines={3} />}>
      {(read) =>
        'issues' in read ? (
          <div role="alert" className={styles['list']}>
            <strong>{flowFiles.unreadable}</strong>
            <ul className={styles['list']}>
              {read.issues.map(({ message, whatToDo }, index) => (
                <li key={index} className={styles['said']}>
                  {message} <span className={styles['quiet']}>{whatToDo}</span>
                </li>
              ))}
            </ul>
            <FileButton accept={FLOW_FILES} onChange={onFile}>
              {(props) => (
                <Button {...props} variant="default">
                  {flowFiles.another}
                </Button>
              )}
            </FileButton>
          </div>
        ) : (
          <div className={styles['list']}>
            <p className={styles['said']}>
              {flowFiles.holds(
                read.content.flow.name,
                Object.keys(read.content.called).length,
                Object.keys(read.content.tables).length,
              )}
            </p>
            <LeftOutList all={read.leftOut} />
            {read.errors.length === 0 ? null : (
              <>
                <p>{flowFiles.issues(read.errors.length)}</p>
                <ul className={styles['list']}>
                  {read.errors.slice(0, MOST_SHOWN).map(({ message }, index) => (
                    <li key={index} className={styles['said']}>
                      {message}
                    </li>
                  ))}
                </ul>
              </>
            )}
            {children(read.content, file)}
          </div>
        )
      }
    </Answered>
  );
}
