import { Button, Select, UnstyledButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { DraftContent } from '../../../definitions/flow/draft.ts';
import type { CaseFilter, CaseRow } from '../../../definitions/model/views/case.ts';
import type { CaseScenario } from '../../../definitions/model/views/case-scenario.ts';
import { STATUSES } from '../../cases/case-filter.ts';
import { useCases, useCaseValues } from '../../cases/case-questions.ts';
import { titleText } from '../../cases/case-title.ts';
import { ask } from '../../shell/api.ts';
import { Moment } from '../../shell/moment-text.tsx';
import { ApiProblem } from '../../shell/problem.ts';
import { Loading } from '../../shell/states.tsx';
import { words } from '../../shell/words.ts';
import { drawingWords } from '../../shell/drawing-words.ts';
import type { Desk } from '../desk.ts';
import list from '../variables/variables.module.css';
import { KeepTaken } from './keep-taken.tsx';
import styles from './stories.module.css';

/** Takes a story from a case of the flow: the case is chosen, what would be kept is looked at, and kept. */
export function TakeFromCase({
  caseId,
  ...props
}: {
  readonly content: DraftContent;
  readonly desk: Pick<Desk, 'do'>;
  readonly caseId: string | null;
  readonly onCase: (caseId: string | null) => void;
  readonly onBack: () => void;
  readonly onOpen: (id: string | null) => void;
}): ReactNode {
  const { fromCase: said } = drawingWords.stories;
  return (
    <div className={styles['scroll']} tabIndex={-1}>
      <div className={styles['acts']}>
        <Button variant="default" onClick={props.onBack}>
          {said.back}
        </Button>
        {caseId === null ? null : (
          <Button variant="default" onClick={() => props.onCase(null)}>
            {said.choose}
          </Button>
        )}
      </div>
      {caseId === null ? (
        <Cases flowId={props.content.flow.id} onCase={props.onCase} />
      ) : (
        <Taken key={caseId} {...props} caseId={caseId} />
      )}
    </div>
  );
}

function Cases({
  flowId,
  onCase,
}: {
  readonly flowId: string;
  readonly onCase: (caseId: string) => void;
}): ReactNode {
  const { fromCase: said } = drawingWords.stories;
  const [filter, setFilter] = useState<CaseFilter>({ ofFlow: flowId });
  const cases = useCases(filter);
  const channels = useCaseValues().data?.channels ?? [];
  const rows = cases.data?.pages.flatMap(({ items }) => items);
  const { status, channel } = filter;
  const without = (part: 'status' | 'channel'): CaseFilter => {
    const { [part]: _, ...others } = filter;
    return others;
  };
  return (
    <>
      <p className={list['quiet']}>{said.help}</p>
      <div className={styles['pair']}>
        <Select
          label={said.state}
          placeholder={said.anyState}
          clearable
          data={STATUSES.map((value) => ({ value, label: words.status[value] }))}
          value={status?.[0] ?? null}
          onChange={(value) => {
            const one = STATUSES.find((known) => known === value);
            setFilter(one === undefined ? without('status') : { ...filter, status: [one] });
          }}
        />
        <Select
          label={said.channel}
          placeholder={said.anyChannel}
          clearable
          data={channels}
          value={channel ?? null}
          onChange={(value) => setFilter(value === null ? without('channel') : { ...filter, channel: value })}
        />
      </div>
      {rows === undefined ? (
        cases.error === null ? (
          <Loading lines={5} height={30} />
        ) : (
          <Refused error={cases.error} again={() => void cases.refetch()} />
        )
      ) : rows.length === 0 ? (
        <div className={styles['none']}>
          <p className={list['title']}>{said.none}</p>
          <p className={list['quiet']}>{said.noneToDo}</p>
        </div>
      ) : (
        <ul aria-label={said.choose} className={styles['cases']}>
          {rows.map((row) => (
            <li key={row.id}>
              <CaseLine row={row} onCase={onCase} />
            </li>
          ))}
        </ul>
      )}
      {cases.hasNextPage ? (
        <Button
          variant="default"
          loading={cases.isFetchingNextPage}
          onClick={() => void cases.fetchNextPage()}
        >
          {said.more}
        </Button>
      ) : null}
    </>
  );
}

function CaseLine({
  row,
  onCase,
}: {
  readonly row: CaseRow;
  readonly onCase: (caseId: string) => void;
}): ReactNode {
  const about = [words.status[row.status], row.outcome ?? '', row.channel].filter((part) => part !== '');
  return (
    <UnstyledButton className={styles['case'] ?? ''} onClick={() => onCase(row.id)}>
      <span className={styles['name']}>{titleText(row)}</span>
      <span className={styles['about']}>
        {about.join(' · ')} · <Moment at={row.changedAt} />
      </span>
    </UnstyledButton>
  );
}

function Taken({
  caseId,
  ...props
}: {
  readonly caseId: string;
  readonly content: DraftContent;
  readonly desk: Pick<Desk, 'do'>;
  readonly onBack: () => void;
  readonly onOpen: (id: string | null) => void;
}): ReactNode {
  // Each look is written into the record: it is taken once, and not again when the window is looked at again.
  const taken = useQuery({
    queryKey: ['case', caseId, 'scenario'],
    queryFn: ({ signal }) => ask<CaseScenario>(`/cases/${encodeURIComponent(caseId)}/scenario`, {}, signal),
    staleTime: Infinity,
    retry: false,
  });
  if (taken.data !== undefined) return <KeepTaken {...props} taken={taken.data} />;
  if (taken.error !== null) return <Refused error={taken.error} again={() => void taken.refetch()} />;
  return (
    <div role="status" aria-label={drawingWords.stories.fromCase.taking}>
      <Loading lines={4} height={28} />
    </div>
  );
}

/** Why nothing can be taken, in a sentence. */
function Refused({ error, again }: { readonly error: unknown; readonly again: () => void }): ReactNode {
  const { failed } = drawingWords.stories.fromCase;
  const problem = error instanceof ApiProblem ? error : null;
  const said =
    failed[problem?.code ?? ''] ??
    (problem === null ? words.failures.unknown : `${problem.message} ${problem.whatToDo}`);
  return (
    <div role="alert" className={styles['trouble']}>
      <p>{said}</p>
      {problem?.code === 'not allowed' || problem?.code === 'not found' ? null : (
        <Button variant="default" onClick={again}>
          {words.failures.again}
        </Button>
      )}
    </div>
  );
}
