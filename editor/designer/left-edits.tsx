import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { Pill } from '../shell/pill.tsx';
import { useMe } from '../shell/session.tsx';
import surface from '../shell/surface.module.css';
import { drawingWords } from '../shell/drawing-words.ts';
import designer from './designer.module.css';
import { dropLog, openLogs } from './kept/log-store.ts';
import { leftLogs, type HeldLog } from './kept/open-log.ts';
import styles from './notices.module.css';
import { TakeAway } from './take-away.tsx';

/** What this browser keeps of drafts of a flow that are not there any more, and that never came to the server. */
export function LeftEdits({
  flowId,
  born,
}: {
  readonly flowId: string;
  /** Of the draft that is there now; null: there is none. */
  readonly born: string | null;
}): ReactNode {
  const { id: person } = useMe();
  const [left, setLeft] = useState<readonly HeldLog[]>([]);
  useEffect(() => {
    let isGone = false;
    const look = async (): Promise<void> => {
      const db = await openLogs(flowId);
      const found = await leftLogs(db, { born, person });
      db.close();
      if (!isGone) setLeft(found);
    };
    look().catch(() => undefined);
    return () => {
      isGone = true;
    };
  }, [flowId, born, person]);
  const forget = async ({ head }: HeldLog): Promise<void> => {
    const db = await openLogs(flowId);
    await dropLog(db, head.id);
    db.close();
    setLeft((all) => all.filter((one) => one.head.id !== head.id));
  };
  const { session } = drawingWords;
  return left.map((log) => {
    const edits = [...(log.session?.pending ?? []), ...(log.session?.aside ?? []).map(({ edit }) => edit)];
    return (
      <section
        key={log.head.id}
        className={`${surface['surface']} ${designer['problems']}`}
        aria-label={session.left}
      >
        <div className={styles['line']}>
          <Pill tone="bad">{session.left}</Pill>
          <span className={styles['text']}>{session.leftText(edits.length)}</span>
          <TakeAway edits={edits} name={flowId} />
          <Button size="compact-xs" variant="default" onClick={() => void forget(log)}>
            {session.letGo}
          </Button>
        </div>
      </section>
    );
  });
}
