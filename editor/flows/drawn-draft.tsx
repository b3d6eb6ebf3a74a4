import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { DraftView, Finding } from '../../definitions/model/views/flow.ts';
import { Pill } from '../shell/pill.tsx';
import { Answered, Loading } from '../shell/states.tsx';
import { words } from '../shell/words.ts';
import styles from './flow-page.module.css';
import { DrawnRevision } from './drawn-revision.tsx';
import { useDraft } from './flow-questions.ts';

const FIRST = 3;

/** A draft: what stands against its release, and its drawing. */
export function DrawnDraft({ flowId }: { readonly flowId: string }): ReactNode {
  const draft = useDraft(flowId);
  return (
    <Answered question={draft} loading={<Loading height={44} />}>
      {(answer) => (
        <>
          <Findings draft={answer} />
          <DrawnRevision revision={answer.revision} />
        </>
      )}
    </Answered>
  );
}

function Findings({ draft: { findings, mayRelease } }: { readonly draft: DraftView }): ReactNode {
  const [isAll, setAll] = useState(false);
  const { flows } = words;
  const shown = isAll ? findings : findings.slice(0, FIRST);
  return (
    <section className={styles['findings']} aria-label={mayRelease ? flows.toWeigh : flows.findings}>
      {mayRelease ? (
        <p className={styles['quiet']}>{flows.nothingWrong}</p>
      ) : (
        <strong>{flows.findings}</strong>
      )}
      {findings.length === 0 ? null : (
        <ul className={styles['list']}>
          {shown.map((finding, index) => (
            <OneFinding key={index} finding={finding} />
          ))}
        </ul>
      )}
      {findings.length > shown.length ? (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {flows.moreFindings(findings.length - shown.length)}
        </Button>
      ) : null}
    </section>
  );
}

function OneFinding({
  finding: { severity, message, flow, step },
}: {
  readonly finding: Finding;
}): ReactNode {
  return (
    <li>
      <Pill tone={severity === 'error' ? 'bad' : 'plain'}>{words.flows.finding[severity]}</Pill> {message}{' '}
      <span className={styles['quiet']}>{words.flows.findingAt(flow.name, step?.name ?? null)}</span>
    </li>
  );
}
